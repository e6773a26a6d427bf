package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the last complete run of a connection got, by the server's clock. From the moment that more of the books is to
 * be kept than that run brought, {@link #reached} is {@link app.loupe.domain.Stamp#NEVER} and only {@link #listedAt}
 * counts, and {@link #keptFrom} is the first day of what that run brought; this alone stays when records are missing.
 */
@Entity
@Table(name = "watermark")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class WatermarkEntity extends OwnedEntity {
    @Id
    String connectionId;
    Instant reached;
    @Nullable
    Instant listedAt;
    @Nullable
    LocalDate keptFrom;
}
