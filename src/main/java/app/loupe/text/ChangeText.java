package app.loupe.text;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ChangeKind;
import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveType;
import app.loupe.domain.NotedChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what changed at an invoice, in the owner's words and form of dates and amounts. Safe for several threads. */
public final class ChangeText {
    private static final String BETWEEN = " \u00b7 ";
    private static final String ARROW = " \u2192 ";

    private final Texts texts;
    private final DateText dates;
    private final MoneyText money;
    private final ChangeValue values;

    /** Words of these texts. */
    public ChangeText(Texts texts, DateText dates, MoneyText money) {
        this.texts = texts;
        this.dates = dates;
        this.money = money;
        this.values = new ChangeValue(texts, dates, money);
    }

    /**
     * One thing that changed.
     *
     * @param what what it is about
     * @param before empty when it was not there
     * @param after empty when it is not there any more
     */
    public record Part(String what, String before, String after) {
        /** On one line. */
        public String line() {
            return before.isEmpty() && after.isEmpty()
                    ? what
                    : Stream.of(what, OneLine.of(before) + ARROW + OneLine.of(after)).filter(text -> !text.isBlank())
                            .collect(Collectors.joining(" "));
        }
    }

    /** The word for the whole. */
    public String kind(ChangeEntry entry) {
        return kind(entry.kind());
    }

    /** The same of a kind. */
    public String kind(ChangeKind kind) {
        return texts.get("change.entry." + EnumKey.of(kind));
    }

    /** The number of the document, or that it is a draft. */
    public String name(ChangeEntry entry) {
        return entry.name().isEmpty() ? texts.get("change.draft", Long.toString(entry.key().id())) : entry.name();
    }

    /**
     * What was before and what is after.
     *
     * @param row the invoice in the copy; null when it is there no more
     */
    public List<Part> parts(ChangeEntry entry, @Nullable InvoiceRow row) {
        List<Part> found = row == null ? List.of() : summary(entry, asThen(entry, row));
        return found.isEmpty() ? each(entry, row) : found;
    }

    /** All parts on one line. */
    public String line(ChangeEntry entry, @Nullable InvoiceRow row) {
        return parts(entry, row).stream().map(Part::line).collect(Collectors.joining(BETWEEN));
    }

    private List<Part> summary(ChangeEntry entry, InvoiceRow row) {
        return switch (entry.kind()) {
            case NEW -> said(total(row), row.dueDate() == null
                    ? ""
                    : texts.get("change.due", dates.day(row.dueDate())));
            case REMOVED, INACCESSIBLE -> said(row.invoiceDate() == null
                    ? texts.get("change.was", total(row))
                    : texts.get("change.was.dated", total(row), dates.day(row.invoiceDate())),
                    texts.get("change.kept"));
            case DUE_DATE_MOVED -> entry.find(Kind.CHANGED, InvoiceField.DUE_DATE)
                    .map(change -> List.of(new Part("", values.before(change, ChangeValue.Of.invoice(row)),
                            values.after(change, ChangeValue.Of.invoice(row)))))
                    .orElse(List.of());
            case PAID -> said(total(row), paid(entry, row));
            case PARTLY_PAID -> said(texts.get("change.of", signed(row,
                    row.amounts().total().subtract(open(entry, row))), total(row)));
            case EDITED, PAYMENT_TAKEN_BACK, CANCELLED, OTHER -> List.of();
        };
    }

