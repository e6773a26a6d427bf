package app.loupe.store;

import app.loupe.domain.SystemAccount;
import app.loupe.domain.UserId;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Decides which user an account of the operating system is on this installation and which file holds its invoices. The
 * first account gets the plain file name, every later one a name with its id, because each file has its owner's key.
 */
record VaultAccounts(UserId user, String invoiceStore) {
    private static final String FIRST_STORE = "invoices";
    private static final String ACCOUNT = "account:";
    private static final String STORE_OF = "invoice-store:";

    /** Finds the account or adds it; the session must be the one of the installation. */
    static VaultAccounts findOrAdd(StatelessSession session, SystemAccount account) {
        var meta = new VaultMeta(session);
        // the length keeps two accounts apart whose names and ids would read the same when joined
        String name = ACCOUNT + account.name().length() + ":" + account.name() + ":" + account.systemId();
        Optional<String> known = meta.get(name);
        if (known.isPresent()) {
            String user = known.get();
            return new VaultAccounts(new UserId(user), meta.get(STORE_OF + user).orElse(FIRST_STORE + "-" + user));
        }
        boolean first = meta.all().stream().noneMatch(row -> row.name.startsWith(ACCOUNT));
        var user = new UserId(UUID.randomUUID().toString());
        String store = first ? FIRST_STORE : FIRST_STORE + "-" + user.value();
        meta.set(name, user.value());
        meta.set(STORE_OF + user.value(), store);
        return new VaultAccounts(user, store);
    }
}
