package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkActTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final InvoiceMark BEFORE = new InvoiceMark(false, "call Anna", null, TODAY, true);

    @Test
    void actsTogetherAreDoneInTheirOrderAndUndoneInTheOpposite() {
        var review = new InvoiceMark.Review(Instant.EPOCH, "x", 1);
        var acts = new MarkAct.Together(List.of(new MarkAct.ReviewOn(review, TODAY), new MarkAct.Flag(true),
                new MarkAct.Note("called"), new MarkAct.Remind(TODAY.plusDays(9)), new MarkAct.Note("called twice")));

        InvoiceMark after = acts.on(BEFORE);

        assertThat(after).isEqualTo(new InvoiceMark(true, "called twice", review, TODAY.plusDays(9), true));
        assertThat(acts.undoing(BEFORE).on(after)).isEqualTo(BEFORE);
    }

    @Test
    void whatUndoesThemLeavesAloneWhatNoneOfThemWrote() {
        var acts = new MarkAct.Together(List.of(new MarkAct.Flag(true), new MarkAct.Remind(null)));
        InvoiceMark meanwhile = new MarkAct.Note("another").on(acts.on(BEFORE));

        assertThat(acts.undoing(BEFORE).on(meanwhile)).isEqualTo(new MarkAct.Note("another").on(BEFORE));
    }
}
