package app.loupe.store;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/**
 * One invoice without its lines, whether the server still shows it, and for which version its payments were read. What it
 * refers to has its name in {@link ShownNameEntity}.
 */
@Entity
@Table(name = "invoice")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
non-sealed class InvoiceEntity extends RecordEntity {
    String presence;
    @Nullable
    Instant missingSince;
    @Nullable
    Instant paymentsAt;
    String name;
    String moveType;
    String state;
    String paymentState;
    @Nullable
    Long partnerId;
    @Nullable
    Long commercialPartnerId;
    String printedName;
    @Nullable
    Long companyId;
    @Nullable
    Long currencyId;
    @Nullable
    Long companyCurrencyId;
    @Nullable
    Long journalId;
    @Nullable
    Long salespersonId;
    @Nullable
    Long paymentTermsId;
    @Nullable
    Long bankAccountId;
    @Embedded
    @EmbeddedColumnNaming("reversed_entry_%s")
    @Nullable
    RefValue reversedEntry;
    @Nullable
    LocalDate invoiceDate;
    @Nullable
    LocalDate accountingDate;
    @Nullable
    LocalDate dueDate;
    BigDecimal amountUntaxed;
    BigDecimal amountTax;
    BigDecimal amountTotal;
    BigDecimal amountResidual;
    BigDecimal amountUntaxedSigned;
    BigDecimal amountTotalSigned;
    BigDecimal amountResidualSigned;
    String ref;
    String paymentReference;
    String origin;
    boolean sent;
    boolean toReview;
    String narration;
}
