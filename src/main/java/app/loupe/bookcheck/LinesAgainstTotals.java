package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CurrencyPlaces;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.Money;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds documents whose lines do not come to their untaxed amount, whose tax lines do not come to their tax, or whose
 * untaxed amount and tax do not come to their total. A company may round each line or the whole document: up to one
 * smallest unit a line is no finding. Cash roundings count where Odoo counts them; what no version of Odoo tells how it
 * counts is left alone.
 */
final class LinesAgainstTotals implements Check {
    private static final Set<LineKind> UNSURE = EnumSet.of(LineKind.OTHER, LineKind.NON_DEDUCTIBLE,
            LineKind.NON_DEDUCTIBLE_TOTAL, LineKind.NON_DEDUCTIBLE_TAX);

    private final ConnectionId connection;
    private final CurrencyPlaces places;
    private final List<Finding> findings = new ArrayList<>();

    /** With the decimals of the currencies as all rows of the books show them. */
    LinesAgainstTotals(ConnectionId connection, CurrencyPlaces places) {
        this.connection = connection;
        this.places = places;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        if (!present || invoice.state() == MoveState.CANCELLED
                || invoice.lines().stream().anyMatch(line -> UNSURE.contains(line.kind()))) {
            return;
        }
        Invoice.Amounts amounts = invoice.amounts();
        List<MoveLine> shown = invoice.lines().stream().filter(MoveLine::isShown).toList();
        if (!shown.isEmpty()) {
            compare(invoice, Fact.TotalsDiffer.Of.LINES,
                    shown.stream().map(line -> line.untaxed(invoice.type())).reduce(BigDecimal.ZERO, BigDecimal::add),
                    amounts.untaxed(), shown.size());
            List<MoveLine> taxes = invoice.lines().stream().filter(MoveLine::isTax).toList();
            compare(invoice, Fact.TotalsDiffer.Of.TAXES,
                    taxes.stream().map(line -> invoice.type().printed(line.posting().amountCurrency()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    amounts.tax(), Math.max(shown.size(), taxes.size()));
        }
        compare(invoice, Fact.TotalsDiffer.Of.WHOLE, amounts.untaxed().add(amounts.tax()), amounts.total(), 0);
    }

    private void compare(Invoice invoice, Fact.TotalsDiffer.Of of, BigDecimal parts, BigDecimal total, int roundings) {
        Ref currency = invoice.booking().currency();
        BigDecimal unit = places.unit(Ref.nameOf(currency));
        if (parts.subtract(total).abs().compareTo(unit.multiply(BigDecimal.valueOf(roundings))) > 0) {
            var fact = new Fact.TotalsDiffer(of, Money.of(parts, currency),
                    Money.of(total, currency));
            findings.add(Finding.of(connection, Weight.HIGH, List.of(Finding.Document.of(connection, invoice)), fact,
                    invoice.id(), EnumKey.of(of), fact.parts().amount().toPlainString(),
                    fact.total().amount().toPlainString()));
        }
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) {
        findings.forEach(found);
    }
}
