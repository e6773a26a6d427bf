package app.loupe.store;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.util.List;
import org.h2.engine.DbObject;
import org.h2.engine.MetaRecord;
import org.h2.result.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a store file would make H2 do, before H2 does it (S46). H2 runs the definitions of a file while opening it,
 * and then compiles and calls the source text of a planted trigger, whatever {@code h2.allowedClasses} says. So the
 * definitions are read here from the raw file, read-only, and anything but what Loupe's own migrations make
 * ({@link OwnDefinitions}) is refused. Nothing is written.
 */
final class StoreInspector {
    private static final String MIGRATIONS = "\"flyway_schema_history\"";
    private static final int MIGRATION_VERSION_COLUMN = 1;

    /**
     * What was found.
     *
     * @param schemaVersion the version of the tables, 0 when none were ever made
     * @param commitCutOff whether {@link RawFile#takeBackCommits} is due before H2 opens the file
     */
    record Finding(int schemaVersion, boolean commitCutOff) {
        static final Finding NOTHING = new Finding(0, false);
    }

    private StoreInspector() {}

    /**
     * Looks into an existing file.
     *
     * @throws ProblemException STORE_HOSTILE, STORE_DAMAGED (also for a wrong key), ALREADY_OPEN or STORE_FAILED
     */
    static Finding inspect(Path file, @Nullable Secret key, Migrations migrations) throws ProblemException {
        return RawFile.read(file, key, raw -> inspect(file, raw, migrations)).orElse(Finding.NOTHING);
    }

    private static Finding inspect(Path file, RawFile raw, Migrations migrations) throws ProblemException {
        List<MetaRecord> definitions = raw.definitions();
        int version = 0;
        for (MetaRecord definition : definitions) {
            if (definition.getObjectType() == DbObject.TABLE_OR_VIEW && definition.getSQL().contains(MIGRATIONS)) {
                version = version(raw.rows(definition.getId()));
            }
        }
        if (version > migrations.newest()) {
            // of a later Loupe, whose definitions this one cannot know: refused because of its version, and never opened
            return new Finding(version, false);
        }
        var own = OwnDefinitions.of(migrations, version);
        var ofAny = OwnDefinitions.ofAny(migrations);
        for (MetaRecord definition : definitions) {
            if (!own.contain(definition.getObjectType(), definition.getSQL())) {
                // definitions of another version of Loupe are no attack: the file's note of its version was damaged
                ProblemCode code = ofAny.contain(definition.getObjectType(), definition.getSQL())
                        || own.containDamaged(definition.getObjectType(), definition.getSQL())
                                ? ProblemCode.STORE_DAMAGED
                                : ProblemCode.STORE_HOSTILE;
                throw ProblemException.of(code, String.valueOf(file.getFileName()), kind(definition.getObjectType()));
            }
        }
        if (!raw.hasWholeChunks()) {
            throw ProblemException.of(ProblemCode.STORE_DAMAGED, String.valueOf(file.getFileName()));
        }
        return new Finding(version, raw.hasCommitCutOff());
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
