package app.loupe.store;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The profiles of the own connections in the invoice store. */
final class StoredProfiles implements ProfileRepository {
    private final LedgeredSession session;

    StoredProfiles(LedgeredSession session) {
        this.session = session;
    }

    @Override
    public List<ConnectionProfile> profiles() throws ProblemException {
        return session.read(s -> s.createSelectionQuery("from ProfileEntity p order by p.position", ProfileEntity.class)
                .list().stream().map(row -> whole(s, row)).toList());
    }

    @Override
    public Optional<ConnectionProfile> profile(ConnectionId id) throws ProblemException {
        return session.read(s -> find(s, id).map(row -> whole(s, row)));
    }

    /** With what stands beside it. */
    private static ConnectionProfile whole(StatelessSession s, ProfileEntity row) {
        return profile(row).verified(verification(s, row.connectionId))
                .holding(new Watermarks(s, row.connectionId).keptFrom().orElse(null));
    }

    @Override
    public void put(ConnectionProfile profile) throws ProblemException {
        session.writeUnasked(profile.id(), (s, delta) -> {
            Optional<ProfileEntity> before = find(s, profile.id());
            ProfileEntity row = row(profile, before.isPresent() ? before.get().position : next(s));
            s.createMutationQuery("delete from ProfileEntity p where p.connectionId = :c")
                    .setParameter("c", row.connectionId).executeUpdate();
            return s.insert(row);
        });
        session.flush();
    }

    @Override
    public void synced(ConnectionId id, Instant when, String serverVersion) throws ProblemException {
        session.writeOfRun(id,
                (s, delta) -> s.createMutationQuery("update ProfileEntity p set p.lastSynced = :when, "
                        + "p.serverVersion = :version where p.connectionId = :c").setParameter("when", when)
                        .setParameter("version", serverVersion).setParameter("c", id.value()).executeUpdate());
        session.flush();
    }

    @Override
    public void verified(ConnectionId id, Verification verification) throws ProblemException {
        session.writeOfRun(id, (s, delta) -> {
            s.createMutationQuery("delete from VerificationEntity v where v.connectionId = :c")
                    .setParameter("c", id.value()).executeUpdate();
            return s.insert(VerificationEntity.of(id.value(), verification));
        });
        session.flush();
    }

    private static @Nullable Verification verification(StatelessSession s, String connection) {
        return s.createSelectionQuery("from VerificationEntity v where v.connectionId = :c", VerificationEntity.class)
                .setParameter("c", connection).uniqueResultOptional().map(VerificationEntity::verification)
                .orElse(null);
    }

    @Override
    public void edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since) throws ProblemException {
        CertificatePin pin = details.pin();
        session.write(id, (s, delta) -> {
            ConnectionProfile before = find(s, id).map(StoredProfiles::profile).orElseThrow();
            return s.createMutationQuery(
                    "update ProfileEntity p set p.name = :name, p.pin = :pin, p.since = :since "
                            + "where p.connectionId = :c")
                    .setParameter("name", before.edited(details, since).name())
                    .setParameter("since", since, LocalDate.class)
                    .setParameter("pin", pin == null ? null : pin.sha256(), String.class)
                    .setParameter("c", id.value()).executeUpdate();
        });
        session.flush();
    }

    /** Deletes a profile beside which no other table has anything of its connection, and says whether that was so. */
    static boolean isWithdrawn(StatelessSession s, ConnectionId id) {
        boolean isBare = StoredTable.ofConnections().stream().filter(table -> table != StoredTable.PROFILES)
                .noneMatch(table -> hasRows(s, table, id));
        if (isBare) {
            s.createMutationQuery("delete from ProfileEntity p where p.connectionId = :c")
                    .setParameter("c", id.value()).executeUpdate();
        }
        return isBare;
    }

    private static boolean hasRows(StatelessSession s, StoredTable table, ConnectionId id) {
        return !s.createSelectionQuery("select 1 from " + table.query() + " e where e.connectionId = :c", Integer.class)
                .setParameter("c", id.value()).setMaxResults(1).list().isEmpty();
    }

    /** Fills an empty table; returns how many there are. */
    static int insertAll(StatelessSession s, List<ConnectionProfile> profiles) {
        for (int i = 0; i < profiles.size(); i++) {
            s.insert(row(profiles.get(i), i + 1));
        }
        return profiles.size();
    }

    private static ProfileEntity row(ConnectionProfile profile, int position) {
        var row = new ProfileEntity();
        row.position = position;
        row.connectionId = profile.id().value();
        row.kind = profile.kind().name();
        row.name = profile.name();
        row.since = profile.since();
        CertificatePin pin = profile.pin();
        row.pin = pin == null ? null : pin.sha256();
        row.serverVersion = profile.serverVersion();
        row.lastSynced = profile.lastSynced();
        return row;
    }

    private static int next(StatelessSession s) {
        return s.createSelectionQuery("select coalesce(max(p.position), 0) + 1 from ProfileEntity p", Integer.class)
                .getSingleResult();
    }

    private static Optional<ProfileEntity> find(StatelessSession s, ConnectionId id) {
        return s.createSelectionQuery("from ProfileEntity p where p.connectionId = :c", ProfileEntity.class)
                .setParameter("c", id.value()).uniqueResultOptional();
    }

    private static ConnectionProfile profile(ProfileEntity row) {
        return new ConnectionProfile(new ConnectionId(row.connectionId), ConnectionProfile.Kind.valueOf(row.kind),
                row.name, row.since, row.pin == null ? null : new CertificatePin(row.pin), row.serverVersion,
                row.lastSynced);
    }
}
