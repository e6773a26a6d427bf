package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/**
 * A part of one {@link ColumnSegments segment}: a row of H2 holds at most a megabyte. The list of all segments of a
 * connection is kept in the same way.
 */
@Entity
@IdClass(ColumnSegmentId.class)
@Table(name = "column_segment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ColumnSegmentEntity extends OwnedEntity {
    @Id
    String connectionId;
    @Id
    String kind;
    /** The least id in it. */
    @Id
    long firstId;
    @Id
    int part;
    byte[] document;
}
