package app.loupe.app;

import com.sun.glass.ui.Application;

/**
 * Gives the windows the class by which a Linux desktop joins them with the program's entry ({@code StartupWMClass}). The
 * toolkit has no public way: it would take the name of a class, and here none of an application is started.
 */
final class WindowClass {
    private WindowClass() {}

    /** Names the program; on the FX thread, before the first window. */
    static void set(String name) {
        Application.GetApplication().setName(name);
    }
}
