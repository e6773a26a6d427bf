package app.loupe.app.commands;

/** The command cannot be done as it was given; the message is a whole sentence for the owner. Exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
