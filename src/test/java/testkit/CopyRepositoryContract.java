package testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static testkit.StoreRecords.WRITTEN;
import static testkit.StoreRecords.invoice;
import static testkit.StoreRecords.invoices;
import static testkit.StoreRecords.line;
import static testkit.StoreRecords.partner;
import static testkit.StoreRecords.payment;
import static testkit.StoreRecords.product;

import app.loupe.domain.Applied;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineTerm;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.review.Books;
import app.loupe.review.Counting;
import app.loupe.review.LineRows;
import app.loupe.review.Shelf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every copy repository does together with its reader, the real ones and the fakes. */
public abstract class CopyRepositoryContract extends CopyMovesContract {
    @Test
    void givesBackInvoicesFieldByField() throws Exception {
        var euro = invoice(1, 3);
        var dinar = invoice(2, WRITTEN, "KWD", "12.345", 2);
        var yen = invoice(3, WRITTEN, "JPY", "9800", 1);

        copies().saveInvoices(SHOP, List.of(euro, dinar, yen));

        assertThat(reader().invoice(key(1))).contains(euro);
        assertThat(reader().invoice(key(2))).contains(dinar);
        assertThat(reader().invoice(key(3))).contains(yen);
        assertThat(reader().invoice(new InvoiceKey(OTHER, 1))).isEmpty();
    }

    @Test
    void losesNoDigitOfAnAmount() throws Exception {
        String total = "123456789012345678901234567890.12345678901234567890123456789";

        copies().saveInvoices(SHOP, List.of(invoice(1, WRITTEN, "EUR", total, 0)));

        assertThat(reader().invoice(key(1)).orElseThrow().amounts().total()).isEqualTo(new BigDecimal(total));
    }

    @Test
    void tellsAddedChangedAndUnchangedApart() throws Exception {
        assertThat(copies().saveInvoices(SHOP, invoices(1, 5, 2))).isEqualTo(new Applied(5, 0, 0));

        var page = new ArrayList<Invoice>(invoices(1, 4, 2));
        page.add(invoice(5, 3));
        page.add(invoice(6, 1));

        assertThat(copies().saveInvoices(SHOP, page)).isEqualTo(new Applied(1, 1, 4));
        assertThat(reader().invoice(key(5))).contains(invoice(5, 3));
    }

