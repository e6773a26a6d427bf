package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Which of some thousand consecutive ids are those of lines that the copy has ever held: one bit each. */
@Entity
@IdClass(KnownLinesId.class)
@Table(name = "known_lines")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class KnownLinesEntity extends OwnedEntity {
    @Id
    String connectionId;
    @Id
    long segment;
    byte[] bits;
}
