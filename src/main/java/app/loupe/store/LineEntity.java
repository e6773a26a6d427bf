package app.loupe.store;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** One journal item; without an invoice id it belongs to another entry. */
@Entity
@Table(name = "move_line")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class LineEntity extends RecordEntity {
    @Nullable
    Long invoiceId;
    long moveId;
    String moveName;
    String kind;
    int sequence;
    String label;
    @Embedded
    @EmbeddedColumnNaming("product_%s")
    @Nullable
    RefValue product;
    @Embedded
    @EmbeddedColumnNaming("unit_%s")
    @Nullable
    RefValue unit;
    BigDecimal quantity;
    BigDecimal priceUnit;
    BigDecimal discount;
    BigDecimal priceSubtotal;
    BigDecimal priceTotal;
    String taxIds;
    @Embedded
    @EmbeddedColumnNaming("tax_%s")
    @Nullable
    RefValue tax;
    @Embedded
    @EmbeddedColumnNaming("tax_group_%s")
    @Nullable
    RefValue taxGroup;
    BigDecimal taxBaseAmount;
    @Embedded
    @EmbeddedColumnNaming("account_%s")
    @Nullable
    RefValue account;
    @Embedded
    @EmbeddedColumnNaming("partner_%s")
    @Nullable
    RefValue partner;
    @Embedded
    @EmbeddedColumnNaming("company_%s")
    @Nullable
    RefValue company;
    @Embedded
    @EmbeddedColumnNaming("currency_%s")
    @Nullable
    RefValue currency;
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
    @Embedded
    @EmbeddedColumnNaming("journal_%s")
    @Nullable
    RefValue journal;
    String moveReference;
}
