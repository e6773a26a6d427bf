package app.loupe.store;

import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes the live entries of a closed sealed file into another one, in the order of their keys and in large pages. H2's
 * own compaction copies every page as it is: pages of rows that came one after the other are half full, and pages that
 * grew from a former version keep its page size. For each page, however small, H2 unseals whole blocks of 4 KB. Rows and
 * index entries are everything in a file: no table has large objects, whose values H2 would keep elsewhere.
 */
final class PackedFile {
    /** Bytes of memory at which H2 cuts a page in two; rows in ascending order leave the halves half full. */
    private static final int SPLIT = 256 * 1024;
    /**
     * As many entries H2 can have in a page: a commit keeps as many places for those that it finds in one, and marks those to
     * be taken away in 64 bits. In a larger page it would take others away, and say nothing.
     */
    static final int ENTRIES = 48;
    /** A page of one entry more than this is cut into two full ones. */
    private static final int CUT = 2 * ENTRIES - 1;
    /** MB; H2 lets no page be larger than a 256th of it. */
    private static final int CACHE = SPLIT * 256 / 1024 / 1024;
    /** KB kept in memory between writes. Each write also writes one page that is not full yet. */
    private static final int BUFFER = 8 * 1024;

    private final MVStore target;
    private final TransactionStore types;
    private final Choice choice;

    /** Decides which entries of a file are written. */
    @FunctionalInterface
    interface Choice {
        /** Everything. */
        Choice ALL = (map, key, value) -> true;

        /** Tells how many entries there are in all. */
        default void begins(long entries) {
            // most decide about each entry alone
        }

        /** Whether this entry of a map is written; asked once for each, in the order of the maps and their keys. */
        boolean keeps(String map, Object key, @Nullable Object value);
    }

    private PackedFile(MVStore target, Choice choice) {
        this.target = target;
        this.choice = choice;
        this.types = new TransactionStore(target);
    }

    /**
     * Writes the packed file, which only its owner can read, durably and in the place of one that is there.
     *
     * @param from a file that no transaction is open in
     * @param choice what of it is written; tables and their indexes have to be left whole
     * @throws ProblemException also STORE_DAMAGED, when a row or an entry of an index cannot be read
     */
    static void write(Path from, Path to, Secret key, Choice choice) throws ProblemException, IOException {
        Files.deleteIfExists(to);
        PrivateFiles.create(to).close();
        RawFile.read(from, key, raw -> {
            raw.requireNoTransactions();
            write(raw, to, key, choice);
            return true;
        });
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The last entry of a map, which is written last. */
    private record Last(String name, MVMap<Object, VersionedValue<Object>> from, Object key,
            VersionedValue<Object> value) {}

    private interface Part {
        void write(PackedFile packed);
    }

    private static void write(RawFile from, Path to, Secret key, Choice choice) {
        choice.begins(from.entries());
        var last = new ArrayList<Last>();
        write(to, key, CUT, choice, packed -> {
            packed.target.getMetaMap().putAll(from.settings());
            from.eachMap((name, map) -> packed.copy(name, map).ifPresent(last::add));
        });
        // the last page of a map was not cut yet: writing its last entry makes H2 cut it
        write(to, key, ENTRIES, Choice.ALL,
                packed -> last.forEach(one -> packed.open(one.name(), one.from()).put(one.key(), one.value())));
    }

    private static void write(Path to, Secret key, int entries, Choice choice, Part part) {
        char[] digits = H2Connector.hex(key);
        try (MVStore target = new MVStore.Builder().fileName(to.toString()).encryptionKey(digits).compress()
                .cacheSize(CACHE).pageSplitSize(SPLIT).keysPerPage(entries).autoCommitBufferSize(BUFFER).open()) {
            part.write(new PackedFile(target, choice));
            target.commit();
        } finally {
            Arrays.fill(digits, '\0');
        }
    }

    private MVMap<Object, VersionedValue<Object>> open(String name, MVMap<Object, VersionedValue<Object>> from) {
        return types.openMap(name, from.getKeyType(), from.getValueType());
    }

    /** Copies all that is chosen but the last entry, which is returned. */
    private Optional<Last> copy(String name, MVMap<Object, VersionedValue<Object>> from) {
        MVMap<Object, VersionedValue<Object>> to = open(name, from);
        Cursor<Object, VersionedValue<Object>> cursor = from.cursor(null);
        Last last = null;
        while (cursor.hasNext()) {
            cursor.next();
            if (choice.keeps(name, cursor.getKey(), cursor.getValue().getCurrentValue())) {
                if (last != null) {
                    to.put(last.key(), last.value());
                }
                last = new Last(name, from, cursor.getKey(), cursor.getValue());
            }
        }
        return Optional.ofNullable(last);
    }
}
