package app.loupe.store;

import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a receivable or payable item, from the tables or from the columns, and the place of each value. What an
 * item of an invoice shares with it comes from the invoice. There is such a row of every item that counts in a balance or
 * was reconciled: only those that {@link #counts} may be added up.
 */
final class ItemRow {
    /** The place of the id. */
    static final int ID = 0;
    /** The place of the invoice's id. */
    static final int INVOICE = 1;

    /** Whether item {@code l}, with invoice {@code i} or of another entry, counts in a balance. */
    static final String COUNTS = """
            l.accountingDate is not null and ((l.invoiceId is null and l.kind <> :term and l.parentState = :posted)
                or (l.kind = :term and i.state = :posted and i.presence = :present))""";
    /** The values, in the order of their places. */
    static final String SELECT = """
            select l.id, l.invoiceId, coalesce(i.name, l.moveName), l.kind, i.moveType,
              l.companyId, i.commercialPartnerId, l.partnerId, l.currencyId,
              l.accountingDate, l.dueDate, i.invoiceDate, l.amountCurrency, l.amountResidualCurrency, l.partials,
              l.moveId, coalesce(i.journalId, l.journalId), coalesce(i.ref, l.moveReference), l.balance,
              l.amountResidual, i.companyCurrencyId, case when %1$s then 1 else 0 end""".formatted(COUNTS);

    private static final int NUMBER = 2;
    private static final int KIND = 3;
    private static final int TYPE = 4;
    private static final int COMPANY = 5;
    private static final int COMMERCIAL_PARTNER = 6;
    private static final int PARTNER = 7;
    private static final int CURRENCY = 8;
    private static final int DATE = 9;
    private static final int DUE = 10;
    private static final int INVOICE_DATE = 11;
    private static final int AMOUNT = 12;
    private static final int OPEN = 13;
    private static final int PARTIALS = 14;
    private static final int MOVE = 15;
    private static final int JOURNAL = 16;
    private static final int REFERENCE = 17;
    private static final int BALANCE = 18;
    private static final int RESIDUAL = 19;
    private static final int COMPANY_CURRENCY = 20;
    private static final int COUNTING = 21;

    private final @Nullable Object[] values;

    /** @param values as the columns have them, or {@link #asKept} */
    ItemRow(@Nullable Object[] values) {
        this.values = values;
    }

    /**
     * The values of an item in memory, with its invoice or of another entry; empty when it neither counts nor was
     * reconciled.
     */
    static Optional<@Nullable Object[]> values(LineEntity l, @Nullable InvoiceEntity i) {
        boolean term = LineKind.PAYMENT_TERM.name().equals(l.kind);
        boolean posted = MoveState.POSTED.name().equals(i == null ? l.parentState : i.state);
        boolean counts = posted && l.accountingDate != null
                && (i == null ? !term : term && Presence.PRESENT.name().equals(i.presence));
        if (!LineMapper.ITEMS.contains(l.kind) || (!counts && l.partials.isEmpty())) {
            return Optional.empty();
        }
        Long journal = i == null || i.journalId == null ? l.journalId : i.journalId;
        return Optional.of(new @Nullable Object[] {l.id, l.invoiceId, i == null ? l.moveName : i.name, l.kind,
            i == null ? null : i.moveType, l.companyId, i == null ? null : i.commercialPartnerId, l.partnerId,
            l.currencyId, l.accountingDate, l.dueDate, i == null ? null : i.invoiceDate,
            Decimals.kept(l.amountCurrency),
            Decimals.kept(l.amountResidualCurrency), l.partials, l.moveId, journal, i == null ? l.moveReference : i.ref,
            Decimals.kept(l.balance),
            Decimals.kept(l.amountResidual), i == null ? null : i.companyCurrencyId, counts});
    }

    /** The values of a row that was queried, as the columns have them: a query tells a truth with a number. */
    static @Nullable Object[] asKept(@Nullable Object[] queried) {
        queried[COUNTING] = Integer.valueOf(1).equals(queried[COUNTING]);
        return queried;
    }

    long id() {
        return number(ID);
    }

    /** The id of its invoice; 0 for an item of another entry. */
    long invoice() {
        return number(INVOICE);
    }

    /** The number of the invoice or entry. */
    String number() {
        return text(NUMBER);
    }

    /** The name of its {@link LineKind}. */
    String kind() {
        return text(KIND);
    }

    /** What its invoice is; null for an item of another entry. */
    @Nullable
    MoveType type() {
        return values[TYPE] == null ? null : MoveType.valueOf(text(TYPE));
    }

    @Nullable
    Long company() {
        return (Long) values[COMPANY];
    }

    /** That of the invoice; null for an item of another entry. */
    @Nullable
    Long commercialPartner() {
        return (Long) values[COMMERCIAL_PARTNER];
    }

    @Nullable
    Long partner() {
        return (Long) values[PARTNER];
    }

    @Nullable
    Long currency() {
        return (Long) values[CURRENCY];
    }

    /** The accounting date; there is one on all that counts. */
    @Nullable
    LocalDate date() {
        return (LocalDate) values[DATE];
    }

    @Nullable
    LocalDate due() {
        return (LocalDate) values[DUE];
    }

    @Nullable
    LocalDate invoiceDate() {
        return (LocalDate) values[INVOICE_DATE];
    }

    /** What was booked, in its currency. */
    BigDecimal amount() {
        return decimal(AMOUNT);
    }

    /** What of the amount is still open. */
    BigDecimal open() {
        return decimal(OPEN);
    }

    /** The partial reconciliations that name it. */
    List<Long> partials() {
        return LineMapper.ids(text(PARTIALS));
    }

    /** The id of the invoice or entry. */
    long move() {
        return number(MOVE);
    }

    @Nullable
    Long journal() {
        return (Long) values[JOURNAL];
    }

    /** The own text of the invoice or entry; may be empty. */
    String reference() {
        return text(REFERENCE);
    }

    /** What was booked, in the currency of the company. */
    BigDecimal balance() {
        return decimal(BALANCE);
    }

    /** What of the balance is still open. */
    BigDecimal residual() {
        return decimal(RESIDUAL);
    }

    /** The currency of its company; null for an item of another entry. */
    @Nullable
    Long companyCurrency() {
        return (Long) values[COMPANY_CURRENCY];
    }

    /** Whether it counts in a balance: what its invoice or entry is now says that, not whether it was reconciled. */
    boolean counts() {
        return Boolean.TRUE.equals(values[COUNTING]);
    }

    private long number(int place) {
        return values[place] instanceof Long number ? number : 0;
    }

    private String text(int place) {
        return (String) Objects.requireNonNull(values[place]);
    }

    private BigDecimal decimal(int place) {
        return Decimals.sensible((BigDecimal) Objects.requireNonNull(values[place]));
    }
}
