package app.loupe.store;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Packs rows of values by columns, because neighbours in a column are alike: a byte for the format, the length, and then,
 * deflated, numbers and days as the difference to the one before, and texts by their index among the texts so far.
 */
final class PackedColumns {
    private static final int FORMAT = 1;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int SEVEN = 7;
    private static final int MAX_BYTES = 256 * 1024 * 1024;

    private PackedColumns() {}

    /** What a column holds. */
    private enum Type {
        NUMBER(0),
        TEXT(1),
        AMOUNT(2),
        DAY(3),
        TRUTH(4);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        static Type of(int code) {
            return Arrays.stream(values()).filter(type -> type.code == code).findFirst()
                    .orElseThrow(() -> new IllegalStateException("columns that cannot be read"));
        }

        static Type of(@Nullable Object value) {
            return switch (value) {
                case null -> TEXT;
                case Long number -> NUMBER;
                case String text -> TEXT;
                case BigDecimal amount -> AMOUNT;
                case LocalDate day -> DAY;
                case Boolean truth -> TRUTH;
                default -> throw new IllegalArgumentException("no column holds " + value.getClass());
            };
        }
    }

    /** Packs rows of {@code width} values each. */
    static byte[] pack(List<@Nullable Object[]> rows, int width) {
        var out = new Out();
        out.number(rows.size());
        out.number(width);
        for (int column = 0; column < width; column++) {
            Type type = Type.TEXT;
            for (int i = 0; i < rows.size() && type == Type.TEXT; i++) {
                type = Type.of(rows.get(i)[column]);
            }
            out.bytes.write(type.code);
            out.column(rows, column, type);
        }
        return deflated(out.bytes.toByteArray());
    }

    private static byte[] deflated(byte[] plain) {
        var out = new Out();
        out.bytes.write(FORMAT);
        out.number(plain.length);
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            var buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.bytes.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        return out.bytes.toByteArray();
    }

    /**
     * Unpacks rows.
     *
     * @throws IllegalStateException when these bytes are none of this format
     */
    static List<@Nullable Object[]> rows(byte[] packed) {
        try {
            var in = new In(inflated(packed));
            int count = in.size();
            int width = in.size();
            var rows = new ArrayList<@Nullable Object[]>(count);
            for (int i = 0; i < count; i++) {
                rows.add(new @Nullable Object[width]);
            }
            for (int column = 0; column < width; column++) {
                in.column(rows, column, Type.of(in.octet()));
            }
            return rows;
        } catch (IndexOutOfBoundsException | DataFormatException broken) {
            throw new IllegalStateException("columns that cannot be read", broken);
        }
    }

    private static byte[] inflated(byte[] packed) throws DataFormatException {
        var head = new In(packed);
        if (head.octet() != FORMAT) {
            throw new IllegalStateException("columns of another format");
        }
        var plain = new byte[head.size()];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed, head.at, packed.length - head.at);
            int length = 0;
            while (length < plain.length && !inflater.finished()) {
                int more = inflater.inflate(plain, length, plain.length - length);
                if (more == 0 && inflater.needsInput()) {
                    throw new DataFormatException("cut off");
                }
                length += more;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw new DataFormatException("of another length");
            }
        } finally {
            inflater.end();
        }
        return plain;
    }

    private static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** Seven bits a byte, the least first. */
        void number(long value) {
            long left = value;
            while ((left & ~SEVEN_BITS) != 0) {
                bytes.write((int) (left & SEVEN_BITS) | MORE);
                left >>>= SEVEN;
            }
            bytes.write((int) left);
        }

        /** Small ones short, on either side of zero. */
        void signed(long value) {
            number((value << 1) ^ (value >> (Long.SIZE - 1)));
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            bytes.writeBytes(utf8);
        }

        void column(List<@Nullable Object[]> rows, int column, Type type) {
            Map<String, Integer> known = new HashMap<>();
            long before = 0;
            for (var row : rows) {
                Object value = row[column];
                if (type != Type.TEXT && type != Type.TRUTH) {
                    bytes.write(value == null ? 0 : 1);
                }
                switch (type) {
                    case NUMBER, DAY -> {
                        if (value != null) {
                            long now = value instanceof LocalDate day ? day.toEpochDay() : (Long) value;
                            signed(now - before);
                            before = now;
                        }
                    }
                    case TEXT -> known(known, (String) value);
                    case AMOUNT -> amount((BigDecimal) value);
                    case TRUTH -> bytes.write(value == null ? 0 : (Boolean) value ? 2 : 1);
                }
            }
        }

        private void known(Map<String, Integer> known, @Nullable String value) {
            Integer place = value == null ? Integer.valueOf(0) : known.get(value);
            if (place != null) {
                number(place);
            } else if (value != null) {
                known.put(value, known.size() + 1);
                number(known.size());
                text(value);
            }
        }

        private void amount(@Nullable BigDecimal value) {
            if (value != null) {
                signed(value.scale());
                BigInteger units = value.unscaledValue();
                boolean isShort = units.bitLength() < Long.SIZE;
                bytes.write(isShort ? 0 : 1);
                if (isShort) {
                    signed(units.longValue());
                } else {
                    text(units.toString());
                }
            }
        }
    }

    private static final class In {
        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        int octet() {
            return bytes[at++];
        }

        long number() {
            long value = 0;
            int shift = 0;
            int next;
            do {
                next = bytes[at++];
                value |= (long) (next & SEVEN_BITS) << shift;
                shift += SEVEN;
            } while ((next & MORE) != 0);
            return value;
        }

        int size() {
            long size = number();
            if (size < 0 || size > MAX_BYTES) {
                throw new IllegalStateException("columns that cannot be read");
            }
            return (int) size;
        }

        long signed() {
            long value = number();
            return (value >>> 1) ^ -(value & 1);
        }

        String text() {
            int length = size();
            var text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        void column(List<@Nullable Object[]> rows, int column, Type type) {
            var known = new ArrayList<@Nullable String>();
            known.add(null);
            long before = 0;
            for (var row : rows) {
                switch (type) {
                    case NUMBER -> {
                        if (octet() != 0) {
                            before += signed();
                            row[column] = before;
                        }
                    }
                    case DAY -> {
                        if (octet() != 0) {
                            before += signed();
                            row[column] = LocalDate.ofEpochDay(before);
                        }
                    }
                    case TEXT -> row[column] = known(known);
                    case AMOUNT -> row[column] = octet() == 0 ? null : amount();
                    case TRUTH -> {
                        int said = octet();
                        row[column] = said == 0 ? null : Boolean.valueOf(said == 2);
                    }
                }
            }
        }

        private @Nullable String known(List<@Nullable String> known) {
            int place = size();
            if (place == known.size()) {
                known.add(text());
            }
            return known.get(place);
        }

        private BigDecimal amount() {
            int scale = Math.toIntExact(signed());
            return octet() == 0 ? BigDecimal.valueOf(signed(), scale) : new BigDecimal(new BigInteger(text()), scale);
        }
    }
}
