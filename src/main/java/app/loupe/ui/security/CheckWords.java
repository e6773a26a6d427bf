package app.loupe.ui.security;

import app.loupe.domain.EnumKey;
import app.loupe.domain.SecurityCheck;
import app.loupe.ui.common.Wording;

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
        return wording.get(key(check) + "." + EnumKey.of(check.outcome()),
                check.parameters().toArray());
    }

    String outcome(SecurityCheck check) {
        return wording.get("security.outcome." + EnumKey.of(check.outcome()));
    }

    private static String key(SecurityCheck check) {
        return "security." + EnumKey.of(check.promise());
    }
}
