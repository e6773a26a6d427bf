package app.loupe.odoo;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Ref;
import app.loupe.domain.Stamp;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/**
 * Reads one record of an answer by the type that each field must have. Odoo says {@code false} for everything that is
 * absent; fields that this server does not have count as absent too, which is never one of the {@link Essentials}. A
 * value of any other type is refused, and its field is named.
 */
final class Row {
    /** The form of Odoo's days. Nothing else is accepted: the year +12345 would be a formula in a spreadsheet. */
    private static final String DAY = "0000-00-00";
    private static final String STAMP = "0000-00-00 00:00:00";
    /** The most characters of a text that are kept. */
    private static final int MOST_TEXT_CHARS = 1024 * 1024;
    /** An image that somebody pasted into a text, as the editor of Odoo stores it. */
    private static final Pattern PASTED_IMAGE = Pattern.compile("data:image/[a-z+.-]{1,20};base64,[A-Za-z0-9+/=%]++");
    private static final int MOST_SCALE = 20;
    private static final int MOST_DIGITS = 40;

    private final JsonNode node;
    private final Set<String> dropped;
    private final KnownNames names;

    /**
     * @param dropped fields that were not asked because the server does not have them
     * @param names for references that came without a name
     */
    Row(JsonNode node, Set<String> dropped, KnownNames names) {
        this.node = node;
        this.dropped = dropped;
        this.names = names;
    }

    /** The same record without these fields. */
    Row without(Set<String> fields) {
        var all = new HashSet<>(dropped);
        all.addAll(fields);
        return new Row(node, all, names);
    }

    private @Nullable JsonNode present(String field) throws UnreadableFieldException {
        JsonNode value = node.get(field);
        if (value == null) {
            if (dropped.contains(field)) {
                return null;
            }
            throw new UnreadableFieldException(field);
        }
        return value.isBoolean() && !value.asBoolean() ? null : value;
    }

    /** Whether the server has this field at all. */
    boolean has(String field) {
        return node.has(field);
    }

    /** The record's id, which is never absent. */
    long id() throws UnreadableFieldException {
        return idOf(node.get("id"), "id");
    }

    String text(String field) throws UnreadableFieldException {
        JsonNode value = present(field);
        if (value == null) {
            return "";
        }
        if (!value.isString() || value.stringValue().length() > MOST_TEXT_CHARS) {
            throw new UnreadableFieldException(field);
        }
        return value.stringValue();
    }

    /** A formatted text; if it is too long to keep, the images pasted into it are left out. */
    String richText(String field) throws UnreadableFieldException {
        JsonNode value = present(field);
        if (value == null || !value.isString() || value.stringValue().length() <= MOST_TEXT_CHARS) {
            return text(field);
        }
        String without = PASTED_IMAGE.matcher(value.stringValue()).replaceAll("");
        if (without.length() > MOST_TEXT_CHARS) {
            throw new UnreadableFieldException(field);
        }
        return without;
    }

    /** A file, as Odoo writes it into an answer: in Base64. */
    Optional<byte[]> file(String field) throws UnreadableFieldException {
        JsonNode value = present(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new UnreadableFieldException(field);
        }
        try {
            return Optional.of(Base64.getDecoder().decode(value.stringValue()));
        } catch (IllegalArgumentException noBase64) {
            throw new UnreadableFieldException(field);
        }
    }

    boolean flag(String field) throws UnreadableFieldException {
        JsonNode value = present(field);
        if (value != null && !value.isBoolean()) {
            throw new UnreadableFieldException(field);
        }
        return value != null;
    }

