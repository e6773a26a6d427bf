package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static testkit.StoreRecords.WRITTEN;
import static testkit.StoreRecords.invoice;
import static testkit.StoreRecords.line;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which items of the copy are owed, and what is said of them. */
class OwedItemsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 24);

    @TempDir
    private Path folder;

    private OpenStore open;

    @BeforeEach
    void open() throws ProblemException {
        open = new OpenStore(folder).knowing(OTHER, SHOP);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private List<OwedItem> owed() throws ProblemException {
        var items = new ArrayList<OwedItem>();
        open.store.reader().owedItems(SHOP, items::add);
        items.sort(Comparator.comparingLong(OwedItem::id));
        return items;
    }

    private static MoveLine item(long id, LineKind kind, JournalEntry entry, String amount, String left,
            Long... partials) {
        MoveLine line = line(id, entry.move().id(), 9, "EUR", "");
        var booked = new BigDecimal(amount);
        var rest = new BigDecimal(left);
        return new MoveLine(id, line.writeDate(), entry, kind, 9, "",
                new MoveLine.Price(null, null, line.price().quantity(), line.price().priceUnit(),
                        line.price().discount(), line.price().subtotal(), line.price().total()),
                new MoveLine.Taxes(List.of(), null, null, line.taxes().baseAmount()),
                new MoveLine.Posting(line.posting().account(), new Ref(7, "Ann, Shop"), line.posting().company(),
                        line.posting().currency(), line.posting().debit(), line.posting().credit(), booked, booked,
                        rest, rest),
                line.date(), DUE, new Matching(false, "", List.of(partials)));
    }

    private static JournalEntry entry(long move, MoveState state) {
        return new JournalEntry(new Ref(move, "BNK/" + move), state, new Ref(6, "Bank"), "");
    }

    private static Invoice owing(long id, MoveType type, MoveState state) {
        Invoice plain = invoice(id, WRITTEN, "EUR", "120.00", "20.00", state, PaymentState.PARTIAL, 1);
        var lines = new ArrayList<>(plain.lines());
        lines.add(
                item(id * 100 + 50, LineKind.PAYMENT_TERM, JournalEntry.of(new Ref(id, plain.name()), state), "120.00",
                        "20.00", 7L, 5L));
        return new Invoice(plain.id(), plain.writeDate(), plain.name(), type, state, plain.paymentState(),
                plain.parties(),
                new Invoice.Booking(plain.booking().company(), plain.booking().currency(),
                        plain.booking().companyCurrency(), plain.booking().journal(), plain.booking().salesperson(),
                        plain.booking().paymentTerms(), null, plain.booking().bankAccount()),
                plain.dates(), plain.amounts(), plain.otherInfo(), lines);
    }

    @ParameterizedTest
    @EnumSource
    void anInstalmentStandsOnTheSideOfItsDocument(MoveType type) throws Exception {
        Invoice invoice = owing(1, type, MoveState.POSTED);
        open.copies().saveInvoices(SHOP, List.of(invoice));
        open.copies().saveInvoices(OTHER, List.of(owing(2, type, MoveState.POSTED)));

        assertThat(owed())
                .containsExactly(new OwedItem(150, 1,
                        new OwedItem.Entry(1, type, "INV/2026/1", "Sales", invoice.otherInfo().ref()),
                        !type.isSale(), invoice.booking().company(),
                        invoice.parties().commercialPartner(), invoice.booking().currency(),
                        new OwedItem.Dates(Objects.requireNonNull(line(1, 1, 0, "EUR", "").date()), DUE,
                                invoice.dates().invoice()),
                        new BigDecimal("120.00"), new BigDecimal("20.00"),
                        new OwedItem.Booked(invoice.booking().companyCurrency(), new BigDecimal("120.00"),
                                new BigDecimal("20.00")),
                        List.of(5L, 7L)));
        assertThat(owed().getFirst().settled()).isEqualByComparingTo("100");
    }

    private static MoveLine dueOn(MoveLine item, String day) {
        return new MoveLine(item.id(), item.writeDate(), item.entry(), item.kind(), item.sequence(), item.label(),
                item.price(), item.taxes(), item.posting(), item.date(), LocalDate.parse(day), item.matching());
    }

    /** Of an invoice in instalments of 300, 500 and 200, of which these parts are left. */
    private @Nullable LocalDate openSince(String first, String second, String last) throws ProblemException {
        Invoice plain = owing(1, MoveType.CUSTOMER_INVOICE, MoveState.POSTED);
        JournalEntry entry = JournalEntry.of(new Ref(1, plain.name()), MoveState.POSTED);
        BigDecimal left = new BigDecimal(first).add(new BigDecimal(second)).add(new BigDecimal(last));
        open.copies().saveInvoices(SHOP, List.of(new Invoice(1, plain.writeDate(), plain.name(), plain.type(),
                plain.state(), plain.paymentState(), plain.parties(), plain.booking(),
                new Invoice.Dates(plain.dates().invoice(), plain.dates().accounting(), LocalDate.parse("2026-03-01")),
                new Invoice.Amounts(plain.amounts().untaxed(), plain.amounts().tax(), plain.amounts().total(), left,
                        plain.amounts().signed()),
                plain.otherInfo(),
                List.of(dueOn(item(151, LineKind.PAYMENT_TERM, entry, "300", first), "2026-01-01"),
                        dueOn(item(152, LineKind.PAYMENT_TERM, entry, "500", second), "2026-02-01"),
                        dueOn(item(153, LineKind.PAYMENT_TERM, entry, "200", last), "2026-03-01")))));
        return open.store.reader().rows(SHOP, Set.of(1L)).getFirst().amounts().openSince();
    }

    @Test
    void aRowSaysWhenTheFirstInstalmentIsDueThatIsOpen() throws ProblemException {
        assertThat(openSince("300", "500", "200")).isEqualTo("2026-01-01");
        assertThat(openSince("0.01", "500", "200")).isEqualTo("2026-01-01");
        assertThat(openSince("0", "500", "200")).isEqualTo("2026-02-01");
        assertThat(openSince("0", "0", "200")).as("on the document's own day").isNull();
        assertThat(openSince("0", "0", "0")).isNull();
    }

    @Test
    void itemsOfOtherEntriesStandOnTheSideOfTheirAccountUnderTheCompanyBehind() throws Exception {
        var copies = open.copies();
        copies.saveJournalItems(SHOP, List.of(
                item(1, LineKind.RECEIVABLE, entry(50, MoveState.POSTED), "-30", "-30"),
                item(2, LineKind.PAYABLE, entry(51, MoveState.POSTED), "40", "40")));
        assertThat(owed()).extracting(OwedItem::payable).containsExactly(false, true);
        assertThat(owed()).extracting(OwedItem::partner).containsOnly(new Ref(7, "Ann, Shop"));

        copies.savePartners(SHOP, List.of(new Partner(7, WRITTEN, "Shop", new Ref(8, "Ann"), new Ref(8, "Ann"), false,
                true, "", "", new Partner.Contact("", "",
                        new Partner.Address("", "", "", "", null)),
                0)));

        assertThat(owed()).extracting(OwedItem::partner).containsOnly(new Ref(8, "Ann"));
        assertThat(owed()).extracting(OwedItem::number).containsExactly("BNK/50", "BNK/51");
        assertThat(owed()).allMatch(item -> item.invoice() == 0 && item.dates().invoice() == null);
    }

    @Test
    void onlyWhatIsPostedAndStillInOdooCounts() throws Exception {
        var copies = open.copies();
        copies.saveInvoices(SHOP, List.of(owing(1, MoveType.CUSTOMER_INVOICE, MoveState.DRAFT),
                owing(2, MoveType.CUSTOMER_INVOICE, MoveState.CANCELLED),
                owing(3, MoveType.CUSTOMER_INVOICE, MoveState.POSTED),
                owing(4, MoveType.CUSTOMER_INVOICE, MoveState.POSTED),
                owing(5, MoveType.CUSTOMER_INVOICE, MoveState.POSTED)));
        copies.saveJournalItems(SHOP, List.of(
                item(1, LineKind.RECEIVABLE, entry(50, MoveState.DRAFT), "-30", "-30"),
                item(2, LineKind.OTHER, entry(51, MoveState.POSTED), "-30", "-30")));
        copies.markRemoved(SHOP, Set.of(3L), WRITTEN);
        copies.markInaccessible(SHOP, Set.of(4L), WRITTEN);

        assertThat(owed()).extracting(OwedItem::invoice).containsExactly(5L);
    }

    @Test
    void someOfThemAreThoseOfTheInvoicesAndThoseWithTheIds() throws Exception {
        var copies = open.copies();
        copies.saveInvoices(SHOP, List.of(owing(1, MoveType.CUSTOMER_INVOICE, MoveState.POSTED),
                owing(2, MoveType.CUSTOMER_INVOICE, MoveState.POSTED),
                owing(3, MoveType.CUSTOMER_INVOICE, MoveState.DRAFT)));
        copies.saveJournalItems(SHOP, List.of(
                item(11, LineKind.RECEIVABLE, entry(60, MoveState.POSTED), "-30", "-30"),
                item(12, LineKind.RECEIVABLE, entry(61, MoveState.POSTED), "-40", "-40")));
        copies.savePartners(SHOP, List.of(new Partner(7, WRITTEN, "Shop", new Ref(8, "Ann"), new Ref(8, "Ann"), false,
                true, "", "", new Partner.Contact("", "",
                        new Partner.Address("", "", "", "", null)),
                0)));
        var some = new ArrayList<OwedItem>();

        open.store.reader().owedItems(SHOP, Set.of(2L, 3L, 99L), Set.of(12L, 98L), some::add);

        assertThat(some).extracting(OwedItem::id).containsExactlyInAnyOrder(250L, 12L);
        assertThat(owed()).hasSize(4).containsAll(some);
    }

    @Test
    void anItemOfAnotherEntrySaysWhereItWasBookedAndWhatItsTextIs() throws Exception {
        open.copies().saveJournalItems(SHOP,
                List.of(item(1, LineKind.RECEIVABLE,
                        new JournalEntry(new Ref(60, "BNK/60"), MoveState.POSTED, new Ref(6, "Bank"), "REF 8812"),
                        "-30", "-30")));

        assertThat(owed()).singleElement().satisfies(item -> {
            assertThat(item.entry()).isEqualTo(new OwedItem.Entry(60, null, "BNK/60", "Bank", "REF 8812"));
            assertThat(item.booked().balance()).isEqualByComparingTo("-30");
        });
    }
}
