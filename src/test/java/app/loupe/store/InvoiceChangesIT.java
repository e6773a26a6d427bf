package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.NameKind;
import app.loupe.domain.Named;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Stamp;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

class InvoiceChangesIT {
    private static final ConnectionId SHOP = new ConnectionId("sh0psh0p");
    private static final Instant NOW = OpenBook.NOW;
    private static final Instant LATER = StoreRecords.WRITTEN.plusSeconds(60);

    @TempDir
    Path folder;

    private final List<InvoiceChange> told = new ArrayList<>();
    private final List<Instant> toldSince = new ArrayList<>();
    private OpenStore open;
    private CopyRepository copy;

    @BeforeEach
    void open() throws ProblemException {
        open = new OpenStore(folder).knowing(SHOP);
        copy = open.store.copies((connection, since, changes) -> {
            assertThat(connection).isEqualTo(SHOP);
            toldSince.add(since);
            told.addAll(changes);
        }, OpenStore.CLOCK);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void firstSync() throws ProblemException {
        open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);
        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
        copy.savePayments(SHOP, Map.of(1L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00"))));
        copy.markRemoved(SHOP, Set.of(20L), NOW);
        copy.publish(SHOP, NOW, NOW);
        open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);
    }

    private List<String> told() {
        return told.stream().map(change -> change.invoice() + " " + change.kind() + " " + change.field().odoo() + " ["
                + change.before() + "] [" + change.after() + "]" + (change.editedAfterPosting() ? " edited" : ""))
                .toList();
    }

    private static Invoice paid(long id, String residual, PaymentState state) {
        return StoreRecords.invoice(id, LATER, "EUR", "120.00", residual, MoveState.POSTED, state, 2);
    }

    @Test
    void aFirstSyncTellsNothingAlsoWhenItWasCutOffInBetween() throws Exception {
        copy.publish(SHOP, NOW, null);
        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));
        copy.saveInvoices(SHOP, List.of(paid(1, "0.00", PaymentState.PAID)));
        firstSync();

