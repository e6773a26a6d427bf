package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts the committed changes of a user, to be compared with the ledger. */
@Entity
@Table(name = "store_generation")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class GenerationEntity extends OwnedEntity {
    @Id
    String name;
    long generation;
}
