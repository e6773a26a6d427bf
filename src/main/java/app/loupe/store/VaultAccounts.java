package app.loupe.store;

import app.loupe.domain.SystemAccount;
import app.loupe.domain.UserId;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.hibernate.StatelessSession;

/**
 * Decides which user an account of the operating system is on this installation and which file holds its invoices. The
 * first account gets the plain file name, every later one a name with its id, because each file has its owner's key. File
 * names are never taken from the vault, which anybody can edit: it only tells which of the two forms the name has.
 */
record VaultAccounts(UserId user, String invoiceStore) {
    private static final String FIRST_STORE = "invoices";
    private static final String FIRST_BOOK = "book";
    /** Matches the names of the files of all accounts that only their vault opens: invoices, books and states of books. */
    static final String FILES = "{" + FIRST_STORE + "," + FIRST_BOOK + "}*" + FileProtection.STORE_SUFFIX;
    private static final String ACCOUNT = "account:";
    private static final String STORE_OF = "invoice-store:";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The account, where it is known; the session must be the one of the installation. */
    static Optional<VaultAccounts> find(StatelessSession session, SystemAccount account) {
        var meta = new VaultMeta(session);
        return meta.get(name(account)).map(VaultAccounts::demandId).map(user -> {
            boolean plain = meta.get(STORE_OF + user).filter(FIRST_STORE::equals).isPresent();
            return new VaultAccounts(new UserId(user), plain ? FIRST_STORE : FIRST_STORE + "-" + user);
        });
    }

    /**
     * The name of the fact for an account; the length keeps apart two accounts whose name and id would read the same when
     * joined.
     */
    private static String name(SystemAccount account) {
        return ACCOUNT + account.name().length() + ":" + account.name() + ":" + account.systemId();
    }

    /** Finds the account or adds it; the session must be the one of the installation. */
    static VaultAccounts findOrAdd(StatelessSession session, SystemAccount account) {
        Optional<VaultAccounts> known = find(session, account);
        if (known.isPresent()) {
            return known.get();
        }
        var meta = new VaultMeta(session);
        String name = name(account);
        boolean first = meta.all().stream().noneMatch(row -> row.name.startsWith(ACCOUNT));
        var user = new UserId(UUID.randomUUID().toString());
        String store = first ? FIRST_STORE : FIRST_STORE + "-" + user.value();
        meta.set(name, user.value());
        meta.set(STORE_OF + user.value(), store);
        return new VaultAccounts(user, store);
    }

    /** Name of the file of the account's own notes, beside that of its invoices. */
    String book() {
        return FIRST_BOOK + invoiceStore.substring(FIRST_STORE.length());
    }

    /** Fails for an id that was not drawn here; it would become part of a file name and of a database address. */
    private static String demandId(String user) {
        if (!ID.matcher(user).matches()) {
            throw new PersistenceException("the id of an account is none",
                    new MVStoreException(DataUtils.ERROR_FILE_CORRUPT, "edited"));
        }
        return user;
    }
}
