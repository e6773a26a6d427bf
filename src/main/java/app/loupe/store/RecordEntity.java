package app.loupe.store;

import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What every synced record has: its key, the server's write date, and the hash of its content. */
@MappedSuperclass
@IdClass(RecordId.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
abstract sealed class RecordEntity extends CountedEntity
        permits InvoiceEntity, LineEntity, PartnerEntity, ProductEntity {
    @Id
    String connectionId;
    @Id
    long id;
    long contentHash;
    Instant writeDate;
}
