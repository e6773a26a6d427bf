package app.loupe.app.commands;

import java.io.IOException;

/** Nobody takes what a command writes any more: it ends where it is, and says nothing. Thrown by a terminal that knows. */
public final class ReaderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With how that was found. */
    public ReaderGoneException(IOException notTaken) {
        super(notTaken);
    }
}
