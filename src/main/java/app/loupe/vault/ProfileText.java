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

/** Writes what is kept of connections as text, one a line - id, kind, name, first day, certificate - and reads it back. */
final class ProfileText {
    private static final int FIELDS = 5;

    private ProfileText() {}

    static String text(List<ConnectionProfile> profiles) {
        var text = new StringBuilder();
        for (ConnectionProfile profile : profiles) {
            LocalDate since = profile.since();
            CertificatePin pin = profile.pin();
            text.append(String.join(" ", profile.id().value(), profile.kind().name(),
                    URLEncoder.encode(profile.name(), StandardCharsets.UTF_8), since == null ? "" : since.toString(),
                    pin == null ? "" : pin.sha256())).append('\n');
        }
        return text.toString();
    }

    /** Reads the text; empty when it is not what {@link #text} writes. */
    static Optional<List<ConnectionProfile>> profiles(String text) {
        try {
            var profiles = new ArrayList<ConnectionProfile>();
            for (String line : text.lines().toList()) {
                String[] fields = line.split(" ", -1);
                if (fields.length != FIELDS) {
                    return Optional.empty();
                }
                profiles.add(new ConnectionProfile(new ConnectionId(fields[0]), Kind.valueOf(fields[1]),
                        URLDecoder.decode(fields[2], StandardCharsets.UTF_8),
                        fields[3].isEmpty() ? null : LocalDate.parse(fields[3]),
                        fields[4].isEmpty() ? null : new CertificatePin(fields[4]), "", null));
            }
            return Optional.of(profiles);
        } catch (IllegalArgumentException | DateTimeException otherFormat) {
            return Optional.empty();
        }
    }
}
