package app.loupe.ui.common;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the answer to a question that changes, one reading at a time: what is asked meanwhile is read once more
 * afterwards, and the answer to a question that is no longer asked is not shown. On the FX thread.
 *
 * @param <T> the answer
 */
public final class Latest<T> {
    private final Supplier<Background.Order<T>> question;
    private final Consumer<T> answered;
    private final Runnable ended;
    private int asked;
    private boolean reading;
    private boolean again;

    /**
     * Nothing is read yet.
     *
     * @param question makes of what is asked now the work that answers it
     * @param answered takes the answer
     */
    public Latest(Supplier<Background.Order<T>> question, Consumer<T> answered) {
        this(question, answered, () -> {});
    }

    /**
     * The same for who has to know when nothing is read any more.
     *
     * @param ended happens after the last reading, whether its answer was shown, or there was none
     */
    public Latest(Supplier<Background.Order<T>> question, Consumer<T> answered, Runnable ended) {
        this.question = question;
        this.answered = answered;
        this.ended = ended;
    }

    /** The question is another one. */
    public void ask() {
        asked++;
        refresh();
    }

    /** Nothing is asked any more, until {@link #ask} or {@link #refresh}: what is read now is not shown, and nothing is read after it. */
    public void forget() {
        asked++;
        again = false;
    }

    /** Whether what is read now is to be read once more. */
    public boolean isToReadAgain() {
        return again;
    }

    /** The question is the same, the answer may have changed. */
    public void refresh() {
        again = reading;
        if (reading) {
            return;
        }
        Background.Order<T> order = question.get();
        reading = true;
        int which = asked;
        order.onSuccess(answer -> {
            if (which == asked) {
                answered.accept(answer);
            }
        }).afterwards(() -> {
            reading = false;
            if (again) {
                refresh();
            } else {
                ended.run();
            }
        }).start();
    }
}
