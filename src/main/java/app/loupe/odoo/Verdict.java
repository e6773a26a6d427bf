package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an answer means. */
sealed interface Verdict {
    /** A result. */
    record Answered(JsonNode result) implements Verdict {}

    /** These fields are unknown to this server, or guarded from this user: ask again without them. */
    record FieldsUnknown(List<String> fields) implements Verdict {
        public FieldsUnknown {
            fields = List.copyOf(fields);
        }
    }

    /** Searches of these records do not know {@code load}: ask again, and take references with their names. */
    record LoadUnknown() implements Verdict {}

    /** This user may not read the whole model or, otherwise, at least one of the records. */
    record Forbidden(boolean wholeModel) implements Verdict {}

    /**
     * An error whose words are not known; they may be those of the user's language. Ask once more in English.
     *
     * @param otherwise what it means if that is of no help
     * @param words what tells these words from others
     */
    record Foreign(Verdict otherwise, int words) implements Verdict {}

    /** Ask for less, or later. */
    record Busy(ProblemCode code, Duration pause) implements Verdict {}

    /**
     * A page with status 500 and no reason. Odoo 14 and 15 with several databases answer every error like this; otherwise
     * the server is in trouble, as with {@link Busy}.
     */
    record Mute(Duration pause) implements Verdict {}

    /**
     * Asking again would not help.
     *
     * @param detail what the problem's text needs beside the address, in Loupe's own words; may be empty
     */
    record Failed(ProblemCode code, String detail) implements Verdict {
        Failed(ProblemCode code) {
            this(code, "");
        }
    }
}
