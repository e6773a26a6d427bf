package app.loupe.store;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.engine.DbObject;
import org.h2.engine.MetaRecord;
import org.h2.message.DbException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a store file would make H2 do, before H2 does it (S46). H2 runs the definitions in a file while it opens
 * it, and compiles and calls the source text of a planted trigger then and there, whatever {@code h2.allowedClasses}
 * says. So the definitions are read here from the raw file, read-only, and anything but what Loupe's own migrations make
 * ({@link OwnDefinitions}) is refused. Nothing is written.
 */
final class StoreInspector {
    private static final String DEFINITIONS = "table.0";
    private static final String ROWS_OF = "table.";
    private static final String MIGRATIONS = "\"flyway_schema_history\"";
    private static final int MIGRATION_VERSION_COLUMN = 1;

    /** What was found: the version of the tables, 0 when none were ever made. */
    record Finding(int schemaVersion) {}

    private StoreInspector() {}

    /**
     * Looks into an existing file.
     *
     * @throws ProblemException STORE_HOSTILE, STORE_DAMAGED (also for a wrong key), ALREADY_OPEN or STORE_FAILED
     */
    static Finding inspect(Path file, @Nullable Secret key, Migrations migrations) throws ProblemException {
        char[] digits = key == null ? null : H2Connector.hex(key);
        var builder = new MVStore.Builder().fileName(file.toString()).readOnly();
        if (digits != null) {
            builder.encryptionKey(digits);
        }
        try (MVStore store = builder.open()) {
            return inspect(file, store, migrations);
        } catch (MVStoreException | DbException unreadable) {
            throw StoreProblems.of(file, unreadable);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                | UnsupportedOperationException | ClassCastException | NullPointerException
                | NegativeArraySizeException | ArithmeticException nonsense) {
            // H2 trusts its own format: bytes that make no sense surface as any of these
            throw StoreProblems.of(ProblemCode.STORE_DAMAGED, file, nonsense);
        } finally {
            if (digits != null) {
                Arrays.fill(digits, '\0');
            }
        }
    }

    private static Finding inspect(Path file, MVStore store, Migrations migrations) throws ProblemException {
        if (!store.hasMap(DEFINITIONS)) {
            return new Finding(0);
        }
        var transactions = new TransactionStore(store);
        transactions.init();
        List<MetaRecord> definitions = rows(transactions, DEFINITIONS).stream().map(MetaRecord::new).toList();
        int version = 0;
        for (MetaRecord definition : definitions) {
            if (definition.getObjectType() == DbObject.TABLE_OR_VIEW && definition.getSQL().contains(MIGRATIONS)) {
                version = version(rows(transactions, ROWS_OF + definition.getId()));
            }
        }
        if (version > migrations.newest()) {
            // of a later Loupe, whose definitions this one cannot know: refused by its version, and never opened
            return new Finding(version);
        }
        var own = OwnDefinitions.of(migrations);
        for (MetaRecord definition : definitions) {
            if (!own.contain(definition.getObjectType(), definition.getSQL())) {
                throw ProblemException.of(ProblemCode.STORE_HOSTILE, String.valueOf(file.getFileName()),
                        kind(definition.getObjectType()));
            }
        }
        return new Finding(version);
    }

    /** The definitions in a file, for the list of {@link OwnDefinitions}. */
    static List<MetaRecord> definitions(Path file, @Nullable Secret key) {
        char[] digits = key == null ? null : H2Connector.hex(key);
        var builder = new MVStore.Builder().fileName(file.toString()).readOnly();
        if (digits != null) {
            builder.encryptionKey(digits);
        }
        try (MVStore store = builder.open()) {
            var transactions = new TransactionStore(store);
            transactions.init();
            return rows(transactions, DEFINITIONS).stream().map(MetaRecord::new).toList();
        }
    }

    /** Every value that is or may become current: a transaction cut off in its commit is finished when H2 opens. */
    private static List<Row> rows(TransactionStore transactions, String map) {
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

    private static int version(List<Row> migrations) {
        int newest = 0;
        for (Row row : migrations) {
            String text = row.getValue(MIGRATION_VERSION_COLUMN).getString();
            if (text != null && text.matches("\\d{1,9}")) {
                newest = Math.max(newest, Integer.parseInt(text));
            }
        }
        return newest;
    }

    private static String kind(int type) {
        return switch (type) {
            case DbObject.TRIGGER -> "trigger";
            case DbObject.FUNCTION_ALIAS -> "alias";
            case DbObject.CONSTANT -> "constant";
            case DbObject.DOMAIN -> "domain";
            case DbObject.AGGREGATE -> "aggregate";
            case DbObject.TABLE_OR_VIEW -> "table";
            case DbObject.USER -> "user";
            case DbObject.SETTING -> "setting";
            default -> "definition";
        };
    }
}
