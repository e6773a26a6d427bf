package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceKey;
import java.util.Optional;

/**
 * How far the books of the selected connections are read, what the next reading is for, and what the one that is under way is
 * for; immutable: whatever happens makes another one of it.
 *
 * @param books what is there of them
 * @param next what the next reading is for
 * @param underWay what is read now; empty when nothing is
 */
record ReadSoFar(AtHand books, Errand next, Optional<Errand> underWay) {
    /** No connection was selected. */
    static final ReadSoFar NOTHING = new ReadSoFar(new Awaited(Optional.empty()), new Errand(false, false),
            Optional.empty());

    /** What is there of the books. */
    sealed interface AtHand {}

    /**
     * They were not read yet.
     *
     * @param opening the invoice that is to be opened once they are; empty for none
     */
    record Awaited(Optional<Opening> opening) implements AtHand {}

    /**
     * An invoice that waits for the books.
     *
     * @param makesWay whether filters that it does not pass go; not on a way back, to the filters of then
     */
    record Opening(InvoiceKey key, boolean makesWay) {}

    /**
     * They were read.
     *
     * @param news whether they were read because they changed, and nothing of it is shown yet
     */
    record Here(boolean news) implements AtHand {}

    /**
     * What a reading is for.
     *
     * @param change whether somebody said that the copy changed
     * @param lines whether the texts of the lines come with it
     */
    record Errand(boolean change, boolean lines) {}

    boolean isHere() {
        return books instanceof Here;
    }

    /** The invoice that waits for the books. */
    Optional<Opening> opening() {
        return books instanceof Awaited awaited ? awaited.opening() : Optional.empty();
    }

    /** Whether there are news of which nothing is shown yet. */
    boolean hasNews() {
        return books instanceof Here here && here.news();
    }

    /** Whether the texts of the lines are asked for. */
    boolean asksLines() {
        return next.lines();
    }

    /** Whether what is read now comes with the texts of the lines. */
    boolean areLinesUnderWay() {
        return underWay.filter(Errand::lines).isPresent();
    }

    /** Other connections were selected; an invoice that waited goes on waiting. */
    ReadSoFar ofOthers() {
        return with(new Awaited(opening()));
    }

    /** This invoice is to be opened as soon as the books are here; when they are, nothing waits. */
    ReadSoFar opening(Opening one) {
        return isHere() ? this : with(new Awaited(Optional.of(one)));
    }

    /** Somebody said that the copy changed. */
    ReadSoFar changed() {
        return new ReadSoFar(books, new Errand(true, next.lines()), underWay);
    }

    /** What is searched now asks for the texts of the lines, or does not. */
    ReadSoFar askingLines(boolean lines) {
        return new ReadSoFar(books, new Errand(next.change(), lines), underWay);
    }

    /** The next reading has begun. */
    ReadSoFar begun() {
        return new ReadSoFar(books, new Errand(false, next.lines()), Optional.of(next));
    }

    /** The books that are read now came. */
    ReadSoFar came() {
        return with(new Here(hasNews() || underWay.filter(Errand::change).isPresent()));
    }

    /** Nothing is read any more, whether what was read came or not. */
    ReadSoFar ended() {
        return new ReadSoFar(books, next, Optional.empty());
    }

    /** What the books answer is shown. */
    ReadSoFar shown() {
        return hasNews() ? with(new Here(false)) : this;
    }

    private ReadSoFar with(AtHand now) {
        return new ReadSoFar(now, next, underWay);
    }
}
