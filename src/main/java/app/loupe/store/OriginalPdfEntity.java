package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** The original PDF of one invoice, in one row or, when it is large, in several. */
@Entity
@IdClass(OriginalPdfId.class)
@Table(name = "original_pdf")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OriginalPdfEntity extends OwnedEntity {
    @Id
    String connectionId;
    @Id
    long invoiceId;
    @Id
    int part;
    int parts;
    Instant readAt;
    /** The hash of the part, including which one it is. */
    long partHash;
    byte[] bytes;
}
