package app.loupe.app;

import app.loupe.domain.BookId;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner's book to which books each connection leads. It never keeps a connection from being added or changed: what
 * could not be told is told before the next run, or else at the next start. Used by several threads.
 */
final class BookLeads {
    private static final Logger LOG = LoggerFactory.getLogger(BookLeads.class);

    private final DeskPorts ports;
    /** What the book could not be told. */
    private final Map<ConnectionId, BookId> untold = new ConcurrentHashMap<>();

    BookLeads(DeskPorts ports) {
        this.ports = ports;
    }

    /** The connection leads there from now on. */
    void lead(ConnectionId id, Endpoint endpoint) {
        lead(id, BookId.of(endpoint));
    }

    /** The same of the sample company, which has books as a server has them. */
    void leadToSample(ConnectionId id) {
        lead(id, BookId.SAMPLE);
    }

    private void lead(ConnectionId id, BookId books) {
        try {
            tell(id, books);
        } catch (ProblemException failure) {
            untold.put(id, books);
            LOG.warn("the book was not told of {}: {}", id, failure.problem().code().key());
        }
    }

    private void tell(ConnectionId id, BookId books) throws ProblemException {
        ports.book().leadsTo(id, books);
        untold.remove(id);
    }

    /**
     * Tells the book what it could not be told of this connection. Call before a run, which notes changes there.
     *
     * @throws ProblemException why it still cannot be told: a run would fail at its first change, and not say why
     */
    void leadUntold(ConnectionId id) throws ProblemException {
        BookId books = untold.get(id);
        if (books != null) {
            tell(id, books);
        }
    }

    /**
     * The same for all, as far as a seal vouches for their addresses. From now on only they lead to books, and those that are
     * no connections to work with now and still need their books.
     */
    void leadAll(List<ConnectionProfile> profiles, Set<ConnectionId> others) throws ProblemException {
        // first, because the runs need it: what a full disk keeps from the book is noted here, and told before them
        for (ConnectionProfile profile : profiles) {
            switch (profile.kind()) {
                case ODOO -> ports.vault().endpoint(profile.id()).ifPresent(there -> lead(profile.id(), there));
                case SAMPLE -> leadToSample(profile.id());
            }
        }
        var leading = new HashSet<>(new Chosen(profiles).ids());
        leading.addAll(others);
        ports.book().ledByOnly(leading);
    }
}
