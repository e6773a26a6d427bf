package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the sync log. */
@Entity
@IdClass(RunId.class)
@Table(name = "sync_run")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RunEntity extends OwnedEntity {
    @Id
    String connectionId;
    @Id
    int number;
    Instant started;
    @Nullable
    Instant ended;
    String mode;
    String report;
}
