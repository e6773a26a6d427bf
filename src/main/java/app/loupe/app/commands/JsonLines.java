package app.loupe.app.commands;

import app.loupe.domain.Problem;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON Lines: one object a line, decimals as text, absent values as null. */
final class JsonLines {
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM).build();

    private final PrintWriter out;

    JsonLines(PrintWriter out) {
        this.out = out;
    }

    /** Writes one object; the consumer writes its properties. */
    void object(Consumer<JsonGenerator> properties) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** A problem in code and words. */
    static void problem(JsonGenerator json, Problem problem, ProblemWords words) {
        text(json, "code", problem.code().key());
        text(json, "severity", problem.severity().name().toLowerCase(Locale.ROOT));
        text(json, "title", words.title(problem));
        text(json, "text", words.text(problem));
        text(json, "advice", words.advice(problem));
    }

    /** What went wrong with the command itself, in the form of a problem. */
    static void refusal(JsonGenerator json, String code, String what, String advice) {
        text(json, "code", code);
        text(json, "severity", "error");
        text(json, "title", what);
        text(json, "text", "");
        text(json, "advice", advice);
    }

    /** A text; null when it is absent or empty. */
    static void text(JsonGenerator json, String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    /** A decimal as text, never in scientific notation. */
    static void decimal(JsonGenerator json, String name, BigDecimal value) {
        json.writeStringProperty(name, value.toPlainString());
    }
}
