package app.loupe.app;

import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the numbers, moments and key holders of a security check as its reader reads them. */
final class CheckText {
    private static final Set<String> HOLDERS = Set.of("secret-service", "kwallet", "windows-credential-manager",
            "macos-keychain", "passphrase");

    private final Texts texts;
    private final DateText dates;

    /** In the language of the texts; moments in the zone. */
    CheckText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.dates = new DateText(texts, zone);
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(value);
    }

    String moment(Instant instant) {
        return dates.moment(instant);
    }

    /** What is named, and how many more there are: as it is where there are none. */
    String andMore(String named, int others) {
        return others > 0 ? texts.get("check.more", named, others) : named;
    }

    /** In place of a moment that nobody noted. */
    String unknownMoment() {
        return texts.get("cli.holder.day-unknown");
    }

    /** Where a key is; one that no text names is called what it calls itself. */
    String holder(String id) {
        return HOLDERS.contains(id) ? texts.get("cli.holder." + id) : id;
    }

    /**
     * Why something waits to be destroyed, and what to do.
     *
     * @param here whether this folder does it as soon as it can
     * @param elsewhere the folder that another part is left to
     */
    String whyWaiting(boolean here, Optional<String> elsewhere) {
        return Stream.concat(here ? Stream.of(texts.get("security.waiting.here")) : Stream.empty(),
                elsewhere.map(place -> texts.get("security.waiting.elsewhere", place)).stream())
                .collect(Collectors.joining(" "));
    }
}
