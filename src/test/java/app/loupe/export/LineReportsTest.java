package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeInvoices;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;

class LineReportsTest {
    private static final Clock CLOCK = Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC);

    private final FakeReader reader = new FakeReader();

    private void put(long id, MoveState state, String credit, InvoiceRow.Presence presence) {
        Invoice invoice = Invoices.invoice(id, "N" + id, MoveType.CUSTOMER_INVOICE, state, new Ref(7, "Ann"), credit,
                "0", new Ref(1, "EUR"), List.of(Invoices.line(id, LineKind.PRODUCT, "Work", credit)));
        reader.put(FakeInvoices.profile().id().value(), invoice, presence);
    }

    @Test
    void totalsOfJournalItemsAreOfWhatIsPostedAndStillInOdoo() throws ProblemException {
        put(1, MoveState.POSTED, "119", InvoiceRow.Presence.PRESENT);
        put(2, MoveState.DRAFT, "238", InvoiceRow.Presence.PRESENT);
        put(3, MoveState.CANCELLED, "476", InvoiceRow.Presence.PRESENT);
        put(4, MoveState.POSTED, "952", InvoiceRow.Presence.REMOVED_IN_ODOO);

        Report report = new LineReports(new Texts(Locale.ENGLISH), CLOCK, LineChoice.JOURNAL_ITEMS, false).of(
                writer -> reader.rows(Set.of(FakeInvoices.profile().id()),
                        row -> writer.write(FakeInvoices.profile(), row,
                                reader.invoice(row.key()).orElseThrow())),
                List.of(), "");

        assertThat(TotalsOf.report(report)).isEqualTo(Map.of("credit  EUR", new BigDecimal("119"), "debit  EUR",
                BigDecimal.ZERO));
        assertThat(TotalsOf.texts(report, "move_name")).containsExactly("N1", "N2", "N3", "N4");
    }

    /** By the accounting date they are chosen, and lines of several companies stand in one sheet. */
    @ParameterizedTest
    @EnumSource(value = LineChoice.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void linesSayTheirAccountingDateAndCompany(LineChoice lines) throws ProblemException {
        put(1, MoveState.POSTED, "119", InvoiceRow.Presence.PRESENT);

        Report report = new LineReports(new Texts(Locale.ENGLISH), CLOCK, lines, false).of(
                writer -> reader.rows(Set.of(FakeInvoices.profile().id()),
                        row -> writer.write(FakeInvoices.profile(), row,
                                reader.invoice(row.key()).orElseThrow())),
                List.of(), "");

        assertThat(TotalsOf.texts(report, "company")).containsExactly("My Company");
        List<String> keys = report.columns().stream().map(Column::key).toList();
        assertThat(keys.contains("date_maturity")).isEqualTo(lines == LineChoice.JOURNAL_ITEMS);
        assertThat(keys.contains("tax_line")).isEqualTo(lines == LineChoice.JOURNAL_ITEMS);
        assertThat(TotalsOf.cells(report, "date")).containsExactly(Cell.day(LocalDate.of(2026, 9, 18)));
    }

    @Test
    void aLineSaysWhatItIsInTheOwnersLanguage() throws ProblemException {
        Invoice invoice = Invoices.invoice(1, "N1", MoveType.CUSTOMER_INVOICE, MoveState.POSTED, new Ref(7, "Ann"),
                "100", "0", new Ref(1, "EUR"), Stream.of(LineKind.values())
                        .map(kind -> Invoices.line(10L + kind.name().hashCode(), kind, "Work", "100")).toList());
        reader.put(FakeInvoices.profile().id().value(), invoice, InvoiceRow.Presence.PRESENT);

        Report report = new LineReports(new Texts(Locale.GERMAN), CLOCK, LineChoice.JOURNAL_ITEMS, false).of(
                writer -> reader.rows(Set.of(FakeInvoices.profile().id()),
                        row -> writer.write(FakeInvoices.profile(), row, reader.invoice(row.key()).orElseThrow())),
                List.of(), "");

        assertThat(TotalsOf.texts(report, "display_type")).hasSize(LineKind.values().length).doesNotHaveDuplicates()
                .contains("Abschnitt", "Zahlungsbedingung").noneMatch(text -> text.contains("_"));
    }
}
