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
        return wording.get(key(check) + "." + word(check.outcome()),
                check.parameters().toArray());
    }

    String outcome(SecurityCheck check) {
        return wording.get("security.outcome." + word(check.outcome()));
    }

    private static String key(SecurityCheck check) {
        return "security." + word(check.promise());
    }

    /** How a promise or outcome is spelled in keys and style classes. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
