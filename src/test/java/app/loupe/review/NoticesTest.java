package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.Stamp;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.InMemoryBook;

class NoticesTest {
    private static final ConnectionId ACME = FakeInvoices.ACME;
    private static final LocalDate TODAY = FakeInvoices.TODAY;
    private static final Instant NOW = FakeInvoices.SYNCED;
    private static final SyncReport FAILED = new SyncReport.Failed(SyncCounts.NONE,
            Problem.of(ProblemCode.SERVER_TIMEOUT));
    private static final SyncReport DONE = new SyncReport.Done(SyncCounts.NONE);

    private final FakeInvoices invoices = FakeInvoices.empty();

    private Set<InvoiceKey> overdueSince(LocalDate since, LocalDate today) throws ProblemException {
        return Notices.overdue(invoices.shelf().books(Set.of(ACME)), Map.of(ACME, since), today)
                .map(notice -> ((Notice.NewlyOverdue) notice).invoices()).orElse(Set.of());
    }

    private InvoiceKey due(String number, LocalDate due) {
        return invoices.add(number, "Deco Addict", "2026-10-01", due.toString(), "100.00", "100.00", "EUR");
    }

    /** Due on a day, an invoice is overdue from the next on; what was overdue already is no news. */
    @Test
    void whatBecameOverdueSinceADayIsToldAndNothingElse() throws ProblemException {
        due("INV/1", TODAY.minusDays(3));
        InvoiceKey first = due("INV/2", TODAY.minusDays(2));
        InvoiceKey last = due("INV/3", TODAY.minusDays(1));
        due("INV/4", TODAY);

        assertThat(overdueSince(TODAY.minusDays(2), TODAY)).containsExactlyInAnyOrder(first, last);
        assertThat(overdueSince(TODAY.minusDays(1), TODAY)).containsExactly(last);
        assertThat(overdueSince(TODAY, TODAY)).isEmpty();
    }

    @Test
    void onlyMoneyThatCustomersStillOweIsToldOf() throws ProblemException {
        String due = TODAY.minusDays(1).toString();
        invoices.add("INV/1", "Deco Addict", "2026-10-01", due, "100.00", "0.00", "EUR");
        for (MoveType type : Set.of(MoveType.VENDOR_BILL, MoveType.CREDIT_NOTE, MoveType.VENDOR_REFUND,
                MoveType.PURCHASE_RECEIPT)) {
            invoices.addAs(type, MoveState.POSTED, PaymentState.NOT_PAID, "N/" + type, "Deco Addict", "2026-10-01",
                    due, "100.00", "100.00", "EUR");
        }
        invoices.addAs(MoveType.CUSTOMER_INVOICE, MoveState.DRAFT, PaymentState.NOT_PAID, "", "Deco Addict",
                "2026-10-01", due, "100.00", "100.00", "EUR");
        invoices.remove(due("INV/2", TODAY.minusDays(1)));
        assertThat(overdueSince(TODAY.minusDays(1), TODAY)).isEmpty();

        InvoiceKey receipt = invoices.addAs(MoveType.SALES_RECEIPT, MoveState.POSTED, PaymentState.PARTIAL, "R/1",
                "Deco Addict", "2026-10-01", due, "100.00", "40.00", "EUR");
        assertThat(overdueSince(TODAY.minusDays(1), TODAY)).containsExactly(receipt);
    }

    private Optional<Notice> changed(InvoiceChange... changes) throws ProblemException {
        InMemoryBook book = invoices.book();
        book.note(ACME, Stamp.NEVER, List.of(changes));
        return Notices.largeChange(
                ChangeFeed.bare(book, Set.of(ACME), ChangeSpan.UNSEEN, Clock.fixed(NOW, ZoneOffset.UTC)).entries());
    }

    private static InvoiceChange total(long id, String before, String after, boolean posted) {
        return new InvoiceChange(id, "INV/" + id, 1, 3, NOW, InvoiceChange.Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, 0,
                before, after, posted);
    }

    @ParameterizedTest
    @CsvSource({"100.00,110.00,true", "100.00,109.99,false", "100.00,90.00,true", "100.00,90.01,false",
        "-100.00,-90.00,true", "-100.00,-90.01,false", "0.00,0.01,true", "0.05,5.00,true", "1…,2…,true"})
    void aTenthOfAPostedTotalIsLarge(String before, String after, boolean large) throws ProblemException {
        assertThat(changed(total(1, before, after, true)).isPresent()).isEqualTo(large);
    }

