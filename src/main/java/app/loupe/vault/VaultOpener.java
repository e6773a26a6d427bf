package app.loupe.vault;

import app.loupe.domain.Blocking;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import app.loupe.unlock.KeysetJudge;
import app.loupe.unlock.OpeningDecision;
import app.loupe.unlock.StoreState;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a vault: asks the right key holder, does what {@link OpeningDecision} says, and finishes a pending retirement. */
public final class VaultOpener {
    private static final Logger LOG = LoggerFactory.getLogger(VaultOpener.class);

    /** What keeps a retirement from its end now, and may be gone at the next opening. */
    private static final Set<ProblemCode> FOR_NOW = Set.of(ProblemCode.DISK_FULL, ProblemCode.STORE_FAILED,
            ProblemCode.MEMORY_EXHAUSTED, ProblemCode.DATA_FOLDER_READ_ONLY);

    private final Clock clock;

    /** Takes the clock that dates new keys. */
    public VaultOpener(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens the vault of the repository's user. An installation stays with the key holder that it began with; a new one
     * uses the keyring, or the passphrase when this session has no keyring. Nothing is written unless the key is right
     * or nothing was sealed before.
     *
     * @throws ProblemException with a {@code KEYRING_*}, {@code KEY_*}, {@code PASSPHRASE_*} or {@code STORE_*} code
     */
    @Blocking
    public SealedVault open(VaultRepository repository, KeyHolder keyring, KeyHolder passphrase)
            throws ProblemException {
        Map<VaultFact, String> facts = repository.facts();
        String recorded = facts.getOrDefault(VaultFact.KEY_HOLDER, "");
        if (recorded.equals(passphrase.id())) {
            return openWith(repository, passphrase, facts, Optional.empty());
        }
        if (!recorded.isEmpty() && !recorded.equals(keyring.id())) {
            LOG.warn("the key is with {}, this session offers {}", recorded, keyring.id());
            throw ProblemException.of(ProblemCode.KEYRING_UNAVAILABLE);
        }
        return openWith(repository, keyring, facts, Optional.of(passphrase));
    }

    private SealedVault openWith(VaultRepository repository, KeyHolder holder, Map<VaultFact, String> facts,
            Optional<KeyHolder> instead) throws ProblemException {
        var binding = new Binding(repository.install(), repository.user());
        List<StoredConnection> rows = repository.connections();
        KeysetJudge judge = new VaultJudge(new SealedFacts(binding), rows, facts);
        KeyState state = holder.load(repository.install());
        try {
            OpeningDecision decision = OpeningDecision.decide(state, StoreState.of(rows.size(), facts), judge);
            LOG.info("{}: {}{}", holder.id(), decision.getClass().getSimpleName(), why(state));
            return switch (decision) {
                case OpeningDecision.Open open -> opened(repository, holder, binding, parsed(open.keyset()));
                case OpeningDecision.CreateKey create -> opened(repository, holder, binding,
                        created(repository, holder));
                case OpeningDecision.OfferPassphrase offer when instead.isPresent() -> openWith(repository,
                        instead.get(), facts, Optional.empty());
                case OpeningDecision.OfferPassphrase offer -> throw ProblemException
                        .of(ProblemCode.KEYRING_UNAVAILABLE);
                case OpeningDecision.AskAgain again -> throw new ProblemException(
                        of(holder, Problem.of(ProblemCode.KEYRING_LOCKED)));
                case OpeningDecision.Refuse refuse -> throw new ProblemException(of(holder, refuse.problem()));
            };
        } finally {
            if (state instanceof KeyState.Present present) {
                present.keyset().close();
            }
        }
    }

    /** Why a key cannot be had, for whoever helps the owner: only Loupe's own words, nothing that was stored. */
    private static String why(KeyState state) {
        if (state instanceof KeyState.Unavailable none) {
            return " (" + none.why() + ")";
        }
        return state instanceof KeyState.Unreadable entry ? " (" + entry.why() + ")" : "";
    }

    /** Replaces the problem by the one about a passphrase, where the passphrase was not given or was wrong. */
    private static Problem of(KeyHolder holder, Problem problem) {
        if (!holder.id().equals(PassphraseHolder.ID)) {
            return problem;
        }
        return switch (problem.code()) {
            case KEYRING_LOCKED -> Problem.of(ProblemCode.PASSPHRASE_NEEDED);
            case KEYRING_DENIED -> Problem.of(ProblemCode.PASSPHRASE_WRONG);
            default -> problem;
        };
    }

    private static MasterKeys parsed(Secret keyset) {
        try {
            return MasterKeys.parse(keyset);
        } catch (GeneralSecurityException judgedBefore) {
            throw new IllegalStateException("the keyset was judged readable", judgedBefore);
        }
    }

    private static MasterKeys created(VaultRepository repository, KeyHolder holder) throws ProblemException {
        repository.demandWritable();
        try {
            MasterKeys keys = MasterKeys.generate();
            try (Secret keyset = keys.serialised()) {
                holder.store(repository.install(), keyset);
            }
            return keys;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("making a key failed", broken);
        }
    }

    private SealedVault opened(VaultRepository repository, KeyHolder holder, Binding binding, MasterKeys found)
            throws ProblemException {
        Map<VaultFact, String> facts = repository.facts();
        String keyId = facts.getOrDefault(VaultFact.KEY_ID, "");
        MasterKeys keys = keyId.isEmpty() ? found : sealingWith(found, keyId);
        if (keyId.isEmpty() || !facts.containsKey(VaultFact.CHECK_VALUE)) {
            Map<VaultFact, String> first = new HashMap<>(new SealedFacts(binding).ofKey(keys));
            first.put(VaultFact.KEY_HOLDER, holder.id());
            first.put(VaultFact.KEY_CREATED, clock.instant().toString());
            repository.apply(VaultChange.ofFacts(first));
        }
        var live = new VaultKeys(repository, holder, binding, clock, keys);
        Optional<Problem> waits = retire(live);
        waits.ifPresent(why -> LOG.warn("a key still waits to be retired: {}", why.code().key()));
        return new SealedVault(repository, binding, holder.id(), live, live.left(repository.facts()));
    }

    /** A disk that is full or takes nothing must not keep the owner from reading: the retirement stays noted, and the next opening does it. */
    private static Optional<Problem> retire(VaultKeys keys) throws ProblemException {
        try {
            return keys.finishRetirement();
        } catch (ProblemException failure) {
            if (!FOR_NOW.contains(failure.problem().code())) {
                throw failure;
            }
            return Optional.of(failure.problem());
        }
    }

    private static MasterKeys sealingWith(MasterKeys keys, String keyId) {
        try {
            return keys.sealingWith(Integer.parseUnsignedInt(keyId, 16));
        } catch (GeneralSecurityException judgedBefore) {
            throw new IllegalStateException("the keyset was judged to hold this key", judgedBefore);
        }
    }
}
