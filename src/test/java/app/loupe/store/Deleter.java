package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;

/** A process of its own that deletes a connection and is dead in the middle of it. */
final class Deleter {
    /** What it ends with when it was killed as it should. */
    static final int KILLED = 9;
    /** Of so many parts of the work. */
    static final int PARTS = 100;

    private Deleter() {}

    /** Argument 0: the folder; argument 1: the id; argument 2: after how many parts of {@link #PARTS} it is dead. */
    public static void main(String[] arguments) throws ProblemException {
        long parts = Long.parseLong(arguments[2]);
        try (var open = new OpenStore(Path.of(arguments[0]))) {
            open.copies().delete(new ConnectionId(arguments[1]), (done, of) -> {
                if (done * PARTS >= of * parts) {
                    Runtime.getRuntime().halt(KILLED);
                }
            });
        }
    }
}
