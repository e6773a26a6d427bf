package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import org.junit.jupiter.api.Test;

class ReadSoFarTest {
    private static final ReadSoFar.Opening ONE = new ReadSoFar.Opening(
            new InvoiceKey(new ConnectionId("acmeacme"), 7), true);
    private static final ReadSoFar READ = ReadSoFar.NOTHING.changed().begun().came().ended().shown();

    @Test
    void anInvoiceWaitsForTheBooksWhosesoeverTheyAreAndForNothingElse() {
        ReadSoFar waiting = ReadSoFar.NOTHING.opening(ONE).ofOthers();

        assertThat(waiting.opening()).contains(ONE);
        assertThat(waiting.begun().came().opening()).isEmpty();
        assertThat(READ.opening(ONE).opening()).isEmpty();
        assertThat(READ.opening(ONE).ofOthers().opening()).as("it was there to be opened").isEmpty();
    }

    @Test
    void newsAreWhatWasReadBecauseItChangedUntilItIsShown() {
        assertThat(READ.hasNews()).isFalse();
        assertThat(READ.changed().hasNews()).as("nothing is read yet").isFalse();
        ReadSoFar read = READ.changed().begun().came();
        assertThat(read.hasNews()).isTrue();
        assertThat(read.shown().hasNews()).isFalse();
        assertThat(read.ofOthers().hasNews()).as("they were of the others").isFalse();
        assertThat(READ.begun().came().hasNews()).as("only the lines were read").isFalse();
        assertThat(read.begun().came().hasNews()).as("another reading does not end them").isTrue();
    }

    @Test
    void aChangeIsReadOnceAndOneThatIsToldMeanwhileOnceMore() {
        ReadSoFar reading = READ.changed().begun();

        assertThat(reading.next().change()).isFalse();
        assertThat(reading.changed().came().ended().next().change()).isTrue();
    }

    @Test
    void linesAreUnderWayOnlyWithAReadingThatWasBegunForThem() {
        ReadSoFar asking = READ.begun().askingLines(true);

        assertThat(asking.areLinesUnderWay()).as("what is read now was begun before").isFalse();
        ReadSoFar reading = asking.begun();
        assertThat(reading.areLinesUnderWay()).isTrue();
        assertThat(reading.askingLines(false).areLinesUnderWay()).as("they come although nobody asks").isTrue();
        assertThat(reading.ended().areLinesUnderWay()).isFalse();
        assertThat(reading.ended().asksLines()).isTrue();
    }
}
