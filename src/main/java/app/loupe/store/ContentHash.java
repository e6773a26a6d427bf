package app.loupe.store;

import app.loupe.domain.Part;
import app.loupe.domain.Ref;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether two versions of a record say the same: 16 bytes of SHA-256 over every component but the write date,
 * each framed by its length. Of what a record refers to the id counts: a new name changes no record. Numbers that differ
 * in trailing zeros only are the same. Stored copies hold it: grouping components to a {@link Part} in their order leaves
 * it as it is, another order would tell every stored record as changed.
 */
record ContentHash(long first, long second) {
    private static final String WRITE_DATE = "writeDate";
    /** A reference whose name is the number of an entry, which belongs to the item. */
    private static final String NUMBERED = "move";
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).filter(part -> !part.getName().equals(WRITE_DATE))
                    .toList();
        }
    };

    /** 40 bits of the hash: eight million of them add up in a {@code BIGINT} without overflow. */
    long summand() {
        return first >>> 24;
    }

    static ContentHash of(Record content) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(new DataOutputStream(bytes), content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return digest(bytes.toByteArray());
    }

    /** One hash for several, in their order. */
    static ContentHash of(ContentHash head, List<ContentHash> parts) {
        ByteBuffer buffer = ByteBuffer.allocate((parts.size() + 1) * 2 * Long.BYTES);
        var all = new ArrayList<ContentHash>(parts.size() + 1);
        all.add(head);
        all.addAll(parts);
        all.forEach(hash -> buffer.putLong(hash.first).putLong(hash.second));
        return digest(buffer.array());
    }

    private static ContentHash digest(byte[] bytes) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new ContentHash(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case Record part -> {
                var own = new ArrayList<@Nullable Object>();
                collect(part, own);
                out.writeInt(own.size());
                for (Object one : own) {
                    write(out, one);
                }
            }
            case Collection<?> many -> {
                out.writeInt(many.size());
                for (Object one : many) {
                    write(out, one);
                }
            }
            case BigDecimal number -> writeText(out, number.signum() == 0 ? "0" : plain(number));
            case Enum<?> word -> writeText(out, word.name());
            default -> writeText(out, value.toString());
        }
    }

    /** What a record says, in its order: that of a part stands among it as if there were no part. */
    private static void collect(Record record, List<@Nullable Object> into) {
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            Object own = get(component, record);
            switch (own) {
                case Record part when part instanceof Part -> collect(part, into);
                case Ref ref when !component.getName().equals(NUMBERED) -> into.add(ref.id());
                case null, default -> into.add(own);
            }
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static @Nullable Object get(RecordComponent component, Record part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException domainRecordsArePublic) {
            throw new IllegalStateException(domainRecordsArePublic);
        }
    }
}
