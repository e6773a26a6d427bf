package app.loupe.ui.security;

import app.loupe.domain.SecurityCheck;
import app.loupe.ui.common.Wording;
import java.util.Locale;

/** Says what a check found, in plain words. */
final class CheckWords {
    private final Wording wording;

    CheckWords(Wording wording) {
        this.wording = wording;
    }

    String title(SecurityCheck check) {
        return wording.get(key(check) + ".title");
    }

    String line(SecurityCheck check) {
        return wording.get(key(check) + "." + check.outcome().name().toLowerCase(Locale.ROOT),
                check.parameters().toArray());
    }

    String outcome(SecurityCheck check) {
        return wording.get("security.outcome." + check.outcome().name().toLowerCase(Locale.ROOT));
    }

    private static String key(SecurityCheck check) {
        return "security." + check.promise().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
