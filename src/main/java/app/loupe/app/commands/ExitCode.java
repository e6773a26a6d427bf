package app.loupe.app.commands;

import app.loupe.domain.Problem;

/** What the process tells the script that started it. */
public final class ExitCode {
    /** Everything was done. */
    public static final int DONE = 0;
    /** A part is missing, or it was stopped. */
    public static final int PARTIAL = 1;
    /** The command or this computer. */
    public static final int USAGE = 2;
    /** The server or the way to it. */
    public static final int SERVER = 3;
    /** Keyring, passphrase or key. */
    public static final int VAULT = 4;

    private ExitCode() {}

    /** The exit code for a problem that ended a command. */
    public static int of(Problem problem) {
        return switch (problem.code().area()) {
            case PARTIAL -> PARTIAL;
            case USAGE -> USAGE;
            case SERVER -> SERVER;
            case VAULT -> VAULT;
        };
    }
}
