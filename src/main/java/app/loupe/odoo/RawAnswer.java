package app.loupe.odoo;

import app.loupe.domain.ProblemException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What came back over the wire: bounded, decompressed, parsed when it says that it is JSON.
 *
 * @param json the parsed body; a missing node when it is no JSON
 * @param text the body when it is no JSON, cut short: only looked at to tell pages apart, never shown or logged
 * @param pause of the Retry-After header; zero without one
 */
record RawAnswer(int status, String contentType, JsonNode json, String text, long bytes, Duration pause, String tls) {
    private static final int MOST_TEXT_BYTES = 4_096;

    /** Reads a body by its declared type. */
    static RawAnswer of(int status, String contentType, ByteBuffer body, Duration pause, String tls)
            throws ProblemException {
        boolean json = declaresJson(contentType) && body.hasRemaining();
        return new RawAnswer(status, contentType, json ? StrictJson.parse(body, contentType) : StrictJson.nothing(),
                json ? "" : StrictJson.latin(body, MOST_TEXT_BYTES), body.remaining(), pause, tls);
    }

    private static boolean declaresJson(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.equals("application/json");
    }

    /** Whether it claims to be JSON, whatever the body is. */
    boolean declaresJson() {
        return declaresJson(contentType);
    }

    boolean isJson() {
        return !json.isMissingNode();
    }

    boolean isHtml() {
        return contentType.toLowerCase(Locale.ROOT).contains("html");
    }

    /** Records in the answer. */
    int rows() {
        JsonNode result = json.isObject() && json.has("result") ? json.get("result") : json;
        return result.isArray() ? result.size() : 0;
    }
}
