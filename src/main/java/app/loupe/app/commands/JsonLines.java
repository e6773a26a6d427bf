package app.loupe.app.commands;

import app.loupe.domain.Problem;
import app.loupe.domain.Verified;
import app.loupe.export.JsonObjects;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes JSON Lines: one object a line, decimals as text, absent values as null. */
final class JsonLines {
    private final JsonObjects out;

    JsonLines(PrintWriter out) {
        this.out = new JsonObjects(out);
    }

    /** Writes one object; the consumer writes its properties. */
    void object(Consumer<JsonGenerator> properties) {
        out.object(properties);
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
        JsonObjects.text(json, name, value);
    }

    /** What comparing every invoice came to. */
    static void verified(JsonGenerator json, Verified found) {
        json.writeObjectPropertyStart("verification");
        json.writeNumberProperty("invoices", found.invoices());
        json.writeNumberProperty("verified", found.verified());
        json.writeNumberProperty("repaired", found.repaired());
        json.writeEndObject();
    }
}
