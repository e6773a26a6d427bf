package app.loupe.export;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says values as Odoo does: decimals as text with at least the currency's places. */
public final class OdooWords {
    private OdooWords() {}

    /** An amount of money: no digit of the server's is lost, and none of the currency's places is missing. */
    public static BigDecimal money(BigDecimal amount, @Nullable Ref currency) {
        return CurrencyDecimals.atLeast(amount, CurrencyDecimals.of(currency));
    }

    /** What is due of a document, with the sign that is wanted; null where nobody owes it: on drafts and cancelled ones. */
    static @Nullable BigDecimal due(Invoice invoice, BigDecimal residual) {
        return invoice.state() == MoveState.POSTED ? money(residual, invoice.booking().currency()) : null;
    }

    /** A quantity or per cent without needless zeros. */
    public static BigDecimal number(BigDecimal value) {
        return CurrencyDecimals.atLeast(value, 0);
    }

    /** Loupe's own word for what became of the invoice in Odoo: {@code present}, {@code removed_in_odoo}, .... */
    public static String presence(InvoiceRow row) {
        return row.presence().name().toLowerCase(Locale.ROOT);
    }

    /** The id of a reference; null without one. */
    public static @Nullable Long id(@Nullable Ref ref) {
        return ref == null ? null : ref.id();
    }

    /** Ids in one cell. Apart by what no spreadsheet reads as part of a number: 5 and 123 with a space are 5,123 in France. */
    public static String ids(Stream<Long> ids) {
        return ids.map(String::valueOf).collect(Collectors.joining("|"));
    }
}
