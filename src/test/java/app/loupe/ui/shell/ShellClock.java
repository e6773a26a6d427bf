package app.loupe.ui.shell;

/** Lets a window look at the clock, as it does by itself every minute. */
public final class ShellClock {
    private ShellClock() {}

    /** Call on the FX thread. */
    public static void look(Shell shell) {
        shell.ageNow();
    }
}
