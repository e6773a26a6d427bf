package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Decides what a refusal means, from status, content type and the name and message of Odoo's error. No words of the
 * server leave this class except names of fields. Odoo translates what is for people, refusals, and from 18 on it may do so
 * for the user and not in English: words that are not known are {@link Verdict.Foreign}. What Python says is always English.
 *
 * @param apiKey whether the secret is an API key
 * @param databaseGiven whether a database was named
 */
record ErrorClassifier(boolean apiKey, boolean databaseGiven) {
    private static final Pattern INVALID_FIELD = Pattern
            .compile("Invalid field '([A-Za-z0-9_]+)' on (?:model )?'[a-z0-9_.]+'");
    private static final Pattern INVALID_IN_DOMAIN = Pattern
            .compile("Invalid field [a-z0-9_.]+\\.([A-Za-z0-9_]+) in (?:leaf|condition)");
    private static final Pattern FAILED_FIELD = Pattern.compile("Failed to read field [a-z0-9_.]+\\.([a-z0-9_]+)");
    private static final Pattern GUARDED_FIELDS = Pattern
            .compile("rights to access the fields? [\"“]([A-Za-z0-9_, ]+)[\"”]");
    private static final Pattern WHOLE_MODEL = Pattern
            .compile("^You are not allowed to access '|No group currently allows this operation");
    /** The words of 14 to 16, and of those from 17 on. */
    private static final Pattern SOME_RECORDS = Pattern
            .compile(
                    "^Due to security restrictions, you are not allowed to access|^Uh-oh! Looks like you have stumbled");
    private static final Pattern NO_API = Pattern
            .compile("(?is)\\bAPI\\b.{0,80}\\b(plan|subscription)\\b|\\b(plan|subscription)\\b.{0,80}\\bAPI\\b");
    /** In the language of the server's computer, which nothing that is asked for changes. */
    private static final Pattern NO_DATABASE = Pattern.compile("""
            database "[^"]*" does not exist|Datenbank .{1,130} existiert nicht|no existe la base de datos \
            |base de donn.{1,2}es .{1,130} n'existe pas|il database .{1,130} non esiste""");
    /** What Python says of a method that was written before Odoo's own had the argument, as those of add-ons often are. */
    private static final String NO_LOAD = "unexpected keyword argument 'load'";
    private static final int MOST_MESSAGE_CHARS = 2_000;
    /** The status with which a network asks for a sign-in before it lets anything through (RFC 6585). */
    private static final int NETWORK_SIGN_IN = 511;

    /** An {@code error} object of JSON-RPC. */
    Verdict ofRpcError(JsonNode error) {
        JsonNode inner = error.path("data");
        return ofError(inner.path("name").asString(""), inner.path("message").asString(""), Duration.ZERO);
    }

    /** A JSON answer of JSON-2 with a status other than 200. */
    Verdict ofJson2Error(RawAnswer answer) {
        JsonNode body = answer.json();
        String name = body.path("name").asString("");
        return switch (answer.status()) {
            // Odoo names its errors; without a name it is somebody else's
            case 401 -> name.isEmpty() ? ofStatus(answer) : refused();
            case 404 -> name.isEmpty() ? ofStatus(answer) : new Verdict.Forbidden(true);
            case 409, 429, 503 -> new Verdict.Busy(ProblemCode.SERVER_BUSY, answer.pause());
            default -> (answer.status() >= 300 && answer.status() < 400) || name.isEmpty()
                    ? ofStatus(answer)
                    : ofError(name, body.path("message").asString(""), answer.pause());
        };
    }

    /** An answer that is no JSON, or JSON with a status that JSON-RPC does not use. */
    Verdict ofUnexpected(RawAnswer answer) {
        boolean noDatabase = answer.status() == 404 && answer.text().contains("No database is selected");
        if (noDatabase) {
            return new Verdict.Failed(databaseGiven ? ProblemCode.DATABASE_UNKNOWN : ProblemCode.DATABASE_NEEDED);
        }
        return ofStatus(answer);
    }

