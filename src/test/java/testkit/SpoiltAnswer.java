package testkit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import testkit.Fault.Good;
import tools.jackson.databind.json.JsonMapper;

/** What comes in the place of one answer, whatever was asked; {@link SpoiltRows} are right answers with other records. */
public enum SpoiltAnswer implements Spoil {
    /** A network wants a sign-in before it lets anything through. */
    SIGN_IN_PAGE(good -> new Good(200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Log in</title>")),
    /** It is to be had elsewhere. */
    REDIRECT(good -> new Good(302, "text/html", "")),
    /** Half of it. */
    CUT(good -> new Good(good.status(), good.contentType(), good.body().substring(0, good.body().length() / 2))),
    /** Nothing. */
    EMPTY(good -> new Good(good.status(), good.contentType(), "")),
    /** The server is being restarted. */
    BUSY(good -> new Good(503, "text/html", "<title>Bad gateway</title>")),
    /** Something is wrong on the server. */
    ERROR(good -> refusal(good, 500, "builtins.RuntimeError", "broken")),
    /** The user was signed out, or the key taken back. */
    SIGNED_OUT(good -> refusal(good, 401, "odoo.exceptions.AccessDenied", "Access Denied")),
    /** One of the records is not for this user. */
    RECORD_FORBIDDEN(good -> refusal(good, 403, "odoo.exceptions.AccessError", "Due to security restrictions")),
    /** None of this kind is for this user. */
    KIND_FORBIDDEN(good -> refusal(good, 403, "odoo.exceptions.AccessError",
            "You are not allowed to access 'Records' (some.model) records.")),
    /** The answer to another question. */
    OTHER_ID(good -> with(good, good.body().replaceFirst("\"id\" ?: ?1\\b", "\"id\":2"), isRpc(good))),
    /** An amount is none: what Python writes for a NaN of the database. */
    NAN(good -> with(good, Pattern.compile(":-?[0-9]+\\.[0-9]+").matcher(good.body()).replaceFirst(":NaN"), true));

    private static final JsonMapper JSON = new JsonMapper();
    @SuppressWarnings("ImmutableEnumChecker") // lambdas without captured state
    private final UnaryOperator<Good> spoil;

    SpoiltAnswer(UnaryOperator<Good> spoil) {
        this.spoil = spoil;
    }

    @Override
    public Optional<Good> of(Good good, @Nullable Good before) {
        return Optional.of(spoil.apply(good)).filter(spoilt -> !spoilt.equals(good));
    }

    private static boolean isRpc(Good good) {
        return good.body().contains("\"jsonrpc\"");
    }

    private static Good with(Good good, String body, boolean applies) {
        return applies ? new Good(good.status(), good.contentType(), body) : good;
    }

    /** Odoo's refusal: JSON-RPC says it with status 200. */
    private static Good refusal(Good good, int status, String name, String message) {
        String said = "{\"name\":\"" + name + "\",\"message\":" + JSON.writeValueAsString(message) + "}";
        return isRpc(good)
                ? new Good(200, good.contentType(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":200,"
                        + "\"message\":\"Odoo Server Error\",\"data\":" + said + "}}")
                : new Good(status, good.contentType(), said);
    }
}
