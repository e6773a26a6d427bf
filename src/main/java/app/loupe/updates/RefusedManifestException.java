package app.loupe.updates;

/** What was announced is not to be believed. Its message is for the log and holds nothing of what came. */
final class RefusedManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedManifestException(String why) {
        super(why);
    }
}