    /**
     * The invoice as it was after the changes of an entry, whatever became of it since: an entry is a moment, and would tell
     * another amount every time that the invoice is edited. What the history does not tell is as it is now.
     */
    private static InvoiceRow asThen(ChangeEntry entry, InvoiceRow row) {
        Map<InvoiceField, String> then = entry.then();
        if (then.isEmpty()) {
            return row;
        }
        InvoiceRow.Amounts now = row.amounts();
        String currency = then.getOrDefault(InvoiceField.CURRENCY, "");
        var amounts = new InvoiceRow.Amounts(currency.isEmpty() ? now.currency() : currency, now.untaxed(), now.tax(),
                amount(then, InvoiceField.AMOUNT_TOTAL, now.total()),
                amount(then, InvoiceField.AMOUNT_RESIDUAL, now.residual()));
        return new InvoiceRow(row.key(), row.number(),
                MoveType.ofOdoo(then.getOrDefault(InvoiceField.TYPE, "")).orElse(row.type()), row.state(),
                row.paymentState(), row.partner(), day(then, InvoiceField.INVOICE_DATE, row.invoiceDate()),
                day(then, InvoiceField.DUE_DATE, row.dueDate()), amounts, row.booking(), row.otherInfo(),
                row.presence());
    }

    private static BigDecimal amount(Map<InvoiceField, String> then, InvoiceField field, BigDecimal now) {
        return ChangeValue.decimal(then.getOrDefault(field, "")).orElse(now);
    }

    /** None where there was none then. */
    private static @Nullable LocalDate day(Map<InvoiceField, String> then, InvoiceField field,
            @Nullable LocalDate now) {
        String kept = then.get(field);
        return kept == null ? now : ChangeValue.dayOf(kept).orElse(null);
    }

    /** Each is a part of its own: where there is no room for all, the last ones are left out whole; only the first may be shortened. */
    private static List<Part> said(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).map(part -> new Part(part, "", "")).toList();
    }

    /** What was open when it was noted; later payments have entries of their own. */
    private static BigDecimal open(ChangeEntry entry, InvoiceRow row) {
        return entry.find(Kind.CHANGED, InvoiceField.AMOUNT_RESIDUAL)
                .flatMap(change -> ChangeValue.decimal(change.after())).orElse(row.amounts().residual());
    }

    private String total(InvoiceRow row) {
        return signed(row, row.amounts().total());
    }

    /** As in every list: what a credit note comes to is negative. */
    private String signed(InvoiceRow row, BigDecimal amount) {
        return money.format(row.type().signed(amount), row.amounts().currency());
    }

    /** When it was paid, and how many days before or after it was due. */
    private String paid(ChangeEntry entry, InvoiceRow row) {
        Optional<LocalDate> day = entry.find(Kind.PAYMENT_ADDED, InvoiceField.PAYMENT)
                .flatMap(change -> ChangeValue.dayOf(change.after()));
        return day.map(when -> {
            LocalDate due = row.dueDate();
            long late = due == null ? 0 : ChronoUnit.DAYS.between(due, when);
            String ahead = late == 0 ? "" : texts.get(late > 0 ? "change.late" : "change.early", Math.abs(late));
            return ahead.isEmpty() ? dates.day(when) : dates.day(when) + BETWEEN + ahead;
        }).orElse("");
    }

    private List<Part> each(ChangeEntry entry, @Nullable InvoiceRow row) {
        var of = ChangeValue.Of.invoice(row);
        var parts = new ArrayList<Part>();
        // what the whole is about comes first, whatever else a payment or an edit brings along
        entry.changes().reversed().stream().map(NotedChange::change)
                .sorted((one, other) -> Integer.compare(weight(one), weight(other)))
                .forEach(change -> parts
                        .add(new Part(what(change), values.before(change, of), values.after(change, of))));
        return parts;
    }

    private static int weight(InvoiceChange change) {
        if (change.field() == InvoiceField.AMOUNT_TOTAL) {
            return 0;
        }
        return change.editedAfterPosting() ? 1 : 2;
    }

    private String what(InvoiceChange change) {
        return switch (change.kind()) {
            case CHANGED -> texts.get("change.field." + EnumKey.of(change.field()));
            case NEW, LINE_ADDED, LINE_REMOVED, REMOVED, INACCESSIBLE, BACK, PAYMENT_ADDED, PAYMENT_REMOVED -> texts
                    .get("change.kind." + EnumKey.of(change.kind()));
        };
    }
}
