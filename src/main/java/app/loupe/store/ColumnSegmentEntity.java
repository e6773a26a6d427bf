package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/**
 * A part of one {@link ColumnSegments segment}: H2 holds no more than a megabyte in a row. The list of all segments of a
 * connection is one itself.
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