    private Verdict ofStatus(RawAnswer answer) {
        int status = answer.status();
        if (status == 500 && answer.isHtml()) {
            return new Verdict.Mute(answer.pause());
        }
        if (status >= 300 && status < 400) {
            return new Verdict.Failed(ProblemCode.REDIRECTED);
        }
        if (status != NETWORK_SIGN_IN && (status == 429 || status >= 500)) {
            return new Verdict.Busy(ProblemCode.SERVER_BUSY, answer.pause());
        }
        if (status == 402 || NO_API.matcher(answer.text()).find()) {
            return new Verdict.Failed(ProblemCode.NO_API_ON_PLAN);
        }
        return switch (status) {
            case 200 -> ofOtherContent(answer);
            case 401, 407, NETWORK_SIGN_IN ->
                new Verdict.Failed(ProblemCode.SIGN_IN_IN_FRONT, Integer.toString(status));
            case 403, 406, 451 -> new Verdict.Failed(ProblemCode.ACCESS_BLOCKED, Integer.toString(status));
            default -> new Verdict.Failed(
                    answer.isJson() && status != 404 ? ProblemCode.SERVER_ERROR : ProblemCode.NOT_AN_ODOO);
        };
    }

    /** A proper answer that is not Odoo's. */
    private static Verdict ofOtherContent(RawAnswer answer) {
        if (answer.isHtml()) {
            return new Verdict.Failed(ProblemCode.WEB_PAGE_ANSWERED);
        }
        return answer.declaresJson()
                ? new Verdict.Failed(ProblemCode.ANSWER_MALFORMED)
                : new Verdict.Failed(ProblemCode.OTHER_CONTENT, ContentKind.of(answer.contentType()));
    }

    private Verdict ofError(String name, String fullMessage, Duration pause) {
        String message = fullMessage.length() > MOST_MESSAGE_CHARS
                ? fullMessage.substring(0, MOST_MESSAGE_CHARS)
                : fullMessage;
        List<String> fields = fieldsNamed(message);
        if (!fields.isEmpty() && (name.endsWith("ValueError") || name.endsWith("AccessError"))) {
            return new Verdict.FieldsUnknown(fields);
        }
        if (message.contains(NO_LOAD)) {
            return new Verdict.LoadUnknown();
        }
        if (NO_API.matcher(message).find()) {
            return new Verdict.Failed(ProblemCode.NO_API_ON_PLAN);
        }
        if (name.startsWith("psycopg2.") || name.startsWith("psycopg.")) {
            return NO_DATABASE.matcher(message).find()
                    ? new Verdict.Failed(ProblemCode.DATABASE_UNKNOWN)
                    : new Verdict.Busy(ProblemCode.SERVER_BUSY, pause);
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "AccessDenied", "Unauthorized" -> refused();
            case "AccessError" -> ofRight(message);
            case "UserError" -> message.startsWith("Object ") && message.endsWith("doesn't exist")
                    ? new Verdict.Forbidden(true)
                    : new Verdict.Foreign(new Verdict.Failed(ProblemCode.SERVER_ERROR), message.hashCode());
            case "LockError", "MemoryError", "TooManyRequests", "ServiceUnavailable" ->
                new Verdict.Busy(ProblemCode.SERVER_BUSY, pause);
            default -> new Verdict.Failed(ProblemCode.SERVER_ERROR);
        };
    }

    private static Verdict ofRight(String message) {
        if (WHOLE_MODEL.matcher(message).find()) {
            return new Verdict.Forbidden(true);
        }
        var some = new Verdict.Forbidden(false);
        return SOME_RECORDS.matcher(message).find() ? some : new Verdict.Foreign(some, message.hashCode());
    }

    private Verdict refused() {
        return new Verdict.Failed(apiKey ? ProblemCode.API_KEY_REFUSED : ProblemCode.SIGN_IN_REFUSED);
    }

    private static List<String> fieldsNamed(String message) {
        for (Pattern pattern : List.of(INVALID_FIELD, INVALID_IN_DOMAIN, FAILED_FIELD, GUARDED_FIELDS)) {
            var match = pattern.matcher(message);
            if (match.find()) {
                return Arrays.stream(match.group(1).split(",", -1)).map(String::strip).filter(f -> !f.isEmpty())
                        .toList();
            }
        }
        return List.of();
    }
}
