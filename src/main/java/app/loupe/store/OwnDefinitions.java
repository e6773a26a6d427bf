package app.loupe.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.engine.DbObject;

/**
 * Every definition that Loupe's own migrations leave in a file of one version, word for word except for names that H2
 * makes. Nothing is parsed: H2 knows more ways to quote, comment and compute than any pattern could cover, and runs what
 * it reads. The lists lie beside the migrations; a test generates and compares them.
 */
final class OwnDefinitions {
    /** What H2 adds to a column by itself when it has counted values. */
    private static final Pattern COUNTED = Pattern.compile(" SELECTIVITY \\d{1,3}(?=[ ,)\n])");
    /** What H2 adds to the name of an unnamed key: the next free number, which depends on everything before. */
    private static final Pattern KEY_NAME = Pattern
            .compile("(?<=\"PUBLIC\"\\.\"(?:PRIMARY_KEY|CONSTRAINT)_)[0-9A-F]{1,8}(?:_\\d{1,9})?(?=\")");
    private static final Pattern OWN_USER = Pattern
            .compile("CREATE USER IF NOT EXISTS \"LOUPE\" SALT '[0-9a-f]{16}' HASH '[0-9a-f]{64}' ADMIN");
    private static final Pattern OWN_SETTING = Pattern
            .compile(
                    "SET (CREATE_BUILD|WRITE_DELAY|CACHE_SIZE|MAX_MEMORY_ROWS|TRACE_LEVEL_FILE|DEFAULT_LOCK_TIMEOUT) -?\\d{1,9}");

    private final Set<String> lines;

    private OwnDefinitions(Set<String> lines) {
        this.lines = lines;
    }

    /** H2 encrypts blocks of 16 bytes: one flipped bit garbles as much. */
    private static final int MOST_DAMAGED = 16;
    private static final int LONGEST_SETTING = 40;
    private static final int LEAST_PIECE = 6;
    private static final int LEAST_OF_OTHER_KIND = 60;
    private static final int LEAST_OWN_PARTS = 4;
    private static final String USER_START = "CREATE USER IF NOT EXISTS \"LOUPE\" ";
    private static final int USER_LENGTH = "CREATE USER IF NOT EXISTS \"LOUPE\" SALT '' HASH '' ADMIN".length() + 16
            + 64;

    /** The definitions of the file that these migrations make up to this version; those of every version for none. */
    static OwnDefinitions of(Migrations migrations, int version) {
        return version == 0 ? ofAny(migrations) : new OwnDefinitions(list(migrations, version));
    }

    /** The definitions of the files of every version so far. */
    static OwnDefinitions ofAny(Migrations migrations) {
        return new OwnDefinitions(IntStream.rangeClosed(1, migrations.newest())
                .mapToObj(version -> list(migrations, version)).flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> list(Migrations migrations, int version) {
        String name = "definitions-" + migrations.name().toLowerCase(Locale.ROOT) + "-" + version + ".txt";
        try (InputStream list = OwnDefinitions.class.getResourceAsStream(name)) {
            if (list == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** One definition as a line of the list: its type and its words, without what H2 counts and how it names keys. */
    static String line(int type, String sql) {
        String words = KEY_NAME.matcher(COUNTED.matcher(sql).replaceAll("")).replaceAll("*");
        return type + " " + words.replace("\r", "\\r").replace("\n", "\\n");
    }

    /** Whether Loupe itself makes this definition. */
    boolean contain(int type, String sql) {
        return switch (type) {
            case DbObject.USER -> OWN_USER.matcher(sql).matches();
            case DbObject.SETTING -> OWN_SETTING.matcher(sql).matches();
            default -> lines.contains(line(type, sql));
        };
    }

    /**
     * Whether a definition that is not Loupe's own is one that a damaged disk made of it. H2 compresses its pages: one bit
     * garbles a letter wherever it comes again, cuts a text off, or puts another piece of the same page in its place. So it
     * is damage when nearly all of it is made of pieces of Loupe's own definitions; what somebody planted has words of its
     * own. Neither is ever run; only what the owner is told differs.
     */
    boolean containDamaged(int type, String sql) {
        boolean user = (type == DbObject.USER && sql.length() == USER_LENGTH)
                || (sql.length() < USER_LENGTH && sql.startsWith(USER_START));
        boolean setting = (type == DbObject.SETTING && sql.length() <= LONGEST_SETTING)
                || OWN_SETTING.matcher(sql).matches();
        String prefix = type + " ";
        String words = line(type, sql).substring(prefix.length());
        // a domain or a sequence is short, and nearly all of it are words that tables have too
        boolean ofOwnKind = lines.stream().anyMatch(own -> own.startsWith(prefix));
        return user || setting || isOfOwnPieces(words, ofOwnKind ? LEAST_PIECE : LEAST_OF_OTHER_KIND);
    }

    /** One of the pieces being at least that long. */
    private boolean isOfOwnPieces(String text, int longest) {
        String own = String.join("\n", lines);
        int foreign = 0;
        int at = 0;
        int found = 0;
        while (at < text.length()) {
            int end = at + LEAST_PIECE;
            if (end > text.length() || !own.contains(text.substring(at, end))) {
                foreign++;
                at++;
                continue;
            }
            while (end < text.length() && own.contains(text.substring(at, end + 1))) {
                end++;
            }
            found = Math.max(found, end - at);
            at = end;
        }
        return found >= longest && foreign <= MOST_DAMAGED && foreign * LEAST_OWN_PARTS <= text.length();
    }
}
