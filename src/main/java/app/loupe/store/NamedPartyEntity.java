package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A partner or product that some row of the copy names. */
@Entity
@IdClass(NamedPartyId.class)
@Table(name = "named_party")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class NamedPartyEntity extends OwnedEntity {
    @Id
    String connectionId;
    @Id
    String kind;
    @Id
    long id;
}
