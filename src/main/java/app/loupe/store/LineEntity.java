package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One journal item. Those that are owed or paid are rows of their own, without an invoice id when they belong to another
 * entry; the other lines of an invoice are packed together ({@link LineDocument}).
 */
@Entity
@Table(name = "move_line")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
non-sealed class LineEntity extends RecordEntity {
    @Nullable
    Long invoiceId;
    long moveId;
    String moveName;
    String kind;
    int sequence;
    String label;
    @Nullable
    Long productId;
    @Nullable
    Long unitId;
    BigDecimal quantity;
    BigDecimal priceUnit;
    BigDecimal discount;
    BigDecimal priceSubtotal;
    BigDecimal priceTotal;
    String taxIds;
    @Nullable
    Long taxId;
    @Nullable
    Long taxGroupId;
    BigDecimal taxBaseAmount;
    @Nullable
    Long accountId;
    @Nullable
    Long partnerId;
    @Nullable
    Long companyId;
    @Nullable
    Long currencyId;
    BigDecimal debit;
    BigDecimal credit;
    BigDecimal balance;
    BigDecimal amountCurrency;
    BigDecimal amountResidual;
    BigDecimal amountResidualCurrency;
    @Nullable
    LocalDate accountingDate;
    @Nullable
    LocalDate dueDate;
    boolean reconciled;
    String matchingNumber;
    String partials;
    String parentState;
    @Nullable
    Long journalId;
    String moveReference;
}
