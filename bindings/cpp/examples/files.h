/* Reads a whole file for the examples in C. */
#ifndef FILES_H
#define FILES_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The octets of a file, to be freed by free(); NULL if it can't be read. */
static unsigned char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    size_t capacity = 4096;
    unsigned char *octets = malloc(capacity);

    *length = 0;
    while (file != NULL && octets != NULL) {
        unsigned char *longer;
        size_t read = fread(octets + *length, 1, capacity - *length, file);
        *length += read;
        if (read == 0) {
            break;
        }
        if (*length < capacity) {
            continue;
        }
        longer = capacity > SIZE_MAX / 2 ? NULL : realloc(octets, capacity * 2);
        if (longer == NULL) {
            free(octets);
            octets = NULL;
            break;
        }
        octets = longer;
        capacity *= 2;
    }
    if (file == NULL || ferror(file)) {
        free(octets);
        octets = NULL;
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    if (octets == NULL) {
        (void)fprintf(stderr, "%s: can't be read\n", path);
    }
    return octets;
}

#endif
