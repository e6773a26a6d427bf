package app.loupe.vault;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is kept of connections as text, one a line - id, kind, name, first day, certificate, last day of the key,
 * address, database, user name - and reads it back. Earlier versions of Loupe wrote fewer of these fields; their text is
 * read too.
 */
final class ProfileText {
    /** How many fields a line had, from the oldest version of Loupe to this one. */
    private static final List<Integer> FIELDS = List.of(5, 6, 9);

    private static final int KEY_EXPIRES = 5;
    private static final int ADDRESS = 6;
    private static final int DATABASE = 7;
    private static final int USERNAME = 8;

    private ProfileText() {}

    static String text(KeptConnections kept) {
        var text = new StringBuilder();
        for (ConnectionProfile profile : kept.profiles()) {
            CertificatePin pin = profile.pin();
            Endpoint endpoint = kept.endpoints().get(profile.id());
            text.append(String.join(" ", profile.id().value(), profile.kind().name(), coded(profile.name()),
                    day(profile.since()), pin == null ? "" : pin.sha256(), day(profile.keyExpires()),
                    endpoint == null ? "" : coded(endpoint.address().url()),
                    endpoint == null ? "" : coded(endpoint.database()),
                    endpoint == null ? "" : coded(endpoint.username()))).append('\n');
        }
        return text.toString();
    }

    /** Reads the text; empty when it is not what {@link #text} writes. */
    static Optional<KeptConnections> read(String text) {
        var profiles = new ArrayList<ConnectionProfile>();
        var endpoints = new HashMap<ConnectionId, Endpoint>();
        try {
            for (String line : text.lines().toList()) {
                String[] fields = line.split(" ", -1);
                if (!FIELDS.contains(fields.length)) {
                    return Optional.empty();
                }
                var id = new ConnectionId(fields[0]);
                profiles.add(new ConnectionProfile(id, Kind.valueOf(fields[1]), decoded(fields[2]), day(fields[3]),
                        fields[4].isEmpty() ? null : new CertificatePin(fields[4]), "", null,
                        fields.length > KEY_EXPIRES ? day(fields[KEY_EXPIRES]) : null));
                if (fields.length > ADDRESS && !fields[ADDRESS].isEmpty()) {
                    endpoints.put(id, new Endpoint(OdooAddress.parse(decoded(fields[ADDRESS])),
                            decoded(fields[DATABASE]), decoded(fields[USERNAME])));
                }
            }
            return Optional.of(new KeptConnections(profiles, endpoints));
        } catch (IllegalArgumentException | DateTimeException | ProblemException otherFormat) {
            return Optional.empty();
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
