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
        PASSWORDS_ARE_CIPHERTEXT, KEY_IS_ELSEWHERE, ONLY_READ, ONLY_TLS, YOUR_ACCOUNT_ONLY, DELETING_IS_IMMEDIATE
    }

    /** What the check found. */
    public enum Outcome {
        PASS, NOTICE, FAIL
    }

    /** Copies the lists. */
    public SecurityCheck {
        parameters = List.copyOf(parameters);
        detail = List.copyOf(detail);
    }
}
