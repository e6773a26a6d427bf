package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One payment of an invoice, in the server's order. */
@Entity
@IdClass(PaymentId.class)
@Table(name = "payment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
non-sealed class PaymentEntity extends CountedEntity {
    @Id
    String connectionId;
    @Id
    long invoiceId;
    @Id
    int position;
    @Nullable
    LocalDate paymentDate;
    BigDecimal amount;
    String label;
    String reference;
    long moveId;
    boolean exchangeDifference;
}
