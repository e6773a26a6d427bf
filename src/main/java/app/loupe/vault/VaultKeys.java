package app.loupe.vault;

import app.loupe.domain.KeyHolder;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the keys of an open vault and retires the old one after a deletion, or when another is asked for. The vault file says
 * how far a retirement came, so that a crash at any point is finished at the next start:
 *
 * <ol>
 * <li>{@code PENDING_REKEY} names the key to retire (written in the transaction that deletes the row, where one goes);
 * <li>the holder keeps the old key and a fresh one;
 * <li>one transaction seals everything with the fresh key and names it in {@code KEY_ID};
 * <li>the holder keeps the fresh key alone;
 * <li>the file is rewritten, then {@code PENDING_REKEY} goes.
 * </ol>
 *
 * While {@code PENDING_REKEY} equals {@code KEY_ID}, steps 2 and 3 are still to do. Where a folder and its copies have
 * one entry at the holder, only the folder that was asked takes a key out of it: one that finds itself in another place than
 * {@code PENDING_REKEY} names may be a copy, and waits until it is asked itself. That fact is sealed, and so are the deletions
 * that have begun: what no key of this vault has sealed was written by somebody else, and destroys nothing. Not safe for use by
 * several threads.
 */
final class VaultKeys {
    private static final Logger LOG = LoggerFactory.getLogger(VaultKeys.class);

    private final VaultRepository repository;
    private final KeyHolder holder;
    private final RowSeal rows;
    private final SealedFacts facts;
    private final Clock clock;
    private MasterKeys current;

    /** Starts with the keys that the holder gave; the key named by {@code KEY_ID} must be their primary. */
    VaultKeys(VaultRepository repository, KeyHolder holder, Binding binding, Clock clock, MasterKeys current) {
        this.repository = repository;
        this.holder = holder;
        this.rows = new RowSeal(binding);
        this.facts = new SealedFacts(binding);
        this.clock = clock;
        this.current = current;
    }

    /** The keys now. */
    MasterKeys current() {
        return current;
    }

    /**
     * The facts that ask for the key in use to be retired. Whoever asks for that here takes the key from every copy, so that
     * deletions which were left to another folder are this folder's from then on.
     */
    Map<VaultFact, String> retirementRequest() throws ProblemException {
        List<PlacedDeletion> begun = deletions(repository.facts());
        Map<VaultFact, String> asked = new HashMap<>();
        if (!begun.isEmpty()) {
            asked.putAll(noted(begun.stream().map(one -> one.in(place())).toList()));
        }
        asked.put(VaultFact.PENDING_REKEY, facts.sealedRetirement(current,
                new Retirement(SealedFacts.text(current.primaryId()), place())));
        return asked;
    }

    /** Where the folder lies, for a note; empty where nobody has to know, because each copy has a key of its own. */
    String place() {
        return holder.isSharedByCopies() ? repository.place() : "";
    }

    /** The other folder, where something was asked for in this place: done here it would take the key from it. */
    Optional<String> elsewhere(String place) {
        return holder.isSharedByCopies() && !place.equals(repository.place()) ? Optional.of(place) : Optional.empty();
    }

    /** The deletions that have begun by these facts; none that no key of this vault has sealed. */
    List<PlacedDeletion> deletions(Map<VaultFact, String> now) {
        return opened(now, VaultFact.PENDING_DELETION, facts::deletions).orElse(List.of());
    }

    /** The fact that notes these deletions as begun. */
    Map<VaultFact, String> noted(List<PlacedDeletion> begun) {
        return Map.of(VaultFact.PENDING_DELETION, begun.isEmpty() ? "" : facts.sealedDeletions(current, begun));
    }

    private interface Opening<T> {
        Optional<T> open(MasterKeys keys, String sealed);
    }

    private <T> Optional<T> opened(Map<VaultFact, String> now, VaultFact fact, Opening<T> opening) {
        return Optional.ofNullable(now.get(fact)).flatMap(sealed -> opening.open(current, sealed));
    }

