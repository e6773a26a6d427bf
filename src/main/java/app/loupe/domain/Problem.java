package app.loupe.domain;

import java.util.List;

/**
 * One thing that went wrong, for a person: the bundle has {@code problem.<code>.title|text|advice}, filled in with the
 * parameters (address, field, count; never a secret, never the server's own words).
 */
public record Problem(ProblemCode code, List<String> parameters) {
    /** Copies the parameters. */
    public Problem {
        parameters = List.copyOf(parameters);
    }

    /** A problem with its parameters in the order of the text's placeholders. */
    public static Problem of(ProblemCode code, String... parameters) {
        return new Problem(code, List.of(parameters));
    }

    /** How much it stops. */
    public Severity severity() {
        return code.severity();
    }
}
