package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row of the six-column table. */
@Entity
@Table(name = "odoo_connections")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ConnectionEntity extends OwnedEntity {
    @Id
    String id;
    String url;
    String database;
    String username;
    String encryptedPassword;
}
