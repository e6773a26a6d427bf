package app.loupe.ui.security;

import app.loupe.domain.SecurityCheck;
import app.loupe.text.ReadingOrder;
import app.loupe.ui.common.Wording;
import java.util.stream.Collectors;

/** Writes what the checks found as plain text, for the owner's accountant or IT. Holds no secret. */
final class SecurityReport {
    private final Wording wording;
    private final CheckWords words;

    SecurityReport(Wording wording) {
        this.wording = wording;
        this.words = new CheckWords(wording);
    }

    String write(SecurityViewModel.Found found) {
        return ReadingOrder.without(wording.get("security.report.title", wording.dates().moment(found.when())) + "\n\n"
                + found.checks().stream().map(this::paragraph).collect(Collectors.joining("\n")));
    }

    private String paragraph(SecurityCheck check) {
        var text = new StringBuilder();
        text.append('[').append(words.outcome(check)).append("] ").append(words.title(check)).append('\n');
        text.append("    ").append(words.line(check)).append('\n');
        check.detail().forEach(line -> text.append("    - ").append(line).append('\n'));
        return text.toString();
    }
}