    int integer(String field) throws UnreadableFieldException {
        JsonNode value = present(field);
        if (value == null) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new UnreadableFieldException(field);
        }
        return value.intValue();
    }

    /** An exact number: trailing zeros of the server's floating point are cut, but not below these decimals. */
    BigDecimal number(String field, int decimals) throws UnreadableFieldException {
        JsonNode value = present(field);
        return value == null ? BigDecimal.ZERO.setScale(decimals) : exact(value, field, decimals);
    }

    private static BigDecimal exact(JsonNode value, String field, int decimals) throws UnreadableFieldException {
        if (!value.isNumber() || isNone(value)) {
            throw new UnreadableFieldException(field);
        }
        BigDecimal number = value.decimalValue();
        if (Math.abs((long) number.scale()) > MOST_SCALE || number.precision() > MOST_DIGITS) {
            throw new UnreadableFieldException(field);
        }
        return CurrencyDecimals.atLeast(number, decimals);
    }

    private static boolean isNone(JsonNode number) {
        return number instanceof NumericNode node && node.isNaN();
    }

    @Nullable
    LocalDate date(String field) throws UnreadableFieldException {
        String text = text(field);
        try {
            return text.isEmpty() ? null : dayOf(text);
        } catch (DateTimeException noDate) {
            throw new UnreadableFieldException(field);
        }
    }

    /** A write date: UTC, whole seconds; {@link Stamp#NEVER} for a record that was brought in past Odoo and has none. */
    Instant stamp(String field) throws UnreadableFieldException {
        String text = text(field);
        if (text.isEmpty()) {
            return Stamp.NEVER;
        }
        try {
            return stampOf(text);
        } catch (DateTimeException noStamp) {
            throw new UnreadableFieldException(field);
        }
    }

    /**
     * Reads a day by the positions of its digits; a formatter costs several times as much, and a listing has a day and a
     * stamp for each record.
     */
    private static LocalDate dayOf(String text) {
        if (text.length() != DAY.length() || !begins(text, DAY)) {
            throw new DateTimeException("no day");
        }
        return LocalDate.of(part(text, 0, 4), part(text, 5, 7), part(text, 8, 10));
    }

    private static Instant stampOf(String text) {
        boolean parts = text.length() > STAMP.length() && text.charAt(STAMP.length()) == '.';
        if (!begins(text, STAMP) || (text.length() != STAMP.length() && !parts)) {
            throw new DateTimeException("no stamp");
        }
        return LocalDateTime.of(part(text, 0, 4), part(text, 5, 7), part(text, 8, 10), part(text, 11, 13),
                part(text, 14, 16), part(text, 17, 19)).toInstant(ZoneOffset.UTC);
    }

    /** Whether a text begins like this pattern, in which a zero stands for any digit. */
    private static boolean begins(String text, String pattern) {
        if (text.length() < pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char found = text.charAt(i);
            boolean right = pattern.charAt(i) == '0' ? found >= '0' && found <= '9' : found == pattern.charAt(i);
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    @Nullable
    Ref ref(String field) throws UnreadableFieldException {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (value.isIntegralNumber()) {
            long id = idOf(value, field);
            String known = names.find(field, id, refId("company_id"));
            return new Ref(id, known == null ? "" : known);
        }
        if (!value.isArray() || value.size() != 2) {
            throw new UnreadableFieldException(field);
        }
        long id = idOf(value.get(0), field);
        String own = KnownNames.isPerCompany(field) ? names.find(field, id, refId("company_id")) : null;
        if (own != null) {
            // what came with it may be another company's
            return new Ref(id, own);
        }
        JsonNode name = value.get(1);
        boolean unnamed = name.isBoolean() && !name.asBoolean();
        if (!isName(name) && !unnamed) {
            throw new UnreadableFieldException(field);
        }
        return new Ref(id, unnamed ? "" : name.stringValue());
    }

    /** Whether a reference came as an id alone. */
    boolean isUnnamed(String field) {
        return node.path(field).isIntegralNumber();
    }

    /** The name with which a reference came; null without one, or when it is too long to keep. */
    @Nullable
    String nameOf(String field) {
        JsonNode value = node.path(field);
        return value.isArray() && isName(value.path(1)) ? value.get(1).stringValue() : null;
    }

    private static boolean isName(JsonNode value) {
        return value.isString() && value.stringValue().length() <= MOST_TEXT_CHARS;
    }

    /** The id that a field refers to, with or without a name; 0 when it refers to nothing or cannot be read. */
    long refId(String field) {
        JsonNode value = node.path(field);
        JsonNode id = value.isArray() ? value.path(0) : value;
        return id.isIntegralNumber() && id.canConvertToLong() ? id.longValue() : 0;
    }

    List<Long> ids(String field) throws UnreadableFieldException {
        JsonNode value = present(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new UnreadableFieldException(field);
        }
        var ids = new ArrayList<Long>(value.size());
        for (JsonNode id : value) {
            ids.add(idOf(id, field));
        }
        return ids;
    }

    /** The value as it came; null when absent. */
    @Nullable
    JsonNode raw(String field) throws UnreadableFieldException {
        return present(field);
    }

    private static long idOf(@Nullable JsonNode id, String field) throws UnreadableFieldException {
        if (id == null || !id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= 0) {
            throw new UnreadableFieldException(field);
        }
        return id.longValue();
    }
}
