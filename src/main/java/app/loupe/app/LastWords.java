package app.loupe.app;

import app.loupe.domain.Problem;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.function.BiConsumer;

/**
 * What is said while there is no window: to standard error and, where the window was wanted and nobody reads that, as after a double
 * click, in a message of the operating system: the first thing that is said, as long as no window was there. Thread-safe.
 */
final class LastWords {
    private final PrintWriter err;
    private final Texts texts;
    private final BiConsumer<String, String> message;
    private volatile boolean hadWindow;
    private boolean shown;

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
        show(String.join("\n\n", texts.title(problem), texts.text(problem), texts.advice(problem)));
    }

    /** Says this text of the bundles, which has no parameters. */
    void say(String key) {
        write(texts.get(key));
        show(texts.get(key));
    }

    /**
     * From now on what is said is only written: a vault may be open, and its keys would stay in memory for as long as a message
     * waits to be closed.
     */
    void windowIsThere() {
        hadWindow = true;
    }

    /** Loads what {@link #say(Problem)} needs to write, and says nothing. */
    void rehearse(Problem problem) {
        texts.sentence(problem);
    }

    /** One message only; whoever has something to say meanwhile waits, as the process ends next, and the message with it. */
    private synchronized void show(String text) {
        if (!shown && !hadWindow) {
            shown = true;
            message.accept(texts.get("app.name"), text);
        }
    }

    private void write(String words) {
        err.println(words);
        err.flush();
    }
}
