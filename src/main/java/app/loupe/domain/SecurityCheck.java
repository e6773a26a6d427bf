package app.loupe.domain;

import java.util.List;

/**
 * One promise, checked on this computer now. The bundle has {@code security.<promise>.title} and
 * {@code security.<promise>.<outcome>} with the parameters.
 *
 * @param detail technical lines, shown on demand
 */
public record SecurityCheck(Promise promise, Outcome outcome, List<String> parameters, List<String> detail) {
    /** What is promised. */
    public enum Promise {
        PASSWORDS_ARE_CIPHERTEXT,
        KEY_IS_ELSEWHERE,
        ONLY_READ,
        ONLY_TLS,
        YOUR_ACCOUNT_ONLY,
        DELETING_IS_IMMEDIATE
    }

    /** What the check found. */
    public enum Outcome {
        /** The promise is kept. */
        PASS,
        /** Nothing that the promise is about has happened yet: there is nothing to check and nothing is wrong. */
        NOT_YET,
        /** Kept, as far as it can be told, but worth a look. */
        NOTICE,
        /** The promise is broken. */
        FAIL
    }

    /** Copies the lists. */
    public SecurityCheck {
        parameters = List.copyOf(parameters);
        detail = List.copyOf(detail);
    }
}
