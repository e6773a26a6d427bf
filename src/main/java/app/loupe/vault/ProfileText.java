package app.loupe.vault;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is kept of connections as text, one a line - id, kind, name, first day, certificate, last day of the key -
 * and reads it back, also where the last is missing.
 */
final class ProfileText {
    private static final int FIELDS = 6;
    /** Loupe before it knew the last day of a key. */
    private static final int FIELDS_BEFORE = 5;
    private static final int KEY_EXPIRES = 5;

    private ProfileText() {}

    static String text(List<ConnectionProfile> profiles) {
        var text = new StringBuilder();
        for (ConnectionProfile profile : profiles) {
            CertificatePin pin = profile.pin();
            text.append(String.join(" ", profile.id().value(), profile.kind().name(),
                    URLEncoder.encode(profile.name(), StandardCharsets.UTF_8), day(profile.since()),
                    pin == null ? "" : pin.sha256(), day(profile.keyExpires()))).append('\n');
        }
        return text.toString();
    }

    /** Reads the text; empty when it is not what {@link #text} writes. */
    static Optional<List<ConnectionProfile>> profiles(String text) {
        try {
            var profiles = new ArrayList<ConnectionProfile>();
            for (String line : text.lines().toList()) {
                String[] fields = line.split(" ", -1);
                if (fields.length != FIELDS && fields.length != FIELDS_BEFORE) {
                    return Optional.empty();
                }
                profiles.add(new ConnectionProfile(new ConnectionId(fields[0]), Kind.valueOf(fields[1]),
                        URLDecoder.decode(fields[2], StandardCharsets.UTF_8),
                        day(fields[3]),
                        fields[4].isEmpty() ? null : new CertificatePin(fields[4]), "", null,
                        fields.length == FIELDS ? day(fields[KEY_EXPIRES]) : null));
            }
            return Optional.of(profiles);
        } catch (IllegalArgumentException | DateTimeException otherFormat) {
            return Optional.empty();
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
