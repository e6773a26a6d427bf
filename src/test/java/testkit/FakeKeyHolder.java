package testkit;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A key holder in memory whose answers can be scripted; every change counts as a call that can crash. */
public final class FakeKeyHolder implements KeyHolder {
    private final String id;
    private final CallCounter counter;
    private final Map<InstallId, byte[]> entries = new HashMap<>();
    private Optional<KeyState> instead = Optional.empty();
    private Optional<ProblemCode> refusal = Optional.empty();
    private int refusedFrom;
    private int loads;
    private int stores;
    private int refusals;
    private int looks;

    /** An open and empty holder. */
    public FakeKeyHolder(String id, CallCounter counter) {
        this.id = id;
        this.counter = counter;
    }

    /** An open and empty keyring that never crashes. */
    public static FakeKeyHolder keyring() {
        return new FakeKeyHolder("secret-service", new CallCounter());
    }

    /** An empty passphrase holder that never crashes. */
    public static FakeKeyHolder passphrase() {
        return new FakeKeyHolder("passphrase", new CallCounter());
    }

    /** Answers this instead of looking; not for {@code Present}. */
    public void answer(KeyState state) {
        instead = Optional.of(state);
    }

    /** Looks again, and keeps what it is given. */
    public void behave() {
        instead = Optional.empty();
        refusal = Optional.empty();
    }

    /** Refuses to keep anything from now on. */
    public void refuse(ProblemCode code) {
        refuseAfter(0, code);
    }

    /** Keeps so many more keysets and then refuses. */
    public void refuseAfter(int more, ProblemCode code) {
        refusal = Optional.of(code);
        refusedFrom = stores + more;
    }

    /** Replaces the entry behind the vault's back. */
    public void put(InstallId install, byte[] keyset) {
        entries.put(install, keyset.clone());
    }

    /** A copy of the entry. */
    public Optional<byte[]> entry(InstallId install) {
        return Optional.ofNullable(entries.get(install)).map(byte[]::clone);
    }

    /** How often it was asked. */
    public int loads() {
        return loads;
    }

    /** How many keysets it kept. */
    public int stores() {
        return stores;
    }

    /** How many keysets it did not keep. */
    public int refusals() {
        return refusals;
    }

    /** How often it was asked whether it takes a keyset unasked. */
    public int looks() {
        return looks;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public KeyState load(InstallId install) {
        loads++;
        if (instead.isPresent()) {
            return instead.get();
        }
        return entry(install).<KeyState>map(bytes -> new KeyState.Present(Secret.owning(bytes)))
                .orElseGet(KeyState.Absent::new);
    }

    @Override
    public void store(InstallId install, Secret keyset) throws ProblemException {
        if (refusal.isPresent() && stores >= refusedFrom) {
            refusals++;
            throw ProblemException.of(refusal.get());
        }
        counter.begin();
        put(install, keyset.bytes());
        stores++;
        counter.end();
    }

    @Override
    public boolean takesUnasked() {
        looks++;
        return refusal.isEmpty();
    }

    @Override
    public boolean isSharedByCopies() {
        return !id.equals("passphrase");
    }

    /** Loses the keyset, as when somebody removed it from the keyring. */
    public void forget(InstallId install) {
        counter.begin();
        entries.remove(install);
        counter.end();
    }
}