    /** The wish to retire a key by these facts; empty where there is none, or none that a key of this vault has sealed. */
    private Optional<Retirement> wish(Map<VaultFact, String> now) {
        return opened(now, VaultFact.PENDING_REKEY, facts::retirement);
    }

    /** Whether a key waits to be retired by these facts, here or in another folder. */
    boolean isRetirementPending(Map<VaultFact, String> now) {
        return wish(now).isPresent();
    }

    /**
     * What waits by these facts and is not finished here: KEY_CHANGE_ELSEWHERE for what was asked for in another folder, and
     * PENDING_UNSEALED where somebody else wrote that something was asked for.
     */
    List<Problem> left(Map<VaultFact, String> now) {
        Stream<String> places = Stream.concat(leftTo(now).stream(),
                deletions(now).stream().flatMap(one -> elsewhere(one.place()).stream())).distinct();
        boolean isForged = (now.containsKey(VaultFact.PENDING_REKEY) && wish(now).isEmpty())
                || (now.containsKey(VaultFact.PENDING_DELETION)
                        && opened(now, VaultFact.PENDING_DELETION, facts::deletions).isEmpty());
        return Stream.concat(places.map(place -> Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, place)),
                isForged ? Stream.of(Problem.of(ProblemCode.PENDING_UNSEALED)) : Stream.empty()).toList();
    }

    /**
     * Asks for the key in use to be retired and does it, as after a deletion.
     *
     * @return as {@link #finishRetirement}
     * @throws ProblemException when the vault file fails; before anything is asked for where it is only read, or where the disk
     *     has no room to rewrite it
     */
    Optional<Problem> change() throws ProblemException {
        repository.demandWritable();
        // the rewrite comes last, and takes what was set aside: until then nothing goes
        repository.rehearse();
        repository.apply(VaultChange.ofFacts(retirementRequest()));
        return finishRetirement();
    }

    /** When the key in use was made, as far as these facts tell. */
    static Optional<Instant> created(Map<VaultFact, String> facts) {
        try {
            return Optional.ofNullable(facts.get(VaultFact.KEY_CREATED)).map(Instant::parse);
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Does every step that is still to do; nothing when nothing is pending.
     *
     * @return what the key holder said when it could not take part, or {@link ProblemCode#KEY_CHANGE_ELSEWHERE}; the retirement
     *     then stays pending, as does one that no key of this vault has sealed
     * @throws ProblemException when the vault file fails
     */
    Optional<Problem> finishRetirement() throws ProblemException {
        Map<VaultFact, String> now = repository.facts();
        Optional<Retirement> wish = wish(now);
        if (wish.isEmpty()) {
            return Optional.empty();
        }
        String pending = wish.get().keyId();
        // the holder's key may be that of a folder that this one is a snapshot of, and that goes on
        repository.demandWritable();
        Optional<String> elsewhere = leftTo(now);
        if (elsewhere.isPresent()) {
            return Optional.of(Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, elsewhere.get()));
        }
        try {
            if (pending.equals(now.getOrDefault(VaultFact.KEY_ID, pending))) {
                MasterKeys both = current.withFreshPrimary();
                Optional<Problem> refused = keep(both);
                if (refused.isPresent()) {
                    return refused;
                }
                sealAgain(both, wish.get(), now);
            }
            if (current.size() > 1) {
                MasterKeys fresh = current.primaryOnly();
                Optional<Problem> refused = keep(fresh);
                if (refused.isPresent()) {
                    return refused;
                }
                current = fresh;
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("making a key failed", broken);
        }
        repository.compact();
        repository.apply(VaultChange.ofFacts(Map.of(VaultFact.PENDING_REKEY, "")));
        LOG.info("retired a key, {} in use", SealedFacts.text(current.primaryId()));
        return Optional.empty();
    }

    /**
     * The same as {@link #finishRetirement}, where the holder asks nobody anything.
     *
     * @return whether a key was retired now
     */
    boolean finishUnasked() throws ProblemException {
        Map<VaultFact, String> now = repository.facts();
        return isRetirementPending(now) && leftTo(now).isEmpty() && holder.takesUnasked()
                && finishRetirement().isEmpty();
    }

    /** The other folder that a retirement is left to, which is pending by these facts: done here it would take the key from it. */
    Optional<String> leftTo(Map<VaultFact, String> now) {
        return wish(now).flatMap(wish -> elsewhere(wish.place()));
    }

    /** Has the holder forget what it keeps in memory. */
    void close() {
        holder.close();
    }

    private Optional<Problem> keep(MasterKeys keys) throws GeneralSecurityException {
        try (Secret keyset = keys.serialised()) {
            holder.store(repository.install(), keyset);
            return Optional.empty();
        } catch (ProblemException refused) {
            LOG.warn("the key holder did not keep the keyset: {}", refused.problem().code().key());
            return Optional.of(refused.problem());
        }
    }

    /** Both keys are in force once the file is sealed with the fresh one, also where it says that it failed after it took that. */
    private void sealAgain(MasterKeys both, Retirement wish, Map<VaultFact, String> now) throws ProblemException {
        try {
            repository.apply(sealedAgain(both, wish, now));
        } catch (ProblemException refused) {
            if (isNamed(both, refused)) {
                current = both;
            }
            throw refused;
        }
        current = both;
    }

    /** Whether the file names the primary of these; where it cannot be read either, why it was not written counts. */
    private boolean isNamed(MasterKeys keys, ProblemException refused) {
        try {
            return SealedFacts.text(keys.primaryId()).equals(repository.facts().get(VaultFact.KEY_ID));
        } catch (ProblemException unread) {
            refused.addSuppressed(unread);
            return false;
        }
    }

    private VaultChange sealedAgain(MasterKeys keys, Retirement wish, Map<VaultFact, String> now)
            throws ProblemException {
        List<StoredConnection> again = new ArrayList<>();
        int unreadable = 0;
        for (StoredConnection row : repository.connections()) {
            try (Secret password = rows.open(keys, row)) {
                again.add(rows.seal(keys, row.id(), row.endpoint(), password));
            } catch (ProblemException refused) {
                // such a row never opened; it stays as it is, and its owner types the password again
                unreadable++;
            }
        }
        Map<VaultFact, String> changed = new HashMap<>(facts.ofKey(keys));
        changed.put(VaultFact.KEY_CREATED, clock.instant().toString());
        for (VaultFact fact : List.of(VaultFact.STORE_KEY, VaultFact.BOOK_KEY)) {
            String fileKey = now.get(fact);
            if (fileKey != null) {
                facts.fileKey(keys, fact, fileKey).ifPresent(opened -> {
                    changed.put(fact, facts.sealedFileKey(keys, fact, opened));
                    opened.close();
                });
            }
        }
        String profiles = now.get(VaultFact.PROFILES);
        if (profiles != null) {
            facts.profiles(keys, profiles)
                    .ifPresent(kept -> changed.put(VaultFact.PROFILES, facts.sealedProfiles(keys, kept)));
        }
        String search = now.get(VaultFact.SEARCH);
        if (search != null) {
            changed.put(VaultFact.SEARCH,
                    facts.search(keys, search).map(kept -> facts.sealedSearch(keys, kept)).orElse(""));
        }
        String filters = now.get(VaultFact.FILTERS);
        if (filters != null) {
            changed.put(VaultFact.FILTERS,
                    facts.filters(keys, filters).map(kept -> facts.sealedFilters(keys, kept)).orElse(""));
        }
        changed.put(VaultFact.PENDING_REKEY, facts.sealedRetirement(keys, wish));
        String deletions = now.get(VaultFact.PENDING_DELETION);
        if (deletions != null) {
            changed.put(VaultFact.PENDING_DELETION,
                    facts.deletions(keys, deletions).map(kept -> facts.sealedDeletions(keys, kept)).orElse(""));
        }
        LOG.info("sealed {} rows again, {} do not open", again.size(), unreadable);
        return new VaultChange(Set.of(), again, changed);
    }
}
