package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How much the copy of one connection holds. */
@Entity
@Table(name = "holding")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class HoldingEntity extends OwnedEntity {
    @Id
    String connectionId;
    /** Invoices, gone ones too. */
    long allInvoices;
    /** Rows of all kinds that count. */
    long allRows;
    long hashSum;
    long invoices;
    long removed;
    long lines;
    long journalItems;
    long partners;
    long products;
}
