package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceChange.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeKindTest {
    private static final Instant NOW = Instant.parse("2026-11-01T09:30:00Z");
    private static final ConnectionId ACME = new ConnectionId("acme0001");

    private static InvoiceChange change(int run, long invoice, Kind kind, InvoiceField field, String before,
            String after, boolean posted) {
        return new InvoiceChange(invoice, "INV/" + invoice, 1, run, NOW, kind, field, 0, before, after, posted);
    }

    private static InvoiceChange change(Kind kind, InvoiceField field, String before, String after, boolean posted) {
        return change(3, 7, kind, field, before, after, posted);
    }

    private static InvoiceChange state(String before, String after) {
        return change(Kind.CHANGED, InvoiceField.PAYMENT_STATE, before, after, true);
    }

    private static final InvoiceChange PAYMENT = change(Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "",
            "2026-11-25 10.00", false);
    private static final InvoiceChange TAKEN_BACK = change(Kind.PAYMENT_REMOVED, InvoiceField.PAYMENT,
            "2026-11-25 10.00", "", false);

    @ParameterizedTest
    @EnumSource(InvoiceField.class)
    void whateverAPostedDocumentSaysIsAnEditButForItsDueDate(InvoiceField field) {
        ChangeKind kind = ChangeKind.of(List.of(change(Kind.CHANGED, field, "1", "2", true)));
        ChangeKind draft = ChangeKind.of(List.of(change(Kind.CHANGED, field, "1", "2", false)));

        switch (field) {
            case DUE_DATE, PAYMENT_TERMS -> assertThat(kind).isEqualTo(ChangeKind.DUE_DATE_MOVED);
            default -> assertThat(kind).isEqualTo(field.isWritten() ? ChangeKind.EDITED : ChangeKind.OTHER);
        }
        assertThat(draft).isEqualTo(ChangeKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"not_paid, paid, PAID", "partial, paid, PAID", "not_paid, in_payment, PAID",
        "in_payment, paid, OTHER", "not_paid, partial, PARTLY_PAID", "paid, partial, PAYMENT_TAKEN_BACK",
        "paid, not_paid, PAYMENT_TAKEN_BACK", "partial, not_paid, PAYMENT_TAKEN_BACK", "not_paid, reversed, OTHER",
        "partial, reversed, OTHER",
        "in_payment, reversed, OTHER", "reversed, not_paid, OTHER",
        "not_paid, something_new, OTHER"})
    void thePaymentStateSaysHowMuchIsPaid(String before, String after, ChangeKind kind) {
        assertThat(ChangeKind.of(List.of(state(before, after)))).isEqualTo(kind);
    }

    /** The second of two credit notes takes nothing back; a payment that goes does, whatever comes in its place. */
    @Test
    void whatIsCancelledOutWithoutALostPaymentTakesNothingBack() {
        InvoiceChange reversed = state("partial", "reversed");

        assertThat(ChangeKind.of(List.of(PAYMENT, reversed))).isEqualTo(ChangeKind.OTHER);
        assertThat(ChangeKind.of(List.of(TAKEN_BACK, reversed))).isEqualTo(ChangeKind.PAYMENT_TAKEN_BACK);
        assertThat(ChangeKind.of(List.of(PAYMENT, TAKEN_BACK, state("paid", "reversed"))))
                .isEqualTo(ChangeKind.PAYMENT_TAKEN_BACK);
    }

    @Test
    void aPaymentWithoutAnotherStateIsAPartOfOne() {
        assertThat(ChangeKind.of(List.of(PAYMENT))).isEqualTo(ChangeKind.PARTLY_PAID);
        assertThat(ChangeKind.of(List.of(TAKEN_BACK))).isEqualTo(ChangeKind.PAYMENT_TAKEN_BACK);
        assertThat(ChangeKind.of(List.of(PAYMENT, TAKEN_BACK))).isEqualTo(ChangeKind.OTHER);
        assertThat(ChangeKind.of(List.of(PAYMENT, state("not_paid", "paid")))).isEqualTo(ChangeKind.PAID);
    }

    @Test
    void ofSeveralThingsTheOneToKnowFirstNamesTheEntry() {
        InvoiceChange edit = change(Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "1", "2", true);
        InvoiceChange due = change(Kind.CHANGED, InvoiceField.DUE_DATE, "2026-11-01", "2026-12-01", true);
        InvoiceChange removed = change(Kind.REMOVED, InvoiceField.PRESENCE, "", "", false);
        InvoiceChange fresh = change(Kind.NEW, InvoiceField.PRESENCE, "", "", false);
        InvoiceChange cancelled = change(Kind.CHANGED, InvoiceField.STATE, "posted", "cancel", false);
        InvoiceChange line = change(Kind.LINE_ADDED, InvoiceField.LINE, "", "1 x 2 a", true);

        assertThat(ChangeKind.of(List.of(state("not_paid", "paid"), edit, due))).isEqualTo(ChangeKind.EDITED);
        assertThat(ChangeKind.of(List.of(line))).isEqualTo(ChangeKind.EDITED);
        assertThat(ChangeKind.of(List.of(state("not_paid", "paid"), due))).isEqualTo(ChangeKind.DUE_DATE_MOVED);
        assertThat(ChangeKind.of(List.of(edit, removed))).isEqualTo(ChangeKind.EDITED);
        assertThat(ChangeKind.of(List.of(removed))).isEqualTo(ChangeKind.REMOVED);
        assertThat(ChangeKind.of(List.of(change(Kind.INACCESSIBLE, InvoiceField.PRESENCE, "", "", false))))
                .isEqualTo(ChangeKind.INACCESSIBLE);
        assertThat(ChangeKind.of(List.of(fresh, PAYMENT, state("not_paid", "paid")))).isEqualTo(ChangeKind.NEW);
        assertThat(ChangeKind.of(List.of(cancelled))).isEqualTo(ChangeKind.CANCELLED);
        assertThat(ChangeKind.of(List.of(change(Kind.BACK, InvoiceField.PRESENCE, "", "", false))))
                .isEqualTo(ChangeKind.OTHER);
    }

    @Test
    void runsOfTwoComputersWithOneNumberAreTwoEntries() {
        InvoiceChange here = change(1, 7, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "1", "2", true);
        var there = new InvoiceChange(7, "INV/7", 1, 1, NOW.minusSeconds(60), Kind.PAYMENT_ADDED, InvoiceField.PAYMENT,
                0,
                "", "2026-11-25 1", false);

        assertThat(ChangeEntry.of(List.of(new NotedChange(ACME, 2, here), new NotedChange(ACME, 1, there)))).hasSize(2);
    }

    @Test
    void whatOneRunFoundAtOneInvoiceIsOneEntryAlsoWhenOthersLieBetween() {
        InvoiceChange[] told = {change(1, 7, Kind.NEW, InvoiceField.PRESENCE, "", "", false),
            change(2, 7, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "1", "2", true),
            change(2, 8, Kind.NEW, InvoiceField.PRESENCE, "", "", false),
            change(2, 7, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "", "2026-11-25 1", false)};
        List<NotedChange> newestFirst = Arrays.asList(new NotedChange[told.length]);
        for (int i = 0; i < told.length; i++) {
            newestFirst.set(told.length - 1 - i, new NotedChange(ACME, i + 1L, told[i]));
        }

        List<ChangeEntry> entries = ChangeEntry.of(newestFirst);

        assertThat(entries).extracting(ChangeEntry::kind).containsExactly(ChangeKind.EDITED, ChangeKind.NEW,
                ChangeKind.NEW);
        assertThat(entries).extracting(entry -> entry.key().id()).containsExactly(7L, 8L, 7L);
        assertThat(entries).extracting(ChangeEntry::number).containsExactly(4L, 3L, 1L);
        assertThat(entries.getFirst().changes()).hasSize(2);
    }
}
