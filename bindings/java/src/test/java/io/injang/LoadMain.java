package io.injang;

/** A program of its own for JVMs with other options: prints the version, or why there is none. */
final class LoadMain {
    private LoadMain() {}

    public static void main(String[] arguments) {
        try {
            System.out.println("loaded " + Injang.version());
        } catch (NativeLoadException e) {
            System.out.println(e.getMessage());
        }
    }
}
