package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Connections;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Endpoint;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.SourceOpener;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.Transfers.Brought;
import app.loupe.domain.Transfers.Watcher;
import app.loupe.transfer.TransferFile;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds, tests, edits and deletes connections over two files that share no transaction: the vault (row and ciphertext) and the
 * sealed store (profile and invoices). The order of the steps makes every interruption visible, and {@link #repair}
 * finishes it at the next start. Changes happen one at a time.
 */
public final class ConnectionDesk implements Connections {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);

    private final DeskPorts ports;
    private final KeptProfiles profiles;
    private final UnfilledCopies unfilled;
    private final Deletions deletions;
    private final DeletionsUnderWay underWay = new DeletionsUnderWay();
    private final BookLeads leads;
    private final Edits edits;
    private final SecureRandom random;
    private final String sampleName;
    private final MatchedProfiles matched;
    private final boolean readOnly;

    /**
     * A desk over these ports; the sample company gets this name.
     *
     * @param readOnly whether nothing can be changed: then {@link #repair} is not called, and what it would do first is
     *     seen as done
     */
    public ConnectionDesk(DeskPorts ports, Clock clock, SecureRandom random, String sampleName, boolean readOnly) {
        this.ports = ports;
        this.readOnly = readOnly;
        this.profiles = new KeptProfiles(ports);
        this.unfilled = new UnfilledCopies(ports.rows());
        this.deletions = new Deletions(ports, clock);
        this.matched = new MatchedProfiles(ports, profiles, deletions);
        this.leads = new BookLeads(ports);
        this.edits = new Edits(ports, profiles);
        this.random = random;
        this.sampleName = sampleName;
    }

    @Override
    public List<ConnectionProfile> list() throws ProblemException {
        return readOnly ? matched.all() : profiles.profiles();
    }

    /** The profiles as the desk keeps them, for whoever changes them while it does: both make way for each other. */
    public ProfileRepository profiles() {
        return profiles;
    }

    /** Opens the sessions of runs, once the owner's book has heard where their connections lead: what they find is noted there. */
    SourceOpener leading(SourceOpener sources) {
        return (id, log, cancel) -> {
            leads.leadUntold(id);
            return sources.open(id, log, cancel);
        };
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException {
        return ports.vault().endpoint(id);
    }

    @Override
    public Map<ConnectionId, List<Problem>> problems() throws ProblemException {
        List<ConnectionProfile> all = list();
        Set<ConnectionId> open = unfilled.among(all.stream().map(ConnectionProfile::id).toList());
        Set<ConnectionId> withRow = ids(ports.rows().connections());
        var problems = new LinkedHashMap<ConnectionId, List<Problem>>();
        for (ConnectionProfile profile : all) {
            var own = new ArrayList<Problem>();
            if (profile.kind() == Kind.ODOO && !withRow.contains(profile.id())) {
                own.add(ConnectionSources.passwordLost(profile, ports.vault()));
            }
            if (open.contains(profile.id())) {
                own.add(Problem.of(ProblemCode.COPY_UNFILLED, profile.name(), profile.id().value()));
            }
            if (!own.isEmpty()) {
                problems.put(profile.id(), List.copyOf(own));
            }
        }
        return problems;
    }

    private static Set<ConnectionId> ids(List<StoredConnection> rows) {
        return rows.stream().map(StoredConnection::id).collect(Collectors.toSet());
    }

    @Override
    public ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        return ports.gateway().probe(address, pin, cancel);
    }

    @Override
    public SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        return new SignInTests(ports.gateway()).test(endpoint, secret, pin, cancel);
    }

    @Override
    public SignInFacts test(ConnectionId id, @Nullable CertificatePin pin, CancelToken cancel) throws ProblemException {
        ConnectionProfile profile = demandProfile(id);
        StoredConnection row = ports.rows().find(id).orElse(null);
        if (row == null) {
            throw new ProblemException(ConnectionSources.passwordLost(profile, ports.vault()));
        }
        return ports.gateway().test(row.endpoint(), pin, ports.vault().access(id, row.endpoint()), cancel);
    }

    @Override
    public synchronized ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since)
            throws ProblemException {
        Endpoint endpoint = details.endpoint();
        edits.demandFree(null, endpoint);
        ConnectionNames.demandFree(list(), null, details.name());
        var profile = new ConnectionProfile(ConnectionId.random(random), Kind.ODOO,
                details.name().isBlank() ? MatchedProfiles.freeName(endpoint, names()) : details.name().strip(), since,
                details.pin(), "", null,
                details.keyExpires());
        // profile first: a profile without a row holds nothing yet and is dropped by repair(); the vault's write of row
        // and kept profiles, which is one transaction, is what makes the connection exist
        try {
            // what the copy refuses may be in it all the same
            ports.profiles().put(profile);
            profiles.add(profile, endpoint, secret);
        } catch (ProblemException refused) {
            forget(profile.id(), refused);
            throw refused;
        }
        leads.lead(profile.id(), endpoint);
        LOG.info("connection {} added", profile.id());
        return profile;
    }

    /** Why it was refused counts; what is left of it {@link #repair} drops. */
    private void forget(ConnectionId id, ProblemException refused) {
        try {
            deletions.drop(Set.of(id));
        } catch (ProblemException | RuntimeException left) {
            refused.addSuppressed(left);
        }
    }

    @Override
    public ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) throws ProblemException {
        if (demandProfile(id).kind() != Kind.ODOO) {
            throw unknown(id);
        }
        Edits.demandNotLess(demandProfile(id), since);
        ConnectionNames.demandFree(list(), id, details.name());
        edits.check(id, endpoint(id).orElse(null), details, secret, cancel);
        // the server was asked without holding up other changes, so one of them may have been faster
        synchronized (this) {
            cancel.check();
            ConnectionProfile before = demandProfile(id);
            Edits.demandNotLess(before, since);
            edits.demandFree(id, details.endpoint());
            ConnectionNames.demandFree(list(), id, details.name());
            if (!Objects.equals(before.since(), since)) {
                // before the day is kept: for a copy that stays as it is, it only means a little work
                ports.copy().widen(id);
            }
            profiles.edit(id, details, since, secret);
            leads.lead(id, details.endpoint());
        }
        LOG.info("connection {} edited", id);
        return demandProfile(id);
    }

    @Override
    public synchronized ConnectionProfile addSample() throws ProblemException {
        for (ConnectionProfile profile : list()) {
            if (profile.kind() == Kind.SAMPLE) {
                throw ProblemException.of(ProblemCode.CONNECTION_EXISTS, profile.name());
            }
        }
        var profile = new ConnectionProfile(ConnectionId.random(random), Kind.SAMPLE,
                ConnectionNames.free(sampleName, names()), null, null, "", null);
        try {
            profiles.put(profile);
        } catch (ProblemException refused) {
            forget(profile.id(), refused);
            throw refused;
        }
        leads.leadToSample(profile.id());
        LOG.info("sample company {} added", profile.id());
        return profile;
    }

    /** Takes in what a transfer file brings; see {@link app.loupe.domain.Transfers#bring}. */
    @Blocking
    synchronized Brought bring(TransferFile file, MovedBooks book, CancelToken cancel, Watcher watcher)
            throws ProblemException {
        return new Arrivals(ports, profiles, leads, deletions, random).take(file, book, cancel, watcher);
    }

    @Override
    public synchronized void noteDeletion(ConnectionId id, Notes notes) throws ProblemException {
        demandThere(id);
        deletions.begin(id, notes);
    }

    /** @throws ProblemException also CANCELLED, when {@link #endDeletions} stopped it: the next {@link #repair} finishes it */
    @Override
    public Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress) throws ProblemException {
        try (var _ = underWay.begin()) {
            return deleteAlone(id, notes, underWay.stopping(progress));
        }
    }

    /**
     * Stops the deletions that are under way or wait for their turn, for good, and waits until they have: whoever closes the files
     * calls this first.
     */
    @Blocking
    void endDeletions(Duration limit) {
        underWay.end(limit);
    }

    private synchronized Deletion deleteAlone(ConnectionId id, Notes notes, DeletionProgress progress)
            throws ProblemException {
        demandThere(id);
        Set<ConnectionId> left = Deletions.leftElsewhere(ports);
        boolean isNoted = false;
        try {
            deletions.begin(id, notes);
            isNoted = true;
            Deletion done = deletions.finish(id, progress);
            if (done.notice().isEmpty()) {
                finishTaken(left);
            }
            return done;
        } catch (ProblemException failure) {
            boolean isLeft;
            try {
                isLeft = leave(id, failure.problem());
            } catch (ProblemException refused) {
                LOG.warn("the deletion of {} is left as it is: {}", id, refused.problem().code().key());
                failure.addSuppressed(refused);
                // what was noted stays so, and the next start finishes it and says so; of the note itself nothing is known
                isLeft = isNoted;
            }
            Problem told = isLeft ? Deletions.unfinished(failure.problem()) : failure.problem();
            throw told.equals(failure.problem()) ? failure : new ProblemException(told, failure);
        }
    }

    /**
     * Replaces the key; see {@link app.loupe.domain.KeyChange}. This folder has taken it from every copy then, and finishes the
     * deletions that were left to another one.
     */
    @Blocking
    Optional<Problem> changeKey() throws ProblemException {
        Set<ConnectionId> left = Deletions.leftElsewhere(ports);
        Optional<Problem> waits = ports.vault().changeKey();
        if (waits.isEmpty()) {
            finishTaken(left);
        }
        return waits;
    }

    /** What was asked for is done; what of these cannot be, the next start finishes. */
    private synchronized void finishTaken(Set<ConnectionId> left) {
        try (var _ = underWay.begin()) {
            deletions.finishTaken(left, underWay.stopping(DeletionProgress.UNWATCHED));
        } catch (ProblemException refused) {
            LOG.warn("deletions of another folder wait for the next start: {}", refused.problem().code().key());
        }
    }

    /**
     * Leaves a deletion that failed, so that what is told of it is true: once the vault has nothing of a connection it is listed no
     * more, and one of which nothing is gone yet does not go later where nobody is told that it does.
     *
     * @return whether the next start finishes it
     */
    private boolean leave(ConnectionId id, Problem problem) throws ProblemException {
        if (!deletions.pending().contains(id)) {
            return false;
        }
        if (!deletions.isInVault(id)) {
            profiles.hide(Set.of(id));
        } else if (problem.code() != ProblemCode.DISK_FULL && !problem.code().isEnd()) {
            deletions.takeBack(id);
            return false;
        }
        return true;
    }

    private void demandThere(ConnectionId id) throws ProblemException {
        if (ports.profiles().profile(id).isEmpty() && ports.rows().find(id).isEmpty()
                && !ports.rows().lost().containsKey(id) && !deletions.pending().contains(id)) {
            throw unknown(id);
        }
    }

    /**
     * Finishes what an interruption left half done. Call once, after opening and before anything else.
     *
     * <p>Every deletion that had begun is completed, and the copy gets the connections that there are
     * ({@link MatchedProfiles}). A disk that takes nothing does not keep the owner from reading: what is left to do stays noted
     * for the next start, and a connection whose deletion could not be completed is listed no more.
     *
     * @return what to tell the owner: DELETION_FINISHED of each connection that went only now; at most one of
     *     DELETION_UNFINISHED or DISK_FULL when the disk was full, and DELETION_INTERRUPTED or STORE_FAILED when the system refused
     */
    public synchronized List<Problem> repair() throws ProblemException {
        return new InterruptedWork(ports, profiles, deletions, matched, leads, unfilled).finish();
    }

    private List<String> names() throws ProblemException {
        return list().stream().map(ConnectionProfile::name).toList();
    }

    private ConnectionProfile demandProfile(ConnectionId id) throws ProblemException {
        return list().stream().filter(profile -> profile.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(ConnectionId id) {
        return ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
    }
}
