package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is kept of a connection beside its six columns. */
@Entity
@Table(name = "connection_profile")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ProfileEntity extends OwnedEntity {
    @Id
    String connectionId;
    int position;
    String kind;
    String name;
    @Nullable
    LocalDate since;
    @Nullable
    String pin;
    String serverVersion;
    @Nullable
    Instant lastSynced;
}
