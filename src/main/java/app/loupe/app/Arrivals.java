package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.CredentialVault.Arrival;
import app.loupe.domain.Endpoint;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Transfers.Brought;
import app.loupe.domain.Transfers.Owned;
import app.loupe.domain.Transfers.Watcher;
import app.loupe.transfer.TransferContent;
import app.loupe.transfer.TransferFile;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what a transfer file brings. The vault's step, which makes the connections exist, is the last within the transaction
 * of the book: before it nothing counts, and a profile in the copy of which the vault knows nothing is none. For one file.
 */
final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final DeskPorts ports;
    private final KeptProfiles profiles;
    private final BookLeads leads;
    private final Deletions deletions;
    private final SecureRandom random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<ConnectionProfile> added = new ArrayList<>();
    private final List<ConnectionDetails> named = new ArrayList<>();
    /** Where the connections lead that are here, those that come among them. */
    private final Map<Endpoint, ConnectionId> places = new HashMap<>();
    private Owned joined = new Owned(0, 0);
    private boolean taken;
    private int withoutPassword;
    private int filtersLeft;

    Arrivals(DeskPorts ports, KeptProfiles profiles, BookLeads leads, Deletions deletions, SecureRandom random) {
        this.ports = ports;
        this.profiles = profiles;
        this.leads = leads;
        this.deletions = deletions;
        this.random = random;
    }

    /**
     * Takes in all of it, or nothing.
     *
     * @throws ProblemException TRANSFER_HALF when the vault has its part, and the book may not
     */
    Brought take(TransferFile file, MovedBooks book, CancelToken cancel, Watcher watcher) throws ProblemException {
        TransferContent content = file.content();
        meet(content.connections(), cancel);
        boolean done = false;
        try {
            for (ConnectionProfile profile : added) {
                ports.profiles().put(profile);
            }
            profiles.alone(() -> join(file, book, cancel, watcher));
            done = true;
        } catch (ProblemException failure) {
            throw isTaken() ? new ProblemException(Problem.of(ProblemCode.TRANSFER_HALF), failure) : failure;
        } finally {
            if (done || isTaken()) {
                lead(content.connections());
            } else {
                forget();
            }
        }
        LOG.info("{} connections came from another computer", added.size());
        return new Brought(named, content.connections().size() - added.size(), withoutPassword, filtersLeft, joined);
    }

    private void join(TransferFile file, MovedBooks book, CancelToken cancel, Watcher watcher)
            throws ProblemException {
        TransferContent content = file.content();
        // before the book's transaction: nobody waits for the copy who holds the book
        List<ConnectionProfile> all = profiles.with(added);
        file.history(cancel, history -> {
            var counted = new CountedHistory(history, content.changes(), watcher);
            joined = book.join(content.books(), counted, () -> {
                cancel.check();
                ports.vault().takeIn(arrivals, all, here -> filters(here, content.filters()));
                taken = true;
            });
        });
    }

    /** All that are in the file, not only the new ones: they are here since it was brought in by half, perhaps. */
    private void lead(List<MovedConnection> moved) {
        for (MovedConnection one : moved) {
            Endpoint endpoint = one.details().endpoint();
            ConnectionId id = places.get(endpoint);
            if (id != null) {
                leads.lead(id, endpoint);
            }
        }
    }

    /** Whether the vault has them: it may have failed to rewrite its file when all was in it. */
    private boolean isTaken() {
        try {
            taken = taken || hasArrived();
        } catch (ProblemException unknown) {
            LOG.warn("the vault does not say what it took: {}", unknown.problem().code().key());
        }
        return taken;
    }

    private boolean hasArrived() throws ProblemException {
        Set<ConnectionId> sound = sound();
        for (Arrival one : arrivals) {
            if (one.password() == null ? ports.vault().endpoint(one.id()).isPresent() : sound.contains(one.id())) {
                return true;
            }
        }
        return false;
    }

    /** Why it was refused counts; what is left of them the next start drops. Those that the vault may have stay. */
    private void forget() {
        try {
            var none = new LinkedHashSet<ConnectionId>();
            for (ConnectionProfile profile : added) {
                if (ports.vault().endpoint(profile.id()).isEmpty()) {
                    none.add(profile.id());
                }
            }
            deletions.drop(none);
        } catch (ProblemException left) {
            LOG.warn("what did not come is left in the copy: {}", left.problem().code().key());
        }
    }

    /** Decides which connections are new, and which get their password back. */
    private void meet(List<MovedConnection> moved, CancelToken cancel) throws ProblemException {
        List<ConnectionProfile> here = profiles.profiles();
        Set<ConnectionId> sound = sound();
        findPlaces(here);
        List<String> names = new ArrayList<>(here.stream().map(ConnectionProfile::name).toList());
        for (MovedConnection one : moved) {
            cancel.check();
            ConnectionDetails details = one.details();
            ConnectionId there = places.get(details.endpoint());
            if (there == null) {
                var profile = new ConnectionProfile(ConnectionId.random(random), Kind.ODOO,
                        ConnectionNames.free(ConnectionNames.moved(details.name(), details.endpoint().database()),
                                names),
                        one.since(), details.pin(), "", null,
                        details.keyExpires());
                names.add(profile.name());
                places.put(details.endpoint(), profile.id());
                sound.add(profile.id());
                added.add(profile);
                named.add(
                        new ConnectionDetails(details.endpoint(), profile.name(), details.pin(), details.keyExpires()));
                arrivals.add(new Arrival(profile.id(), details.endpoint(), one.password()));
                withoutPassword += one.password() == null ? 1 : 0;
            } else if (!sound.contains(there) && one.password() != null) {
                sound.add(there);
                arrivals.add(new Arrival(there, details.endpoint(), one.password()));
            }
        }
    }

    /** As far as a seal tells it. */
    private void findPlaces(List<ConnectionProfile> here) throws ProblemException {
        for (ConnectionProfile profile : here) {
            ports.vault().endpoint(profile.id()).ifPresent(endpoint -> places.putIfAbsent(endpoint, profile.id()));
        }
    }

    /** The connections whose password would open. */
    private Set<ConnectionId> sound() throws ProblemException {
        var sound = new HashSet<ConnectionId>();
        ports.rows().connections().forEach(row -> sound.add(row.id()));
        ports.vault().report().unsound().forEach(sound::remove);
        return sound;
    }

    /** Those that are here and those that come, while there is room; what only has another name here is here. */
    private List<KeptFilter> filters(List<KeptFilter> here, List<KeptFilter> come) {
        var all = new ArrayList<>(here);
        filtersLeft = 0;
        for (KeptFilter one : come) {
            if (all.stream().noneMatch(other -> isSame(one, other))) {
                KeptFilter named = named(one, all);
                if (all.size() < KeptFilter.MOST && named.isToKeep()) {
                    all.add(named);
                } else {
                    filtersLeft++;
                }
            }
        }
        return all;
    }

    /** Whatever they are called: a name that was found for one here comes back with it from there. */
    private static boolean isSame(KeptFilter one, KeptFilter other) {
        return one.search().equals(other.search()) && one.choice().equals(other.choice());
    }

    private static KeptFilter named(KeptFilter filter, List<KeptFilter> all) {
        String name = filter.name();
        for (int number = 2; KeptFilter.isTaken(name, all); number++) {
            name = filter.name() + " " + number;
        }
        return new KeptFilter(name, filter.search(), filter.choice());
    }
}
