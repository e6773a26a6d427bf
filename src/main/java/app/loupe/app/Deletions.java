package app.loupe.app;

import app.loupe.domain.BegunDeletion;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Deletion;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.LastDeletion;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.VaultFact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes connections from the vault, from the store and from the owner's book, which share no transaction. The vault
 * remembers each connection whose deletion has begun, and whether its book stays, until nothing of it is left, whatever else is
 * deleted meanwhile. The password goes first: no damage elsewhere keeps it. Used by one
 * thread at a time.
 */
final class Deletions {
    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

    private final DeskPorts ports;
    private final Clock clock;

    Deletions(DeskPorts ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    /** What to tell of a deletion that could not be finished, and that the next opening finishes: there is nothing to try again. */
    static Problem unfinished(Problem problem) {
        return switch (problem.code()) {
            case DISK_FULL -> new Problem(ProblemCode.DELETION_UNFINISHED, problem.parameters());
            case STORE_FAILED, MEMORY_EXHAUSTED -> Problem.of(ProblemCode.DELETION_INTERRUPTED);
            default -> problem;
        };
    }

    /** The connections whose deletion has begun and is not finished; those that are left to another folder among them. */
    Set<ConnectionId> pending() throws ProblemException {
        return begun().stream().map(BegunDeletion::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether one of them is still to be finished here. */
    boolean isAnyPendingHere() throws ProblemException {
        return begun().stream().anyMatch(BegunDeletion::isOfThisFolder);
    }

    /** The connections whose deletion this vault leaves to another folder. */
    static Set<ConnectionId> leftElsewhere(DeskPorts ports) throws ProblemException {
        return ports.vault().deletions().begun().stream().filter(one -> !one.isOfThisFolder()).map(BegunDeletion::id)
                .collect(Collectors.toSet());
    }

    private List<BegunDeletion> begun() throws ProblemException {
        return ports.vault().deletions().begun();
    }

    /** When a connection was last deleted, as the vault file tells; empty when none ever was. */
    Optional<Instant> last() throws ProblemException {
        return LastDeletion.of(ports.rows().facts().get(VaultFact.LAST_DELETION)).map(LastDeletion::at);
    }

    /** Notes that the deletion has begun: from now on the next opening finishes it, whatever becomes of it here. */
    void begin(ConnectionId id, Notes notes) throws ProblemException {
        ports.vault().deletions().begin(id, notes);
    }

    /** Notes that it is not to be deleted after all. */
    void takeBack(ConnectionId id) throws ProblemException {
        ports.vault().deletions().end(id, Optional.empty());
    }

    /**
     * Takes what is no connection out of the copy, and leaves all books as they are. A profile that never had a record just goes.
     * Where there is more, and it breaks off, the next start finishes it, as a deletion: once its profile is gone nothing else
     * tells of its rows. One that is refused keeps no other.
     *
     * @throws ProblemException why the first of those that were refused was
     */
    void drop(Set<ConnectionId> ids) throws ProblemException {
        each(ports.copy().withdraw(ids), id -> {
            begin(id, Notes.STAY);
            ports.copy().delete(id);
            ports.vault().deletions().end(id, Optional.empty());
        });
    }

    /**
     * Finishes every deletion that has begun, but those that were asked for while the folder lay elsewhere: this one may be a copy,
     * and the key that would go is that of the folder there, too. One that is refused keeps no other.
     *
     * @param told hears, once it is done, of each of which nothing was gone before: it may have been told as one that failed
     * @throws ProblemException why the first of those that were refused was
     */
    void finishPending(Consumer<Problem> told) throws ProblemException {
        var here = new LinkedHashSet<ConnectionId>();
        for (BegunDeletion begun : begun()) {
            if (begun.isOfThisFolder()) {
                here.add(begun.id());
            } else {
                LOG.warn("the deletion of {} is left to another folder", begun.id());
            }
        }
        each(here, id -> {
            LOG.info("finishing the deletion of {}", id);
            Optional<Problem> late = isInVault(id)
                    ? Optional.of(Problem.of(ProblemCode.DELETION_FINISHED, name(id)))
                    : Optional.empty();
            finish(id, DeletionProgress.UNWATCHED);
            late.ifPresent(told);
        });
    }

    /**
     * Finishes those of these that have become this folder's, which {@link #finishPending} left to another. One that is refused
     * keeps no other.
     *
     * @throws ProblemException why the first of those that were refused was
     */
    void finishTaken(Set<ConnectionId> left, DeletionProgress progress) throws ProblemException {
        Set<ConnectionId> taken = begun().stream().filter(one -> one.isOfThisFolder() && left.contains(one.id()))
                .map(BegunDeletion::id).collect(Collectors.toCollection(LinkedHashSet::new));
        each(taken, id -> {
            LOG.info("finishing the deletion of {}, which was left to another folder", id);
            finish(id, progress);
        });
    }

    private interface Work {
        void on(ConnectionId id) throws ProblemException;
    }

    private static void each(Set<ConnectionId> ids, Work work) throws ProblemException {
        var refused = new ArrayList<ProblemException>();
        for (ConnectionId id : ids) {
            try {
                work.on(id);
            } catch (ProblemException failure) {
                if (failure.problem().code().isEnd()) {
                    throw failure;
                }
                LOG.warn("the deletion of {} waits: {}", id, failure.problem().code().key());
                refused.add(failure);
            }
        }
        if (!refused.isEmpty()) {
            ProblemException first = refused.getFirst();
            refused.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Whether the vault has anything of it, which goes first. */
    boolean isInVault(ConnectionId id) throws ProblemException {
        return ports.rows().find(id).isPresent() || ports.rows().lost().containsKey(id) || kept(id).isPresent();
    }

    /** What it is called: in the vault, else in the copy; one that has no profile is known by its server, else by its id. */
    private String name(ConnectionId id) throws ProblemException {
        Optional<String> host = ports.vault().endpoint(id).map(endpoint -> endpoint.address().host());
        Optional<ConnectionProfile> copied = ports.profiles().profile(id);
        return kept(id).or(() -> copied).map(ConnectionProfile::name).or(() -> host).orElse(id.value());
    }

    /** Does one that {@link #begin} noted. */
    Deletion finish(ConnectionId id, DeletionProgress progress) throws ProblemException {
        ports.dragged().forget(id);
        Optional<Problem> notice = Optional.empty();
        if (isInVault(id)) {
            notice = ports.vault().delete(id);
        }
        int invoices = ports.copy().delete(id, progress);
        new UnfilledCopies(ports.rows()).filled(id,
                ports.profiles().profiles().stream().map(ConnectionProfile::id).toList());
        if (begun().stream().anyMatch(one -> one.id().equals(id) && one.notes() == Notes.STAY)) {
            ports.book().release(id);
        } else {
            ports.book().forget(id);
        }
        ports.vault().deletions().end(id, Optional.of(new LastDeletion(clock.instant(), invoices)));
        LOG.info("connection {} deleted, {} invoices", id, invoices);
        return new Deletion(invoices, notice);
    }

    private Optional<ConnectionProfile> kept(ConnectionId id) throws ProblemException {
        return ports.vault().keptProfiles().stream().flatMap(List::stream)
                .filter(profile -> profile.id().equals(id)).findFirst();
    }
}
