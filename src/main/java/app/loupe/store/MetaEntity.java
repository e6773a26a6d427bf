package app.loupe.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One named fact of a user, or of the installation when the user id is empty. */
@Entity
@Table(name = "vault_meta")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MetaEntity extends OwnedEntity {
    @Id
    String name;
    @Column(name = "\"VALUE\"")
    String value;
}
