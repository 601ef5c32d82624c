/* What the two programs share: reads a whole file. */
#ifndef CALL_H
#define CALL_H

#include <stdio.h>
#include <stdlib.h>

static unsigned char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    unsigned char *octets;
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        (void)fprintf(stderr, "call: %s\n", path);
        exit(66);
    }
    *length = (size_t)ftell(file);
    rewind(file);
    octets = (unsigned char *)malloc(*length + 1);
    if (octets == NULL || fread(octets, 1, *length, file) != *length) {
        exit(66);
    }
    (void)fclose(file);
    return octets;
}

#endif