        assertThat(told).isEmpty();
    }

    /** A change that is told may be one of before only as far as no run has come to its end since. */
    @Test
    void itIsToldWhenTheLastRunBeganThatCameToItsEnd() throws Exception {
        firstSync();
        Instant[] starts = {NOW.plusSeconds(10), NOW.plusSeconds(20), NOW.plusSeconds(30), NOW.plusSeconds(40)};
        SyncReport[] ends = {new SyncReport.Done(SyncCounts.NONE),
            new SyncReport.Partial(SyncCounts.NONE, List.of(Problem.of(ProblemCode.RECORD_UNREADABLE, "INVOICE", "1"))),
            new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.DISK_FULL, "x")),
            new SyncReport.Cancelled(SyncCounts.NONE)};
        for (int i = 0; i < starts.length; i++) {
            int number = open.store.journal().begin(SHOP, starts[i], SyncMode.CHANGES);
            copy.saveInvoices(SHOP, List.of(paid(1, i + ".00", PaymentState.PARTIAL)));
            open.store.journal().end(SHOP, number, starts[i].plusSeconds(1), ends[i]);
        }
        int fetch = open.store.journal().begin(SHOP, NOW.plusSeconds(50), SyncMode.ORIGINAL);
        open.store.journal().end(SHOP, fetch, NOW.plusSeconds(51), ends[0]);
        copy.saveInvoices(SHOP, List.of(paid(1, "9.00", PaymentState.PARTIAL)));

        assertThat(toldSince).containsExactly(Stamp.NEVER, starts[0], starts[1], starts[1], starts[1]);
    }

    @Test
    void readingEverythingAgainTellsNothing() throws Exception {
        firstSync();

        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 19, 2));
        copy.savePayments(SHOP, Map.of(1L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00")), 2L, List.of()));
        copy.markRemoved(SHOP, Set.of(20L), NOW);

        assertThat(told).isEmpty();
    }

    private static Invoice payableTo(Invoice invoice, @Nullable Ref account) {
        Invoice.Booking at = invoice.booking();
        return new Invoice(invoice.id(), LATER, invoice.name(), invoice.type(), invoice.state(),
                invoice.paymentState(), invoice.parties(),
                new Invoice.Booking(at.company(), at.currency(), at.companyCurrency(), at.journal(), at.salesperson(),
                        at.paymentTerms(), at.reversedEntry(), account),
                invoice.dates(), invoice.amounts(), invoice.otherInfo(), invoice.lines());
    }

    @Test
    void anotherBankAccountIsToldAsAnEdit() throws Exception {
        firstSync();
        copy.saveInvoices(SHOP, List.of(payableTo(StoreRecords.invoice(3, 2), new Ref(4, "NL91 ABNA"))));
        copy.saveInvoices(SHOP, List.of(payableTo(StoreRecords.invoice(3, 2), new Ref(5, "LT12 1000"))));

        assertThat(told()).containsExactly("3 CHANGED partner_bank_id [] [NL91 ABNA] edited",
                "3 CHANGED partner_bank_id [NL91 ABNA] [LT12 1000] edited");
    }

    @Test
    void aBankAccountThatVerifyFindsIsToldThoughItWasWrittenPastOdoo() throws Exception {
        firstSync();
        copy.doubt(SHOP, Set.of(3L));

        copy.saveInvoices(SHOP, List.of(payableTo(StoreRecords.invoice(3, 2), new Ref(4, "LT12 1000"))));

        assertThat(told()).containsExactly("3 CHANGED partner_bank_id [] [LT12 1000] edited");
    }

    @Test
    void whatOnlyWasNotToBeKeptIsNoNewsWhenMoreIsKeptAndWhatIsNewIs() throws Exception {
        firstSync();
        copy.widen(SHOP);
        Instant longAgo = NOW.minus(Duration.ofDays(900));

        copy.saveInvoices(SHOP, List.of(
                StoreRecords.invoice(40, longAgo, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 2),
                StoreRecords.invoice(41, NOW.plusSeconds(60), "EUR", "120.00", "0.00", MoveState.POSTED,
                        PaymentState.PAID, 2)));
        copy.savePayments(SHOP, Map.of(40L, List.of(StoreRecords.payment(LocalDate.EPOCH, "120.00")),
                41L, List.of(StoreRecords.payment(LocalDate.EPOCH, "120.00"))));
        copy.markRemoved(SHOP, Set.of(2L), NOW);

        assertThat(told).extracting(InvoiceChange::invoice).contains(41L, 2L).doesNotContain(40L);
        told.clear();
        copy.publish(SHOP, NOW, NOW);
        open.store.journal().end(SHOP, 2, NOW, new SyncReport.Done(SyncCounts.NONE));
        copy.saveInvoices(SHOP, List.of(
                StoreRecords.invoice(42, longAgo, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 2)));
        assertThat(told()).as("this user was not shown it until now").isEmpty();
    }

    @Test
    void aNewInvoiceIsToldWithItsRunAndMoment() throws Exception {
        firstSync();

        copy.saveInvoices(SHOP, List.of(StoreRecords.invoice(30, NOW.plusSeconds(60), "EUR", "120.00", 2)));

        assertThat(told()).containsExactly("30 NEW presence [] []");
        assertThat(told.getFirst().run()).isEqualTo(2);
        assertThat(told.getFirst().noticed()).isEqualTo(NOW);
        assertThat(told.getFirst().name()).isEqualTo("INV/2026/30");
    }

    @Test
    void whatIsPaidPartlyPaidAndUnpaidIsTold() throws Exception {
        firstSync();

        copy.saveInvoices(SHOP, List.of(paid(2, "20.00", PaymentState.PARTIAL)));
        copy.saveInvoices(SHOP, List.of(paid(2, "0.00", PaymentState.PAID)));
        copy.saveInvoices(SHOP, List.of(paid(2, "120.00", PaymentState.NOT_PAID)));

        assertThat(told()).containsExactly("2 CHANGED payment_state [not_paid] [partial]",
                "2 CHANGED amount_residual [120.00] [20.00]", "2 CHANGED payment_state [partial] [paid]",
                "2 CHANGED amount_residual [20.00] [0.00]", "2 CHANGED payment_state [paid] [not_paid]",
                "2 CHANGED amount_residual [0.00] [120.00]");
    }

    @Test
    void settlementsThatComeAndGoAreTold() throws Exception {
        firstSync();
        Payment first = StoreRecords.payment(LocalDate.EPOCH, "1.00");
        Payment second = new Payment(LocalDate.EPOCH, new BigDecimal("5.00"), "Cash", "", 78, false);

        copy.savePayments(SHOP, Map.of(1L, List.of(second, first)));
        copy.savePayments(SHOP, Map.of(1L, List.of(second)));

        assertThat(told()).containsExactly("1 PAYMENT_ADDED payment [] [1970-01-01 5.00 Cash]",
                "1 PAYMENT_REMOVED payment [1970-01-01 1.00 Bank] []");
        assertThat(told).extracting(InvoiceChange::record).containsExactly(78L, 77L);
        assertThat(told).extracting(InvoiceChange::name).containsOnly("INV/2026/1");
        assertThat(told).extracting(InvoiceChange::company).containsOnly(1L);
    }

    @Test
    void aLineThatIsEditedAfterPostingIsTold() throws Exception {
        firstSync();
        Invoice before = StoreRecords.invoice(3, 2);
        MoveLine other = StoreRecords.line(301, 3, 1, "EUR", "Something else");

        copy.saveInvoices(SHOP, List.of(before.withLines(List.of(before.lines().getFirst(), other))));
        copy.saveInvoices(SHOP, List.of(before.withLines(List.of(before.lines().getFirst()))));

        assertThat(told()).containsExactly("3 CHANGED line.name [Consulting 3 day 1] [Something else] edited",
                "3 LINE_REMOVED invoice_line_ids [1.5 x 10.00 Something else] [] edited");
    }

    @Test
    void whatIsRemovedOrNoLongerReadableAndComesBackIsTold() throws Exception {
        firstSync();

        copy.markRemoved(SHOP, Set.of(4L), NOW);
        copy.markInaccessible(SHOP, Set.of(5L, 999L), NOW);
        copy.saveInvoices(SHOP, List.of(StoreRecords.invoice(4, 2), paid(20, "0.00", PaymentState.PAID)));

        assertThat(told()).containsExactly("4 REMOVED presence [] []", "5 INACCESSIBLE presence [] []",
                "4 BACK presence [] []", "20 BACK presence [] []", "20 CHANGED payment_state [not_paid] [paid]",
                "20 CHANGED amount_residual [120.00] [0.00]");
    }

    @Test
    void aRenamedCompanyIsNoChangeOfItsInvoices() throws Exception {
        firstSync();

        int renamed = copy.rename(SHOP, List.of(new Named(NameKind.COMPANY, 1, 0, "Renamed company"),
                new Named(NameKind.PARTNER, 506, 0, "Renamed partner")));
        Invoice six = open.store.reader().invoice(new InvoiceKey(SHOP, 6)).orElseThrow();
        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 19, 2));

        assertThat(renamed).isPositive();
        assertThat(six.booking().company()).isEqualTo(new Ref(1, "Renamed company"));
        assertThat(told).isEmpty();
    }

    @Test
    void aCopyThatHasToBeFilledAgainTellsNothing() throws Exception {
        firstSync();
        copy.flush();
        open.close();
        try (var connection = new H2Connector(folder.resolve("invoices.mv.db"), OpenStore.key((byte) 7))
                .connect(H2Connector.APPEND_ONLY)) {
            connection.createStatement().execute("DELETE FROM invoice WHERE id = 9");
        }
        open();
        assertThat(open.store.scrub()).extracting(problem -> problem.code()).contains(ProblemCode.STORE_SHORT);
        copy.flush();

        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 19, 2));

        assertThat(copy.stamps(SHOP, RecordKind.INVOICE)).containsKey(9L);
        assertThat(told).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsNotSavedEither() throws Exception {
        firstSync();
        CopyRepository refusing = open.store.copies((connection, since, changes) -> {
            throw ProblemException.of(ProblemCode.DISK_FULL);
        }, OpenStore.CLOCK);
        InvoiceReader reader = open.store.reader();

        assertThatThrownBy(() -> refusing.saveInvoices(SHOP, List.of(paid(2, "0.00", PaymentState.PAID))))
                .hasMessage("disk-full");

        assertThat(reader.invoice(new InvoiceKey(SHOP, 2)).orElseThrow().paymentState())
                .isEqualTo(PaymentState.NOT_PAID);
        assertThat(copy.saveInvoices(SHOP, List.of(paid(2, "0.00", PaymentState.PAID))).changed()).isOne();
        assertThat(told).hasSize(2);
    }
}
