package app.loupe.app;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner's book to which books each connection leads. It never keeps a connection from being added or changed: what
 * could not be told is told at the next start.
 */
final class BookLeads {
    private static final Logger LOG = LoggerFactory.getLogger(BookLeads.class);

    private final DeskPorts ports;

    BookLeads(DeskPorts ports) {
        this.ports = ports;
    }

    /** The connection leads there from now on. */
    void lead(ConnectionId id, Endpoint endpoint) {
        try {
            ports.book().leadsTo(id, BookId.of(endpoint));
        } catch (ProblemException failure) {
            LOG.warn("the book was not told of {}: {}", id, failure.problem().code().key());
        }
    }

    /** The same for all, as far as a seal vouches for their addresses; the sample company leads to no books. */
    void leadAll(List<ConnectionProfile> profiles) throws ProblemException {
        ports.book().ledByOnly(profiles.stream().map(ConnectionProfile::id).collect(Collectors.toUnmodifiableSet()));
        for (ConnectionProfile profile : profiles) {
            if (profile.kind() == Kind.ODOO) {
                Optional<Endpoint> endpoint = ports.vault().endpoint(profile.id());
                endpoint.ifPresent(there -> lead(profile.id(), there));
            }
        }
    }
}
