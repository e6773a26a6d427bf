package app.loupe.app;

import app.loupe.domain.DeletionProgress;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.StoredConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
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
    private final BookLeads leads;
    private final Edits edits;
    private final SecureRandom random;
    private final String sampleName;

    /** A desk over these ports; the sample company gets this name. */
    public ConnectionDesk(DeskPorts ports, Clock clock, SecureRandom random, String sampleName) {
        this.ports = ports;
        this.profiles = new KeptProfiles(ports);
        this.unfilled = new UnfilledCopies(ports.rows());
        this.deletions = new Deletions(ports, clock);
        this.leads = new BookLeads(ports);
        this.edits = new Edits(ports);
        this.random = random;
        this.sampleName = sampleName;
    }

    @Override
    public List<ConnectionProfile> list() throws ProblemException {
        return profiles.profiles();
    }

    /** The profiles as the desk keeps them, for whoever changes them while it does: both make way for each other. */
    public ProfileRepository profiles() {
        return profiles;
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
                details.name().isBlank() ? freeName(endpoint) : details.name().strip(), since, details.pin(), "", null,
                details.keyExpires());
        // profile first: a profile without a row holds nothing yet and is dropped by repair(); the vault's write of row
        // and kept profiles, which is one transaction, is what makes the connection exist
        ports.profiles().put(profile);
        try {
            profiles.add(profile, endpoint, secret);
        } catch (ProblemException refused) {
            ports.copy().delete(profile.id());
            throw refused;
        }
        leads.lead(profile.id(), endpoint);
        LOG.info("connection {} added", profile.id());
        return profile;
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
        profiles.put(profile);
        LOG.info("sample company {} added", profile.id());
        return profile;
    }

    @Override
    public synchronized Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress)
            throws ProblemException {
        if (ports.profiles().profile(id).isEmpty() && ports.rows().find(id).isEmpty()
                && !ports.rows().lost().containsKey(id) && !deletions.pending().contains(id)) {
            throw unknown(id);
        }
        return deletions.delete(id, notes, progress);
    }

    /**
     * Finishes what an interruption left half done. Call once, after opening and before anything else.
     *
     * <p>Every deletion that had begun is completed. Profiles that the vault keeps come back where the copy lost them, and
     * an older copy that was put back brings none back that was deleted. A profile that the vault does not know is dropped
     * when it never synced (an addition that was interrupted), or when its last sync was before the last deletion of
     * which the vault tells. Any other keeps its invoices as a connection without a password: an older vault was put
     * back, and nothing is deleted that the owner did not delete. A row without a profile gets one. A full disk does not
     * keep the owner from reading: what is left to do stays noted for the next start.
     *
     * @return what to tell the owner when the disk was full: DELETION_UNFINISHED, or DISK_FULL
     */
    public synchronized Optional<Problem> repair() throws ProblemException {
        try {
            deletions.finishPending();
            restoreKept();
            matchRowsAndProfiles();
            profiles.keep();
            leads.leadAll(list());
            unfilled.settle(list().stream().map(ConnectionProfile::id).toList());
            return Optional.empty();
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.DISK_FULL) {
                throw failure;
            }
            LOG.warn("no room to finish what was interrupted");
            return Optional.of(deletions.pending().isEmpty()
                    ? failure.problem()
                    : new Problem(ProblemCode.DELETION_UNFINISHED, failure.problem().parameters()));
        }
    }

    private void restoreKept() throws ProblemException {
        Map<ConnectionId, ConnectionProfile> inCopy = new LinkedHashMap<>();
        list().forEach(profile -> inCopy.put(profile.id(), profile));
        for (ConnectionProfile kept : ports.vault().keptProfiles().orElse(List.of())) {
            ConnectionProfile now = inCopy.get(kept.id());
            ConnectionProfile right = now == null ? kept : merged(kept, now);
            if (!right.equals(now)) {
                LOG.info("the profile of {} is the one that the vault keeps", kept.id());
                ports.profiles().put(right);
            }
        }
    }

    private static ConnectionProfile merged(ConnectionProfile kept, ConnectionProfile now) {
        return new ConnectionProfile(kept.id(), kept.kind(), kept.name(), kept.since(), kept.pin(), now.serverVersion(),
                now.lastSynced(), kept.keyExpires(), now.verification());
    }

    private void matchRowsAndProfiles() throws ProblemException {
        List<StoredConnection> rows = ports.rows().connections();
        List<ConnectionProfile> all = list();
        Optional<List<ConnectionProfile>> kept = ports.vault().keptProfiles();
        Set<ConnectionId> known = ids(rows);
        known.addAll(ports.rows().lost().keySet());
        kept.stream().flatMap(List::stream).map(ConnectionProfile::id).forEach(known::add);
        for (ConnectionProfile profile : all) {
            if (!known.contains(profile.id()) && isToDrop(profile, kept.isPresent())) {
                LOG.info("dropping {}, which was deleted, or whose addition was interrupted", profile.id());
                ports.copy().delete(profile.id());
            }
        }
        Set<ConnectionId> withProfile = all.stream().map(ConnectionProfile::id).collect(Collectors.toSet());
        for (StoredConnection row : rows) {
            addProfile(row.id(), row.endpoint(), withProfile);
        }
        for (var lost : ports.rows().lost().entrySet()) {
            addProfile(lost.getKey(), lost.getValue(), withProfile);
        }
    }

    /** Whether a profile that the vault does not know is of no connection: without kept profiles only a row tells. */
    private boolean isToDrop(ConnectionProfile unknown, boolean profilesAreKept) throws ProblemException {
        Instant lastSynced = unknown.lastSynced();
        if (lastSynced == null) {
            return profilesAreKept || unknown.kind() == Kind.ODOO;
        }
        return profilesAreKept && deletions.last().filter(deleted -> !lastSynced.isAfter(deleted)).isPresent();
    }

    private void addProfile(ConnectionId id, Endpoint endpoint, Set<ConnectionId> withProfile)
            throws ProblemException {
        if (!withProfile.contains(id)) {
            LOG.info("giving {} a profile again", id);
            ports.profiles().put(new ConnectionProfile(id, Kind.ODOO, freeName(endpoint), null, null, "", null));
        }
    }

    private String freeName(Endpoint endpoint) throws ProblemException {
        String host = endpoint.address().host();
        String plain = endpoint.database().isBlank() ? host : endpoint.database();
        List<String> taken = names();
        return ConnectionNames.free(plain, taken).equals(plain)
                ? plain
                : ConnectionNames.free(plain + " (" + host + ")", taken);
    }

    private List<String> names() throws ProblemException {
        return list().stream().map(ConnectionProfile::name).toList();
    }

    private ConnectionProfile demandProfile(ConnectionId id) throws ProblemException {
        return profiles.profile(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(ConnectionId id) {
        return ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
    }
}
