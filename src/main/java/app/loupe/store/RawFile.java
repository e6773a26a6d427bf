package app.loupe.store;

import app.loupe.domain.HalfOpen;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.h2.engine.MetaRecord;
import org.h2.message.DbException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/** A store file read below H2's SQL: its maps of rows and its transaction logs; nothing in it is run. */
final class RawFile {
    private static final String DEFINITIONS = "table.0";
    private static final String ROWS_OF = "table.";
    private static final String ENTRIES_OF = "index.";

    /** Bytes of each of the two headers at the beginning of a file. */
    private static final int HEADER = 4_096;

    private final MVStore store;
    private final TransactionStore transactions;

    private RawFile(MVStore store, Path file) throws ProblemException {
        this.store = store;
        if (store.hasData("openTransactions")) {
            // H2's own prepared transactions, which Loupe never makes: objects that would be deserialised
            throw ProblemException.of(ProblemCode.STORE_HOSTILE, String.valueOf(file.getFileName()), "transaction");
        }
        this.transactions = new TransactionStore(store);
        transactions.init();
    }

    /** What is read from an open file. */
    @FunctionalInterface
    interface Use<T> {
        T of(RawFile raw) throws ProblemException;
    }

    /**
     * Opens an existing file for reading only, and closes it again.
     *
     * @return what the use gives, or nothing for a file that no database was ever made in
     * @throws ProblemException STORE_DAMAGED (also for a wrong key), ALREADY_OPEN or STORE_FAILED
     */
    static <T> Optional<T> read(Path file, @Nullable Secret key, Use<T> use) throws ProblemException {
        return open(file, key, true, new MVStore.Builder().readOnly(), use);
    }