    @Test
    void takesOverTheWriteDateOfAnUnchangedInvoice() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(1, 2)));
        var later = invoice(1, WRITTEN.plusSeconds(60), "EUR", "120.00", 2);

        assertThat(copies().saveInvoices(SHOP, List.of(later))).isEqualTo(new Applied(0, 0, 1));

        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).isEqualTo(Map.of(1L, WRITTEN.plusSeconds(60)));
    }

    @Test
    void replacesTheLinesOfAChangedInvoice() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(1, 5), invoice(2, 2)));

        copies().saveInvoices(SHOP, List.of(invoice(1, 2)));

        assertThat(reader().invoice(key(1)).orElseThrow().lines()).hasSize(2);
        assertThat(reader().counts(SHOP).lines()).isEqualTo(4);
    }

    @Test
    void stampsEveryKindApart() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(1, 2)));
        copies().saveJournalItems(SHOP, List.of(line(70_000, 9, 0, "EUR", "Payment")));
        copies().savePartners(SHOP, List.of(partner(5, "Azure")));
        copies().saveProducts(SHOP, List.of(product(6, "Desk")));

        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).containsOnlyKeys(1L);
        assertThat(copies().stamps(SHOP, RecordKind.JOURNAL_ITEM)).containsOnlyKeys(70_000L);
        assertThat(copies().stamps(SHOP, RecordKind.PARTNER)).isEqualTo(Map.of(5L, WRITTEN));
        assertThat(copies().stamps(SHOP, RecordKind.PRODUCT)).isEqualTo(Map.of(6L, WRITTEN));
        assertThat(copies().stamps(OTHER, RecordKind.INVOICE)).isEmpty();
    }

    @Test
    void savesOtherRecordsOnceAndReplacesChangedOnes() throws Exception {
        assertThat(copies().savePartners(SHOP, List.of(partner(5, "Azure")))).isEqualTo(new Applied(1, 0, 0));
        assertThat(copies().savePartners(SHOP, List.of(partner(5, "Azure")))).isEqualTo(new Applied(0, 0, 1));
        assertThat(copies().savePartners(SHOP, List.of(partner(5, "Blue"))).changed()).isEqualTo(1);
        assertThat(copies().saveProducts(SHOP, List.of(product(6, "Desk")))).isEqualTo(new Applied(1, 0, 0));

        assertThat(reader().partner(SHOP, 5)).contains(partner(5, "Blue"));
        assertThat(reader().partner(OTHER, 5)).isEmpty();
    }

    @Test
    void countsThoseThatCount() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 4, 1));
        copies().markRemoved(SHOP, Set.of(1L), WRITTEN);
        copies().markInaccessible(SHOP, Set.of(3L), WRITTEN);

        assertThat(reader().counts(SHOP).invoices())
                .isEqualTo(reader().rows(Set.of(SHOP)).stream().filter(Counting::counts).count()).isEqualTo(2);
    }

    @Test
    void keepsRemovedInvoicesUntilTheyComeBack() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 3, 1));

        assertThat(copies().markRemoved(SHOP, Set.of(1L, 2L), WRITTEN)).isEqualTo(2);
        assertThat(copies().markRemoved(SHOP, Set.of(1L, 2L), WRITTEN)).isZero();
        assertThat(copies().markInaccessible(SHOP, Set.of(3L), WRITTEN)).isEqualTo(1);
        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).isEmpty();
        assertThat(reader().counts(SHOP).removed()).isEqualTo(3);
        assertThat(reader().counts(SHOP).invoices()).isZero();
        assertThat(reader().invoice(key(1))).contains(invoice(1, 1));

        assertThat(copies().saveInvoices(SHOP, invoices(1, 1, 1))).isEqualTo(new Applied(0, 1, 0));
        assertThat(reader().rows(Set.of(SHOP))).extracting(row -> row.key().id(), InvoiceRow::presence)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(1L, Presence.PRESENT),
                        org.assertj.core.groups.Tuple.tuple(2L, Presence.REMOVED_IN_ODOO),
                        org.assertj.core.groups.Tuple.tuple(3L, Presence.NO_LONGER_ACCESSIBLE));
    }

    @Test
    void listsTheLinesOfDrafts() throws Exception {
        var draft = invoice(3, WRITTEN, "EUR", "1.00", "1.00", MoveState.DRAFT, PaymentState.NOT_PAID, 2);
        var empty = invoice(4, WRITTEN, "EUR", "1.00", "1.00", MoveState.DRAFT, PaymentState.NOT_PAID, 0);
        copies().saveInvoices(SHOP, List.of(invoice(1, 1), draft, empty));

        assertThat(copies().draftLines(SHOP)).isEqualTo(Map.of(3L, Set.of(300L, 301L), 4L, Set.of()));
    }

    @Test
    void listsReferencedPartnersAndProducts() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(26, 2)));

        assertThat(copies().referenced(SHOP, RecordKind.PARTNER)).containsExactlyInAnyOrder(526L, 501L, 500L);
        assertThat(copies().referenced(SHOP, RecordKind.PRODUCT)).containsExactlyInAnyOrder(900L, 901L);
    }

    @Test
    void dropsJournalItemsAndNothingElse() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(1, 2)));
        copies().saveJournalItems(SHOP, List.of(line(7, 9, 0, "EUR", "a"), line(8, 9, 0, "EUR", "b")));

        assertThat(copies().dropJournalItems(SHOP, Set.of(7L, 100L, 5L))).isEqualTo(1);

        assertThat(reader().counts(SHOP)).isEqualTo(new InvoiceReader.Counts(1, 0, 2, 1, 0, 0));
    }

    @Test
    void remembersTheWatermark() throws Exception {
        assertThat(copies().watermark(SHOP)).isEmpty();

        copies().publish(SHOP, WRITTEN, null);
        copies().publish(SHOP, WRITTEN.plusSeconds(5), null);

        assertThat(copies().watermark(SHOP)).contains(WRITTEN.plusSeconds(5));
        assertThat(copies().listedAt(SHOP)).isEmpty();
        copies().publish(SHOP, WRITTEN.plusSeconds(5), WRITTEN.plusSeconds(9));
        assertThat(copies().listedAt(SHOP)).contains(WRITTEN.plusSeconds(9));
        assertThat(copies().listedAt(OTHER)).isEmpty();
        assertThat(copies().watermark(OTHER)).isEmpty();
    }

    @Test
    void findsLineTextLiterally() throws Exception {
        var odd = line(100, 1, 0, "EUR", "50% off_now \\o/ Größe");
        var base = invoice(1, 0);
        copies().saveInvoices(SHOP, List.of(withLine(base, odd), invoice(2, 1)));

        assertThat(withText(SHOP, "0% OFF")).containsExactly(key(1));
        assertThat(withText(SHOP, "f_n")).containsExactly(key(1));
        assertThat(withText(SHOP, "\\O/")).containsExactly(key(1));
        assertThat(withText(SHOP, "größe")).containsExactly(key(1));
        assertThat(withText(SHOP, "GROSSE")).containsExactly(key(1));
        assertThat(withText(SHOP, "_")).containsExactly(key(1));
        assertThat(withText(SHOP, "consulting 2")).containsExactly(key(2));
        assertThat(withText(OTHER, "consulting")).isEmpty();
    }

    private Set<InvoiceKey> withText(ConnectionId connection, String text) throws ProblemException {
        return withTerm(connection, new LineTerm.Text(text, false));
    }

    private Set<InvoiceKey> withTerm(ConnectionId connection, LineTerm term) throws ProblemException {
        return withTerm(Set.of(connection), term);
    }

    private Set<InvoiceKey> withTerm(Set<ConnectionId> connections, LineTerm term) throws ProblemException {
        Books books = new Shelf(reader(), new CopyChanges()).withLines(connections);
        return LineRows.of(books, term).mapToObj(row -> books.row(row).row().key()).collect(Collectors.toSet());
    }

    @Test
    void findsUmlautsInLinesInBothSpellings() throws Exception {
        copies().saveInvoices(SHOP, List.of(withLine(invoice(1, 0), line(100, 1, 0, "EUR", "Müsli für Bjørn, Århus")),
                withLine(invoice(2, 0), line(200, 2, 0, "EUR", "Muesli fuer Bjoern, Aarhus")),
                withLine(invoice(3, 0), line(300, 3, 0, "EUR", "Blumen, Johns blue jo"))));

        for (String both : List.of("müsli", "MUESLI", "für bjørn", "fuer bjoern", "århus", "aarhus")) {
            assertThat(withText(SHOP, both)).as(both).containsExactlyInAnyOrder(key(1), key(2));
        }
        assertThat(withText(SHOP, "musli")).containsExactly(key(1));
        assertThat(withText(SHOP, "bluemen")).isEmpty();
        assertThat(withText(SHOP, "joehn")).isEmpty();
        assertThat(withText(SHOP, "blü")).containsExactly(key(3));
    }

    @Test
    void findsWholeWordsInLinesOnlyWhereTheyEnd() throws Exception {
        copies().saveInvoices(SHOP, List.of(withLine(invoice(1, 0), line(100, 1, 0, "EUR", "Prepaid (bills) März")),
                withLine(invoice(2, 0), line(200, 2, 0, "EUR", "as paid, bill."))));

        assertThat(withTerm(SHOP, new LineTerm.Text("paid", true))).containsExactly(key(2));
        assertThat(withTerm(SHOP, new LineTerm.Text("Bills", true))).containsExactly(key(1));
        assertThat(withTerm(SHOP, new LineTerm.Text("maerz", true))).containsExactly(key(1));
        assertThat(withTerm(SHOP, new LineTerm.Text("maer", true))).isEmpty();
    }

    @Test
    void answersSeveralTermsOfLinesEachForItself() throws Exception {
        var odd = line(100, 1, 0, "EUR", "Desk");
        copies().saveInvoices(SHOP, List.of(withLine(invoice(1, 0), odd), invoice(2, 1)));
        var desk = new LineTerm.Text("desk", false);
        var consulting = new LineTerm.Text("consulting", false);
        var price = new LineTerm.Amount(odd.price().subtotal().negate());
        var nothing = new LineTerm.Amount(new BigDecimal("98765.4321"));

        assertThat(withTerm(Set.of(SHOP, OTHER), desk)).containsExactly(key(1));
        assertThat(withTerm(Set.of(SHOP, OTHER), consulting)).containsExactly(key(2));
        assertThat(withTerm(Set.of(SHOP, OTHER), price)).contains(key(1));
        assertThat(withTerm(Set.of(SHOP, OTHER), nothing)).isEmpty();
        assertThat(withTerm(Set.of(), desk)).isEmpty();
    }

    @Test
    void readsSomeInvoicesAndTheirLinesAsTheyAreAmongAll() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 700, 2));
        copies().saveInvoices(OTHER, invoices(1, 3, 1));
        copies().savePartners(SHOP, LongStream.range(500, 530).mapToObj(id -> partner(id, "Partner")).toList());
        Set<Long> some = LongStream.range(50, 900).boxed().collect(Collectors.toSet());
        var all = new ArrayList<PrintedLine>();
        var lines = new ArrayList<PrintedLine>();

        List<InvoiceRow> rows = reader().rows(SHOP, some);
        reader().printedLines(Set.of(SHOP), all::add);
        reader().printedLines(SHOP, some, lines::add);

        assertThat(rows).hasSize(651).containsExactlyInAnyOrderElementsOf(reader().rows(Set.of(SHOP)).stream()
                .filter(row -> some.contains(row.key().id())).toList())
                .anyMatch(row -> !row.partner().vat().isEmpty());
        assertThat(lines).isNotEmpty().containsExactlyInAnyOrderElementsOf(
                all.stream().filter(line -> some.contains(line.invoice().id())).toList());
        assertThat(all).hasSizeGreaterThan(lines.size()).allMatch(line -> line.kind().isPrinted());
        assertThat(reader().rows(OTHER, Set.of())).isEmpty();
        assertThat(reader().rows(OTHER, some)).isEmpty();
    }

    @Test
    void streamsEveryInvoiceInOrder() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 700, 1));
        copies().saveInvoices(SHOP, invoices(701, 601, 0));
        copies().saveInvoices(OTHER, invoices(1, 3, 1));
        var seen = new ArrayList<Invoice>();

        reader().each(SHOP, true, seen::add);

        assertThat(seen).extracting(Invoice::id)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 1301).boxed().toList());
        assertThat(seen.getFirst()).isEqualTo(invoice(1, 1));
    }

    @Test
    void projectsRows() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(14, WRITTEN, "KWD", "7.500", 1)));
        copies().saveInvoices(OTHER, List.of(invoice(1, 1)));
        copies().savePartners(SHOP, List.of(partner(514, "Azure")));

        assertThat(reader().rows(Set.of(SHOP))).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo(key(14));
            assertThat(row.number()).isEqualTo("INV/2026/14");
            assertThat(row.amounts().total()).isEqualTo(new BigDecimal("7.500"));
            assertThat(row.partner().vat()).isEqualTo("BE0477472701");
            assertThat(row.amounts().currency()).isEqualTo("KWD");
            assertThat(row.otherInfo().company()).isEqualTo("Own company");
            assertThat(row.partner().commercialId()).isEqualTo(514);
            assertThat(row.otherInfo().toReview()).isTrue();
        });
        assertThat(reader().rows(Set.of(SHOP, OTHER))).hasSize(2);
        assertThat(reader().rows(Set.of())).isEmpty();
    }

    @Test
    void deletesOneConnectionWholly() throws Exception {
        for (ConnectionId id : List.of(SHOP, OTHER)) {
            copies().saveInvoices(id, invoices(1, 4, 2));
            copies().savePartners(id, List.of(partner(5, "Azure")));
            copies().saveProducts(id, List.of(product(6, "Desk")));
            copies().publish(id, WRITTEN, null);
        }

        assertThat(copies().delete(SHOP)).isEqualTo(4);

        assertThat(reader().counts(SHOP)).isEqualTo(new InvoiceReader.Counts(0, 0, 0, 0, 0, 0));
        assertThat(copies().watermark(SHOP)).isEmpty();
        assertThat(reader().counts(OTHER)).isEqualTo(new InvoiceReader.Counts(4, 0, 8, 0, 1, 1));
        assertThat(copies().watermark(OTHER)).contains(WRITTEN);
    }

    @Test
    void refusesWhatArrivesAfterTheDeletion() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 2, 1));

        copies().delete(SHOP);

        List<ThrowingCallable> late = List.of(() -> copies().saveInvoices(SHOP, invoices(1, 1, 1)),
                () -> copies().saveJournalItems(SHOP, List.of(line(9_000, 99, 0, "EUR", "item"))),
                () -> copies().savePartners(SHOP, List.of(partner(5, "Azure"))),
                () -> copies().saveProducts(SHOP, List.of(product(6, "Desk"))),
                () -> copies().savePayments(SHOP, Map.of(1L, List.of(payment(LocalDate.EPOCH, "1.00")))),
                () -> copies().publish(SHOP, WRITTEN, null));
        assertThat(late).allSatisfy(call -> assertThatThrownBy(call).hasMessage("connection-unknown"));
        assertThat(reader().counts(SHOP)).isEqualTo(new InvoiceReader.Counts(0, 0, 0, 0, 0, 0));
        assertThat(copies().watermark(SHOP)).isEmpty();
    }
}
