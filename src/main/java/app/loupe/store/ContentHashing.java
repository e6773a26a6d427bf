package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.Part;
import app.loupe.domain.Ref;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hashes records one after the other: 16 bytes of SHA-256 over every component but the write date, each preceded by its
 * length. References count by their id, so a new name changes no record; trailing zeros of numbers do not count. Copies
 * store these hashes: grouping components into a {@link Part} in their order does not change them, while another order
 * would make every stored record look changed. For one thread at a time; buffers are kept from one record to the next,
 * because making them anew costs a first sync as much as the hashing.
 */
final class ContentHashing {
    private static final String WRITE_DATE = "writeDate";
    /** The reference whose name counts: it is the number of an entry, which belongs to the item. */
    private static final String NUMBERED = "move";
    private static final ClassValue<Component[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Component[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).filter(part -> !part.getName().equals(WRITE_DATE))
                    .map(Component::of).toArray(Component[]::new);
        }
    };

    /** A component that counts, with a prepared accessor: plain reflection would be half the cost of hashing a record. */
    private record Component(boolean numbered, Function<Object, @Nullable Object> getter) {
        @SuppressWarnings("unchecked")
        private static final Function<Object, Object> CALL = MethodHandleProxies.asInterfaceInstance(Function.class,
                MethodHandles.invoker(MethodType.methodType(Object.class)));

        @SuppressWarnings("unchecked")
        static Component of(RecordComponent component) {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            try {
                MethodHandle accessor = lookup.unreflect(component.getAccessor());
                MethodHandle getter = LambdaMetafactory.metafactory(lookup, "apply",
                        MethodType.methodType(Function.class), MethodType.methodType(Object.class, Object.class),
                        accessor, accessor.type().wrap()).getTarget();
                return new Component(component.getName().equals(NUMBERED),
                        (Function<Object, @Nullable Object>) CALL.apply(getter));
            } catch (IllegalAccessException | LambdaConversionException domainRecordsArePublic) {
                throw new IllegalStateException(domainRecordsArePublic);
            }
        }
    }

    private final MessageDigest sha = sha();
    private final Framed framed = new Framed();

    /** That of a record. */
    ContentHash of(Record content) {
        framed.size = 0;
        write(framed, content);
        return digest(framed.bytes, framed.size);
    }

    /** One hash for several, in their order. */
    ContentHash of(ContentHash head, List<ContentHash> parts) {
        ByteBuffer buffer = ByteBuffer.allocate((parts.size() + 1) * 2 * Long.BYTES);
        var all = new ArrayList<ContentHash>(parts.size() + 1);
        all.add(head);
        all.addAll(parts);
        all.forEach(hash -> buffer.putLong(hash.first()).putLong(hash.second()));
        return digest(buffer.array(), buffer.position());
    }

    /** That of an invoice with its lines, as its row has it. */
    ContentHash whole(Invoice invoice) {
        return of(of(invoice.withLines(List.of())), invoice.lines().stream().map(this::of).toList());
    }

    private ContentHash digest(byte[] bytes, int size) {
        sha.update(bytes, 0, size);
        ByteBuffer digest = ByteBuffer.wrap(sha.digest());
        return new ContentHash(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static void write(Framed out, @Nullable Object value) {
        switch (value) {
            case null -> out.number(-1);
            case Record whole -> {
                int place = out.size;
                out.number(0);
                out.correct(place, writeParts(out, whole));
            }
            case Collection<?> many -> {
                out.number(many.size());
                for (Object one : many) {
                    write(out, one);
                }
            }
            case BigDecimal number -> out.text(number.signum() == 0 ? "0" : plain(number));
            case Enum<?> word -> out.text(word.name());
            default -> out.text(value.toString());
        }
    }

    /**
     * Writes the components of a record in their order, and those of a part as if they stood there directly.
     *
     * @return how many values were written
     */
    private static int writeParts(Framed out, Record record) {
        int values = 0;
        for (Component component : COMPONENTS.get(record.getClass())) {
            Object own = component.getter().apply(record);
            if (own instanceof Part && own instanceof Record part) {
                values += writeParts(out, part);
            } else {
                write(out, own instanceof Ref ref && !component.numbered() ? (Object) ref.id() : own);
                values++;
            }
        }
        return values;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }

    /** Bytes as they grow. */
    private static final class Framed {
        private static final char MOST_ASCII = 0x7f;
        private byte[] bytes = new byte[512];
        private int size;

        private void room(int more) {
            if (more > bytes.length - size) {
                bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length, more), size));
            }
        }

        void number(int value) {
            room(Integer.BYTES);
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes[size++] = (byte) (value >> shift);
            }
        }

        /** Writes another number in the place of one that is there. */
        void correct(int place, int value) {
            int end = size;
            size = place;
            number(value);
            size = end;
        }

        /** In UTF-8; nearly every text is ASCII, and needs no array of its own. */
        void text(String text) {
            int place = size;
            number(text.length());
            room(text.length());
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter > MOST_ASCII) {
                    size = place;
                    encoded(text.getBytes(StandardCharsets.UTF_8));
                    return;
                }
                bytes[size++] = (byte) letter;
            }
        }

        private void encoded(byte[] utf8) {
            number(utf8.length);
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
        }
    }
}
