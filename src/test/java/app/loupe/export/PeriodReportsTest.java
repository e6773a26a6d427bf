package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.InMemoryBook;
import testkit.cli.Invoices;

/** The taxes of a month-end pack. */
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
                + "amount_currency");
        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[3]).toList())
                .containsExactlyInAnyOrder("21% sales", words);
    }
}
