package app.loupe.store;

import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.TenantId;

/** A row that belongs to one user; Hibernate fills the id in from the session and adds it to every statement. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
abstract class OwnedEntity {
    @TenantId
    String userId;
}
