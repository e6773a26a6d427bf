package app.loupe.store;

import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the copy of a connection was found to agree with Odoo, and when it is to be compared again. */
@Entity
@Table(name = "verification")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class VerificationEntity extends OwnedEntity {
    @Id
    String connectionId;
    Instant due;
    @Nullable
    Instant ended;
    int invoices;
    int verified;
    int repaired;

    static VerificationEntity of(String connection, Verification known) {
        var row = new VerificationEntity();
        row.connectionId = connection;
        row.due = known.due();
        row.ended = known.ended();
        row.invoices = known.found().invoices();
        row.verified = known.found().verified();
        row.repaired = known.found().repaired();
        return row;
    }

    Verification verification() {
        return new Verification(due, ended, new Verified(invoices, verified, repaired));
    }
}
