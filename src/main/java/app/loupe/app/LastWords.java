package app.loupe.app;

import app.loupe.domain.Problem;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.function.BiConsumer;

/**
 * What is said while there is no window: to standard error and, where the window was wanted and nobody reads that, as after a double
 * click, in a message of the operating system. Thread-safe.
 */
final class LastWords {
    private final PrintWriter err;
    private final Texts texts;
    private final BiConsumer<String, String> message;

    /** @param message shows a title and a text to whoever does not read standard error; may wait until it is read */
    LastWords(PrintWriter err, Texts texts, BiConsumer<String, String> message) {
        this.err = err;
        this.texts = texts;
        this.message = message;
    }

    /** Those for whoever reads standard error, as of a command. */
    static LastWords read(PrintWriter err, Texts texts) {
        return new LastWords(err, texts, (title, text) -> {});
    }

    /** Says what happened, what it means and what to do. */
    void say(Problem problem) {
        write(texts.sentence(problem));
        message.accept(texts.get("app.name"), String.join("\n\n", texts.title(problem), texts.text(problem),
                texts.advice(problem)));
    }

    /** Says this text of the bundles, which has no parameters. */
    void say(String key) {
        write(texts.get(key));
        message.accept(texts.get("app.name"), texts.get(key));
    }

    /** Loads what {@link #say(Problem)} needs to write, and says nothing. */
    void rehearse(Problem problem) {
        texts.sentence(problem);
    }

    private void write(String words) {
        err.println(words);
        err.flush();
    }
}
