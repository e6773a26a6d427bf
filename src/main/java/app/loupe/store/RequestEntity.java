package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One request of a run. */
@Entity
@IdClass(RequestId.class)
@Table(name = "request_log")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RequestEntity extends OwnedEntity {
    @Id
    String connectionId;
    @Id
    int runNumber;
    @Id
    int position;
    Instant requestedAt;
    String host;
    String model;
    String method;
    int recordCount;
    long byteCount;
    int status;
    long tookNanos;
    String outcome;
    String tls;
}
