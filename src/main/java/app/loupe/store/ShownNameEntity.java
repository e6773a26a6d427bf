package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Something that rows of the copy refer to: its name, which is stored only here, and one row that shows it. */
@Entity
@IdClass(ShownNameId.class)
@Table(name = "shown_name")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ShownNameEntity extends OwnedEntity {
    @Id
    String connectionId;
    @Id
    String kind;
    @Id
    long id;
    @Id
    long companyId;
    /** Empty while it is not known. */
    String name;
    long nameHash;
    String shownBy;
    /** 0 when no row shows it. */
    long recordId;
}