    private static <T> Optional<T> open(Path file, @Nullable Secret key, boolean readOnly, MVStore.Builder builder,
            Use<T> use) throws ProblemException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            // a pipe would keep its reader waiting for ever
            throw ProblemException.of(ProblemCode.STORE_HOSTILE, String.valueOf(file.getFileName()), "special file");
        }
        char[] digits = key == null ? null : H2Connector.hex(key);
        try (MVStore store = opened(file, readOnly, digits, builder)) {
            return store.hasMap(DEFINITIONS) ? Optional.of(use.of(new RawFile(store, file))) : Optional.empty();
        } catch (MVStoreException | DbException unreadable) {
            throw StoreProblems.of(file, unreadable);
        } catch (AssertionError | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                | UnsupportedOperationException | ClassCastException | NullPointerException
                | NegativeArraySizeException | ArithmeticException nonsense) {
            // H2 trusts its own format: bytes that make no sense surface as any of these, and as errors when assertions are on
            throw StoreProblems.of(ProblemCode.STORE_DAMAGED, file, nonsense);
        } finally {
            if (digits != null) {
                Arrays.fill(digits, '\0');
            }
        }
    }

    /**
     * Opens the file here and not in H2: H2 2.5.252 does not close a file that it could not read, and on Windows that
     * file could then neither be set aside nor deleted before the process ends.
     */
    private static MVStore opened(Path file, boolean readOnly, char @Nullable [] digits, MVStore.Builder builder) {
        var bytes = new SingleFileStore(new HashMap<>());
        try (var half = HalfOpen.closedBy(() -> close(bytes))) {
            bytes.open(file.toString(), readOnly, digits);
            return half.whole(builder.adoptFileStore(bytes).open());
        }
    }

    private static void close(SingleFileStore bytes) {
        try {
            bytes.close();
        } catch (NullPointerException | MVStoreException neverOpened) {
            // the failure to open is on its way to the caller
        }
    }

    /** The definitions in the file, in H2's words. */
    List<MetaRecord> definitions() {
        return rows(DEFINITIONS).stream().map(MetaRecord::new).toList();
    }

    /** The rows of the table with this number. */
    List<Row> rows(int table) {
        return rows(ROWS_OF + table);
    }

    /** Gives the maps of the rows of all tables and of the entries of all indexes, each with its name. */
    void eachMap(BiConsumer<String, MVMap<Object, VersionedValue<Object>>> consumer) {
        Transaction reading = transactions.begin();
        for (String name : store.getMapNames()) {
            if (name.startsWith(ROWS_OF) || name.startsWith(ENTRIES_OF)) {
                TransactionMap<Object, Object> map = reading.openMap(name);
                consumer.accept(name, map.map);
            }
        }
    }

    /** How many entries all these maps have. */
    long entries() {
        var entries = new long[1];
        eachMap((name, map) -> entries[0] += map.sizeAsLong());
        return entries[0];
    }

    /** The settings of the file, without the list of its maps. */
    Map<String, String> settings() {
        var settings = new TreeMap<String, String>(store.getMetaMap());
        settings.keySet().removeIf(key -> key.startsWith(DataUtils.META_MAP) || key.startsWith(DataUtils.META_NAME));
        return settings;
    }

    /** Refuses a file with open transactions, which H2 would have to end: their values are not final. */
    void requireNoTransactions() {
        if (!transactions.getOpenTransactions().isEmpty()) {
            throw new IllegalStateException("open transactions");
        }
    }

    /** Whether its two headers say the same. H2 writes both at once; one that differs is damaged. */
    boolean hasEqualHeaders() {
        ByteBuffer headers = store.getFileStore().readFully(null, 0, 2 * HEADER);
        return headers.slice(0, HEADER).equals(headers.slice(HEADER, HEADER));
    }

    /** Whether every chunk that the file lists is in its place and whole. */
    boolean hasWholeChunks() {
        return ListedChunks.areWhole(store);
    }

    /** Every value that is current, or may become so when H2 ends the interrupted transactions. */
    private List<Row> rows(String map) {
        TransactionMap<Object, Row> table = transactions.begin().openMap(map);
        var rows = new ArrayList<Row>();
        Cursor<Object, VersionedValue<Row>> cursor = table.map.cursor(null);
        while (cursor.hasNext()) {
            cursor.next();
            VersionedValue<Row> value = cursor.getValue();
            addTo(rows, value.getCurrentValue());
            if (!value.isCommitted()) {
                addTo(rows, value.getCommittedValue());
            }
        }
        return rows;
    }

    private static void addTo(List<Row> rows, @Nullable Row row) {
        if (row != null) {
            rows.add(row);
        }
    }

    /**
     * Whether a killed process left a half-done commit. H2 marks the log of a transaction, then makes its entries final
     * page by page, and may store a state in between. H2 2.5.252 should finish such a commit when it opens the file, but
     * takes it for finished: the entries stay locked for ever, and indexes name rows that their table does not show.
     */
    boolean hasCommitCutOff() {
        return transactions.getOpenTransactions().stream().anyMatch(RawFile::isCutOff);
    }

    private static boolean isCutOff(Transaction transaction) {
        return transaction.getStatus() == Transaction.STATUS_COMMITTED;
    }

    /**
     * Takes back half-done commits. None was acknowledged, so nothing promised is lost: without the mark H2 rolls the
     * transaction back when it opens the file, like every other open one.
     */
    static void takeBackCommits(Path file, @Nullable Secret key) throws ProblemException {
        open(file, key, false, new MVStore.Builder().autoCommitDisabled(), raw -> {
            // as H2Connector.APPEND_ONLY: changes go to the end of the file
            raw.store.setReuseSpace(false);
            raw.transactions.getOpenTransactions().stream().filter(RawFile::isCutOff)
                    .forEach(transaction -> raw.removeMark(transaction.getId()));
            return raw.store.commit();
        });
    }

    /** Removes the mark, which is the last entry of the log. */
    private void removeMark(int transaction) {
        MVMap<Long, Object> log = store.openMap(TransactionStore.UNDO_LOG_NAME_PREFIX + "." + transaction,
                new MVMap.Builder<>());
        log.remove(log.lastKey());
    }
}
