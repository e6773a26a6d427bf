package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SystemAccount;
import java.nio.file.Path;
import java.util.List;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import testkit.InMemoryBook;
import testkit.Profiles;

/** A vault and its invoice store in a folder, opened with a fixed key; keeps every statement that was sent. */
final class OpenStore implements AutoCloseable {
    static final SystemAccount ANNA = new SystemAccount("anna", "1000");
    static final SystemAccount BERT = new SystemAccount("bert", "1001");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);

    final VaultFile vault;
    final InvoiceStore store;
    final Set<String> statements = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    OpenStore(Path folder) throws ProblemException {
        this(folder, ANNA, (byte) 7);
    }

    OpenStore(Path folder, SystemAccount account, byte keyByte) throws ProblemException {
        this(folder, account, keyByte, List::of);
    }

    /** The profiles are what the vault keeps. */
    OpenStore(Path folder, List<ConnectionProfile> kept) throws ProblemException {
        this(folder, ANNA, (byte) 7, () -> kept);
    }

    /** The vault says which profiles it keeps, or fails to. */
    OpenStore(Path folder, InvoiceStore.Kept kept) throws ProblemException {
        this(folder, ANNA, (byte) 7, kept);
    }

    private OpenStore(Path folder, SystemAccount account, byte keyByte, InvoiceStore.Kept kept)
            throws ProblemException {
        StatementInspector inspector = sql -> {
            statements.add(sql);
            times.merge(sql, 1, Integer::sum);
            return sql;
        };
        vault = VaultFile.open(FileProtection.of(folder), account, inspector, VaultRescue::beginning);
        boolean whole = false;
        try (Secret key = key(keyByte)) {
            store = InvoiceStore.open(vault, key, CLOCK, kept, inspector);
            whole = true;
        } finally {
            if (!whole) {
                vault.close();
            }
        }
    }

    /** Gives connections a profile: without one nothing is kept. */
    OpenStore knowing(ConnectionId... ids) throws ProblemException {
        for (ConnectionId id : ids) {
            store.profiles().put(Profiles.of(id));
        }
        return this;
    }

    /** The copy, whose changes go into a book that no connection leads to. */
    CopyRepository copies() {
        return copies(store);
    }

    static CopyRepository copies(InvoiceStore store) {
        return store.copies(new InMemoryBook(), CLOCK);
    }

    static Secret key(byte value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, value);
        return Secret.owning(bytes);
    }

    void forgetStatements() {
        statements.clear();
        times.clear();
    }

    /** How often a statement with these words was sent. */
    int sent(String words) {
        return times.entrySet().stream().filter(one -> one.getKey().contains(words)).mapToInt(Map.Entry::getValue)
                .sum();
    }

    Set<String> statements() {
        return new HashSet<>(statements);
    }

    @Override
    public void close() {
        store.close();
        vault.close();
    }
}
