package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/**
 * The packed lines of one invoice, in one row or, when there are very many, in several. In a {@link Tally} each line
 * counts like a row; the hash of this row is the sum of theirs.
 */
@Entity
@IdClass(InvoiceLinesId.class)
@Table(name = "invoice_lines")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
non-sealed class InvoiceLinesEntity extends CountedEntity {
    @Id
    String connectionId;
    @Id
    long invoiceId;
    @Id
    int part;
    int parts;
    /** How many lines; 0 in all parts but the first, as is the row's hash. */
    int lines;
    long documentHash;
    byte[] document;
}
