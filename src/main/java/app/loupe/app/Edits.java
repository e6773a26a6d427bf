package app.loupe.app;

import app.loupe.domain.BegunDeletion;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Deadline;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.sync.SameBooks;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which changes of a stored connection are allowed: a sealed password does not move to another address, database
 * or user, no two connections go to the same place, the copy stays with its own books, and it only grows.
 */
final class Edits {
    private final DeskPorts ports;
    private final KeptProfiles profiles;
    private final SameBooks books;

    Edits(DeskPorts ports, KeptProfiles profiles) {
        this.ports = ports;
        this.profiles = profiles;
        this.books = new SameBooks(ports.copy());
    }

    /** Refuses what is not allowed, after asking the server where there is something to ask; changes nothing. */
    void check(ConnectionId id, @Nullable Endpoint before, ConnectionDetails details, @Nullable Secret secret,
            CancelToken cancel) throws ProblemException {
        demandFree(id, details.endpoint());
        if (secret == null) {
            if (!details.endpoint().equals(before)) {
                throw ProblemException.of(ProblemCode.PASSWORD_EMPTY);
            }
        } else if (!details.endpoint().equals(before)) {
            // a person waits for all of it together
            Deadline.within(Deadline.QUESTION, () -> {
                demandSameBooks(id, details, secret, cancel);
                return details;
            });
        }
    }

    /**
     * Refuses a first day after which less would be kept.
     *
     * @throws ProblemException {@link ProblemCode#KEEPS_MORE} with the name of the connection
     */
    static void demandNotLess(ConnectionProfile before, @Nullable LocalDate since) throws ProblemException {
        if (before.keepsMoreThanFrom(since)) {
            throw ProblemException.of(ProblemCode.KEEPS_MORE, before.name(), before.id().value());
        }
    }

    /** Like those of a test, these requests belong to no run and go to no log. */
    private void demandSameBooks(ConnectionId id, ConnectionDetails details, Secret secret, CancelToken cancel)
            throws ProblemException {
        try (InvoiceSource source = ports.gateway().open(details.endpoint(), details.pin(), new LentSecret(secret),
                request -> {}, cancel)) {
            books.demandSame(id, source);
        }
    }

    /**
     * Refuses a place that another connection goes to, also one that lost its password.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_EXISTS} with the name of the other; of one that nobody sees, because
     *     its deletion has begun, what keeps that from its end
     */
    void demandFree(@Nullable ConnectionId id, Endpoint endpoint) throws ProblemException {
        for (StoredConnection row : ports.rows().connections()) {
            demandOther(id, endpoint, row.id(), row.endpoint());
        }
        for (var lost : ports.rows().lost().entrySet()) {
            demandOther(id, endpoint, lost.getKey(), lost.getValue());
        }
    }

    private void demandOther(@Nullable ConnectionId id, Endpoint endpoint, ConnectionId other, Endpoint there)
            throws ProblemException {
        if (!other.equals(id) && there.equals(endpoint)) {
            throw new ProblemException(taken(other, there.database()));
        }
    }

    private Problem taken(ConnectionId other, String database) throws ProblemException {
        Optional<String> seen = profiles.profile(other).map(ConnectionProfile::name);
        Optional<BegunDeletion> begun = ports.vault().deletions().begun().stream().filter(one -> one.id().equals(other))
                .findFirst();
        if (seen.isPresent() || begun.isEmpty()) {
            return Problem.of(ProblemCode.CONNECTION_EXISTS, seen.orElse(database));
        }
        return begun.get().leftTo().map(place -> Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, place))
                .orElseGet(() -> Problem.of(ProblemCode.DELETION_UNFINISHED, ports.rows().place()));
    }
}
