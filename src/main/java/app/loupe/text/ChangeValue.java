package app.loupe.text;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what a field said as the owner writes it; what is not understood stays as it was kept. */
final class ChangeValue {
    private static final int MOST_DIGITS = 12;
    private static final Pattern LINE = Pattern.compile("(-?[0-9.]+) x (-?[0-9.]+) (.*)", Pattern.DOTALL);

    private final Texts texts;
    private final DateText dates;
    private final MoneyText money;

    ChangeValue(Texts texts, DateText dates, MoneyText money) {
        this.texts = texts;
        this.dates = dates;
        this.money = money;
    }

    /**
     * Where a value stands: as everywhere else what a credit note comes to is negative.
     *
     * @param refund whether the document gives money back
     */
    record Of(String currency, boolean refund) {
        /** Of this invoice; null when it is there no more. */
        static Of invoice(@Nullable InvoiceRow row) {
            return row == null ? new Of("", false) : new Of(row.amounts().currency(), row.type().isRefund());
        }

        private BigDecimal signed(BigDecimal value) {
            return refund ? value.negate() : value;
        }
    }

    String before(InvoiceChange change, Of of) {
        return write(change.field(), change.before(), of);
    }

    String after(InvoiceChange change, Of of) {
        return write(change.field(), change.after(), of);
    }

    private String write(InvoiceField field, String kept, Of of) {
        String currency = of.currency();
        if (kept.isEmpty()) {
            return "";
        }
        return switch (field) {
            case AMOUNT_UNTAXED, AMOUNT_TAX, AMOUNT_TOTAL, AMOUNT_RESIDUAL, PRICE_SUBTOTAL ->
                decimal(kept).map(value -> money.format(of.signed(value), currency)).orElse(kept);
            case PRICE_UNIT -> amount(kept, currency);
            case QUANTITY -> decimal(kept).map(of::signed).map(this::number).orElse(kept);
            case DISCOUNT -> decimal(kept).map(this::number).orElse(kept);
            case INVOICE_DATE, ACCOUNTING_DATE, DUE_DATE -> dayOf(kept).map(dates::day).orElse(kept);
            case STATE -> MoveState.ofOdoo(kept).map(state -> texts.get("change.state." + EnumKey.of(state)))
                    .orElse(kept);
            case PAYMENT_STATE -> PaymentState.ofOdoo(kept)
                    .map(state -> texts.get("change.payment." + EnumKey.of(state))).orElse(kept);
            case TYPE -> MoveType.ofOdoo(kept).map(type -> texts.get("invoices.type." + EnumKey.of(type)))
                    .orElse(kept);
            case SENT, TO_REVIEW -> texts.get(kept.equals("true") ? "change.yes" : "change.no");
            case PAYMENT -> payment(kept, currency);
            case LINE -> line(kept, of);
            case NUMBER, PARTNER, COMPANY, CURRENCY, JOURNAL, SALESPERSON, PAYMENT_TERMS, BANK_ACCOUNT, REVERSED_ENTRY,
                    REFERENCE,
                    PAYMENT_REFERENCE, ORIGIN, NARRATION, LABEL, PRODUCT, TAXES, ACCOUNT, PRESENCE ->
                kept;
        };
    }

    /** The day with which a text begins. */
    static Optional<LocalDate> dayOf(String kept) {
        try {
            return Optional.of(LocalDate.parse(kept.split(" ", 2)[0]));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private String amount(String kept, String currency) {
        return decimal(kept).map(value -> money.format(value, currency)).orElse(kept);
    }

    private String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(MOST_DIGITS);
        return value.signum() < 0 ? "\u2212" + format.format(value.abs()) : format.format(value);
    }

    /** An amount as it is kept. */
    static Optional<BigDecimal> decimal(String kept) {
        try {
            return Optional.of(new BigDecimal(kept));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Day, amount and label. */
    private String payment(String kept, String currency) {
        String[] parts = kept.split(" ", 3);
        if (parts.length < 2) {
            return kept;
        }
        String day = dayOf(parts[0]).map(when -> dates.day(when) + ", ").orElse("");
        return day + amount(parts[1], currency) + (parts.length > 2 ? " " + parts[2] : "");
    }

    /** How many at which price, and what it is about. */
    private String line(String kept, Of of) {
        Matcher line = LINE.matcher(kept);
        return line.matches()
                ? decimal(line.group(1)).map(of::signed).map(this::number).orElse(line.group(1)) + " \u00d7 "
                        + amount(line.group(2), of.currency()) + " " + line.group(3)
                : kept;
    }
}
