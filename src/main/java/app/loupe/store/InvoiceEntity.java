package app.loupe.store;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** One invoice without its lines, whether the server still shows it, and for which version its payments were read. */
@Entity
@Table(name = "invoice")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class InvoiceEntity extends RecordEntity {
    String presence;
    @Nullable
    Instant missingSince;
    @Nullable
    Instant paymentsAt;
    String name;
    String moveType;
    String state;
    String paymentState;
    @Embedded
    @EmbeddedColumnNaming("partner_%s")
    @Nullable
    RefValue partner;
    @Embedded
    @EmbeddedColumnNaming("commercial_partner_%s")
    @Nullable
    RefValue commercialPartner;
    String printedName;
    @Embedded
    @EmbeddedColumnNaming("company_%s")
    @Nullable
    RefValue company;
    @Embedded
    @EmbeddedColumnNaming("currency_%s")
    @Nullable
    RefValue currency;
    @Embedded
    @EmbeddedColumnNaming("company_currency_%s")
    @Nullable
    RefValue companyCurrency;
    @Embedded
    @EmbeddedColumnNaming("journal_%s")
    @Nullable
    RefValue journal;
    @Embedded
    @EmbeddedColumnNaming("salesperson_%s")
    @Nullable
    RefValue salesperson;
    @Embedded
    @EmbeddedColumnNaming("payment_terms_%s")
    @Nullable
    RefValue paymentTerms;
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
