package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.Stamp;
import app.loupe.domain.SyncReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.StoreRecords;

/** An invoice that was in Odoo at the last complete listing, and comes only now, was not to be seen until now. */
class FormerlyHiddenIT {
    private static final ConnectionId SHOP = new ConnectionId("sh0psh0p");
    private static final Instant LISTED = OpenBook.NOW;
    private static final SyncReport DONE = new SyncReport.Done(SyncCounts.NONE);

    @TempDir
    Path folder;

    private final List<InvoiceChange> told = new ArrayList<>();
    private OpenStore open;
    private CopyRepository copy;

    @BeforeEach
    void open() throws ProblemException {
        open = new OpenStore(folder).knowing(SHOP);
        copy = open.store.copies((connection, since, changes) -> told.addAll(changes), OpenStore.CLOCK);
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** A complete run that listed the books at a moment and said this at its end. */
    private void run(Instant listed, SyncReport report, List<Invoice> invoices) throws ProblemException {
        int number = open.store.journal().begin(SHOP, listed, SyncMode.CHANGES);
        copy.saveInvoices(SHOP, invoices);
        copy.publish(SHOP, listed, listed);
        open.store.journal().end(SHOP, number, listed.plusSeconds(9), report);
    }

    private static Invoice paid(long id, Instant written) {
        return StoreRecords.invoice(id, written, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 2);
    }

    private void pay(long invoice) throws ProblemException {
        copy.savePayments(SHOP, Map.of(invoice, List.of(StoreRecords.payment(LocalDate.EPOCH, "120.00"))));
    }

    private List<String> told() {
        return told.stream().map(change -> change.invoice() + " " + change.kind()).toList();
    }

    @Test
    void isNoNewsNorAreItsPayments() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));

        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.minus(Duration.ofDays(900))),
                paid(41, LISTED.minus(Duration.ofMinutes(16)))));
        pay(40);
        pay(41);

        assertThat(told()).isEmpty();
    }

    @Test
    void isNoNewsEitherWhenTheRunThatBroughtItBrokeOffBeforeItsPayments() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));
        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.minus(Duration.ofDays(900)))));
        close();
        open();

        pay(40);
        assertThat(told()).isEmpty();
        copy.savePayments(SHOP, Map.of(40L, List.of()));
        copy.doubtPayments(SHOP, Set.of(40L));
        pay(40);

        assertThat(told()).as("from then on it is one like the others").containsExactly("40 PAYMENT_REMOVED",
                "40 PAYMENT_ADDED");
    }

    @Test
    void isToldOfLikeAnyOtherOnceItIsHere() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));
        Instant longAgo = LISTED.minus(Duration.ofDays(900));
        copy.saveInvoices(SHOP, List.of(StoreRecords.invoice(40, longAgo, "EUR", "120.00", 2)));

        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.plusSeconds(60))));
        pay(40);

        assertThat(told()).containsExactly("40 CHANGED", "40 CHANGED", "40 PAYMENT_ADDED");
    }

    @Test
    void whatWasWrittenSinceOrCommittedLateIsNews() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));

        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.plusSeconds(1)),
                paid(41, LISTED.minus(Duration.ofMinutes(14)))));
        pay(40);

        assertThat(told()).containsExactly("40 NEW", "41 NEW", "40 PAYMENT_ADDED");
    }

    @Test
    void aPaymentThatComesToAnOldInvoiceIsNewsThoughNothingWasWrittenToTheInvoice() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));
        pay(3);
        told.clear();

        copy.doubtPayments(SHOP, Set.of(3L, 4L));
        pay(3);
        pay(4);

        assertThat(told()).containsExactly("4 PAYMENT_ADDED");
    }

    @ParameterizedTest
    @EnumSource(value = ProblemCode.class, names = {"RECORD_UNREADABLE", "RECORD_FAILED", "RECORDS_NOT_SENT"})
    void aNewOneThatCouldNotBeReadAtFirstIsNewsWhenItCanBe(ProblemCode unread) throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));
        Instant created = LISTED.plus(Duration.ofDays(1));
        Instant second = LISTED.plus(Duration.ofDays(2));
        run(second, new SyncReport.Partial(SyncCounts.NONE, List.of(unread == ProblemCode.RECORDS_NOT_SENT
                ? Problem.of(unread, "account.move", "2", "39, 40")
                : Problem.of(unread, "account.move", "40"))), List.of());

        copy.saveInvoices(SHOP, List.of(paid(40, created), paid(41, LISTED.minus(Duration.ofDays(2)))));

        assertThat(told()).containsExactly("40 NEW");
        told.clear();
        run(second.plusSeconds(60), DONE, List.of());
        copy.saveInvoices(SHOP, List.of(paid(42, created)));
        assertThat(told()).as("all was read since").isEmpty();
    }

    /** A payment box that never comes is named by each run, and is no reason to tell of what was hidden. */
    @Test
    void whatIsHereAndCouldNotBeReadLeavesNoDoubtOfOthers() throws Exception {
        run(LISTED, new SyncReport.Partial(SyncCounts.NONE,
                List.of(Problem.of(ProblemCode.RECORDS_NOT_SENT, "account.move", "1", "3"))),
                StoreRecords.invoices(1, 20, 2));

        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.minus(Duration.ofDays(900)))));

        assertThat(told()).isEmpty();
    }

    /** What the answers say is the clock of a proxy, perhaps; records are dated by the database. */
    @Test
    void whatIsNewInADatabaseWhoseClockIsBehindIsNews() throws Exception {
        Duration behind = Duration.ofMinutes(40);
        int number = open.store.journal().begin(SHOP, LISTED, SyncMode.CHANGES);
        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
        copy.publish(SHOP, LISTED.minus(behind), LISTED);
        open.store.journal().end(SHOP, number, LISTED.plusSeconds(9), DONE);

        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.plusSeconds(1).minus(behind)),
                paid(41, LISTED.minus(Duration.ofDays(900)))));

        assertThat(told()).containsExactly("40 NEW");
    }

    @Test
    void whatHasNoDateIsNews() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));

        copy.saveInvoices(SHOP, List.of(paid(40, Stamp.NEVER)));

        assertThat(told()).containsExactly("40 NEW");
    }

    @Test
    void itsPaymentsStayNoNewsWhereTheyCouldNotBeReadAtFirst() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));
        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.minus(Duration.ofDays(900)))));

        copy.doubtPayments(SHOP, Set.of(40L));
        pay(40);

        assertThat(told()).isEmpty();
    }

    @Test
    void anotherProblemOfTheLastRunLeavesNoDoubt() throws Exception {
        run(LISTED, DONE, StoreRecords.invoices(1, 20, 2));
        Instant second = LISTED.plus(Duration.ofDays(2));
        run(second, new SyncReport.Partial(SyncCounts.NONE,
                List.of(Problem.of(ProblemCode.RECORD_UNREADABLE, "res.partner", "7"))), List.of());

        copy.saveInvoices(SHOP, List.of(paid(40, LISTED.plus(Duration.ofDays(1)))));

        assertThat(told()).isEmpty();
    }
}
