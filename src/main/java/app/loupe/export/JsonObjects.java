package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Ref;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON Lines: one object a line, in ASCII wherever a character could steer a terminal. */
public final class JsonObjects {
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM).build();

    /** Beside the control characters of ASCII, which JSON escapes anyway: what could still steer a terminal. */
    private static final Pattern STEERING = Pattern
            .compile("[\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private final PrintWriter out;

    /** Lines for this writer, which is neither flushed nor closed. */
    public JsonObjects(PrintWriter out) {
        this.out = out;
    }

    /** Writes one object; the consumer writes its properties. */
    public void object(Consumer<JsonGenerator> properties) {
        var line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        out.write(STEERING.matcher(line.toString()).replaceAll(JsonObjects::escaped));
        out.write('\n');
    }

    private static String escaped(MatchResult steering) {
        return Matcher.quoteReplacement(String.format(Locale.ROOT, "\\u%04x", (int) steering.group().charAt(0)));
    }

    /** A text; null when it is absent or empty. */
    public static void text(JsonGenerator json, String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    /** Of which connection something is, by its name and by its id, which stays when the name is changed. */
    public static void connection(JsonGenerator json, ConnectionProfile connection) {
        text(json, "connection", connection.name());
        text(json, "connection_id", connection.id());
    }

    /** A reference as {@code <name>_id} and {@code <name>}. */
    public static void reference(JsonGenerator json, String name, @Nullable Ref ref) {
        Long id = OdooWords.id(ref);
        if (id == null) {
            json.writeNullProperty(name + "_id");
        } else {
            json.writeNumberProperty(name + "_id", id);
        }
        text(json, name, Ref.nameOf(ref));
    }

    /** A decimal as text, never in scientific notation; null when it is absent. */
    public static void decimal(JsonGenerator json, String name, @Nullable BigDecimal value) {
        text(json, name, value == null ? null : value.toPlainString());
    }
}
