package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Stamp;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.review.Shelf;
import app.loupe.review.TaxTotals;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.InMemoryBook;
import testkit.cli.Invoices;

/** The taxes and the changes of a month-end pack. */
class PeriodReportsTest {
    private static final Ref EUR = new Ref(1, "EUR");

    private static MoveLine line(LineKind kind, String balance, MoveLine.Taxes taxes) {
        MoveLine line = Invoices.line(1, kind, "", "0");
        var booked = new BigDecimal(balance);
        return new MoveLine(line.id(), line.writeDate(), line.entry(), kind, 10, "", line.price(), taxes,
                new MoveLine.Posting(null, null, null, EUR, BigDecimal.ZERO, BigDecimal.ZERO, booked, booked,
                        BigDecimal.ZERO, BigDecimal.ZERO),
                null, null, line.matching());
    }

    private static TaxTotals totals() {
        var totals = new TaxTotals();
        totals.add(FakeInvoices.profile(), Invoices.invoice(1, "N", MoveType.CUSTOMER_INVOICE, MoveState.POSTED, null,
                "0", "0", EUR, List.of(
                        line(LineKind.PRODUCT, "-100", new MoveLine.Taxes(List.of(5L), null, null, BigDecimal.ZERO)),
                        line(LineKind.PRODUCT, "-40", new MoveLine.Taxes(List.of(3L), null, null, BigDecimal.ZERO)),
                        line(LineKind.TAX, "-21", new MoveLine.Taxes(List.of(), new Ref(5, "21% sales"), null,
                                new BigDecimal("100"))))));
        return totals;
    }

    @ParameterizedTest
    @CsvSource({"en, No tax charged (tax no. 3 in Odoo)", "de, Keine Steuer berechnet (Steuer Nr. 3 in Odoo)",
        "fr, Aucune taxe facturée (taxe n° 3 dans Odoo)", "es, Sin impuesto cobrado (impuesto n.º 3 en Odoo)",
        "nl, Geen btw berekend (btw nr. 3 in Odoo)"})
    void aTaxWithoutAnAmountIsCalledByWordsBelowTheFieldsThatProgramsKnow(String language, String words)
            throws IOException, ProblemException {
        var texts = new Texts(Locale.of(language));
        var invoices = FakeInvoices.empty();
        var source = new ExportSource(invoices, new Shelf(invoices, new CopyChanges()), new InMemoryBook(),
                ReadTogether.only(FakeInvoices.profile()));
        var out = new ByteArrayOutputStream();
        new Reports(texts).write(ReportFormat.CSV, List.of(new PeriodReports(texts,
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC), source, "").taxes(totals())), out);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\ufeffconnection,company,side,tax,base,base_currency,amount,"
                + "amount_currency,debit,debit_currency,credit,credit_currency");
        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[3]).toList())
                .containsExactlyInAnyOrder("21% sales", words);
    }

    @ParameterizedTest
    @CsvSource({"en, Group of taxes (no. 9 in Odoo), point of sale, discounts",
        "de, Steuergruppe (Nr. 9 in Odoo), Kasse, Skonto",
        "fr, Groupe de taxes (n° 9 dans Odoo), point de vente, escomptes",
        "es, Grupo de impuestos (n.º 9 en Odoo), punto de venta, pronto pago",
        "nl, Groep van btw-tarieven (nr. 9 in Odoo), kassa, korting"})
    void aGroupIsCalledOneAndTheListSaysWhatIsNotInIt(String language, String words, String leftOut,
            String discount) throws IOException, ProblemException {
        var totals = new TaxTotals();
        totals.add(FakeInvoices.profile(), Invoices.invoice(1, "N", MoveType.CUSTOMER_INVOICE, MoveState.POSTED, null,
                "0", "0", EUR, List.of(
                        line(LineKind.PRODUCT, "-100", new MoveLine.Taxes(List.of(9L), null, null, BigDecimal.ZERO)),
                        line(LineKind.TAX, "-21", new MoveLine.Taxes(List.of(), new Ref(5, "21% sales"), null,
                                new BigDecimal("100"))))));
        var invoices = FakeInvoices.empty();
        var source = new ExportSource(invoices, new Shelf(invoices, new CopyChanges()), new InMemoryBook(),
                ReadTogether.only(FakeInvoices.profile()));
        Report report = new PeriodReports(new Texts(Locale.of(language)),
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC), source, "").taxes(totals);
        var out = new ByteArrayOutputStream();
        new Reports(new Texts(Locale.of(language))).write(ReportFormat.CSV, List.of(report), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains(words);
        assertThat(String.join(" ", report.notes())).containsIgnoringCase(leftOut).contains(discount);
    }

    @Test
    void whatIsNewIsToldAsItCameAlsoWhereItWasEditedAfterTheTimeOfThePack() throws IOException, ProblemException {
        var texts = new Texts(Locale.ENGLISH);
        var invoices = FakeInvoices.empty();
        InvoiceKey key = invoices.add("INV/9", "Azure", "2026-10-01", "2026-10-31", "1234.50", "1234.50", "EUR");
        note(invoices, key, 1, "2026-10-02T08:00:00Z", InvoiceChange.Kind.NEW, InvoiceField.PRESENCE, "", "");
        note(invoices, key, 2, "2026-11-02T08:00:00Z", InvoiceChange.Kind.CHANGED, InvoiceField.AMOUNT_TOTAL,
                "1000.00", "1234.50");
        var source = new ExportSource(invoices, new Shelf(invoices, new CopyChanges()), invoices.book(),
                ReadTogether.only(FakeInvoices.profile()));
        var out = new ByteArrayOutputStream();

        new Reports(texts).write(ReportFormat.CSV, List.of(new PeriodReports(texts,
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC), source, "")
                .changes(new ExportSpan(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))), out);

        assertThat(out.toString(StandardCharsets.UTF_8).replace('\u00a0', ' ').lines().skip(1)).singleElement()
                .asString().contains("€ 1,000.00");
    }

    private static void note(FakeInvoices invoices, InvoiceKey key, int run, String noticed, InvoiceChange.Kind kind,
            InvoiceField field, String before, String after) {
        invoices.book().note(key.connection(), Stamp.NEVER, List.of(new InvoiceChange(key.id(), "INV/9", 1, run,
                Instant.parse(noticed), kind, field, 0, before, after, true)));
    }
}