    @Test
    void anInvoiceIsCountedOnceAndADraftNever() throws ProblemException {
        assertThat(changed(total(1, "100.00", "500.00", false))).as("a draft may say what it likes").isEmpty();
        assertThat(changed(total(2, "100.00", "500.00", true), total(3, "100.00", "1.00", true)))
                .contains(new Notice.LargeChange(2));
        assertThat(changed(new InvoiceChange(2, "INV/2", 1, 4, NOW, InvoiceChange.Kind.REMOVED, InvoiceField.PRESENCE,
                0, "", "", false))).as("the same again, gone").contains(new Notice.LargeChange(2));
    }

    @Test
    void whatIsGoneFromOdooIsLargeUnlessItNeverHadANumber() throws ProblemException {
        assertThat(changed(new InvoiceChange(1, "", 1, 3, NOW, InvoiceChange.Kind.REMOVED, InvoiceField.PRESENCE, 0,
                "", "", false))).isEmpty();
        assertThat(changed(new InvoiceChange(2, "INV/2", 1, 3, NOW, InvoiceChange.Kind.REMOVED, InvoiceField.PRESENCE,
                0, "", "", false))).contains(new Notice.LargeChange(1));
    }

    @Test
    void whatIsSeenIsToldNoMore() throws ProblemException {
        assertThat(changed(total(1, "100.00", "500.00", true))).isPresent();
        invoices.book().see(ACME, Long.MAX_VALUE);

        assertThat(changed()).isEmpty();
    }

    private static ConnectionProfile synced(Instant last) {
        return new ConnectionProfile(ACME, ConnectionProfile.Kind.ODOO, "Acme", null, null, "19.0", last);
    }

    @Test
    void aKeyIsToldOfInItsLastDaysAndAfterThem() {
        ConnectionProfile profile = synced(NOW);
        assertThat(Notices.keys(List.of(profile, profile.expiring(TODAY.plusDays(15))), TODAY)).isEmpty();
        ConnectionProfile soon = profile.expiring(TODAY.plusDays(14));
        ConnectionProfile ended = profile.expiring(TODAY.minusDays(1));
        assertThat(Notices.keys(List.of(soon, ended), TODAY)).containsExactly(new Notice.KeyExpiring(soon, 14),
                new Notice.KeyExpiring(ended, -1));
    }

    private static List<Notice> failing(Instant lastSynced, SyncReport... newestFirst) {
        var runs = new ArrayList<RunRecord>();
        for (SyncReport report : newestFirst) {
            runs.add(new RunRecord(ACME, 9 - runs.size(), NOW, NOW, SyncMode.CHANGES, report));
        }
        return Notices.failing(List.of(synced(lastSynced)), runs, NOW);
    }

    @Test
    void threeDaysWithoutACompleteRunAreToldWhenTheLastOneWasNone() {
        Instant three = NOW.minus(Notices.FAILING_AFTER);
        var partial = new SyncReport.Partial(SyncCounts.NONE, List.of());

        assertThat(failing(three, FAILED, DONE)).containsExactly(new Notice.SyncFailing(synced(three), 3));
        assertThat(failing(three.minus(Duration.ofDays(6)), partial, FAILED))
                .extracting(notice -> ((Notice.SyncFailing) notice).days()).containsExactly(9L);
        assertThat(failing(three.plusSeconds(1), FAILED)).as("a night is no news").isEmpty();
        assertThat(failing(three, DONE, FAILED)).as("the computer was off").isEmpty();
        var cancelled = new SyncReport.Cancelled(SyncCounts.NONE);
        assertThat(failing(three, cancelled)).isEmpty();
        assertThat(failing(three, cancelled, FAILED)).as("whoever stops a run has not mended it").hasSize(1);
        assertThat(failing(three)).isEmpty();
    }

    @Test
    void aPdfThatCouldNotBeFetchedIsNoFailingSync() {
        Instant monthAgo = NOW.minus(Duration.ofDays(30));
        var pdf = new RunRecord(ACME, 9, NOW, NOW, SyncMode.ORIGINAL, FAILED);
        var sync = new RunRecord(ACME, 8, NOW, NOW, SyncMode.CHANGES, DONE);
        var begun = new RunRecord(ACME, 10, NOW, null, SyncMode.CHANGES, null);

        assertThat(Notices.failing(List.of(synced(monthAgo)), List.of(begun, pdf, sync), NOW)).isEmpty();
    }
}
