package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections.Notes;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A deletion that has begun, as it is sealed.
 *
 * @param place where the folder lay when it was asked for; empty where a copy of the folder has a key of its own
 */
record PlacedDeletion(ConnectionId id, Notes notes, String place) {
    private static final int FIELDS = 3;

    /** All of them as text, one a line: id, notes, place. */
    static String text(List<PlacedDeletion> all) {
        return all.stream().map(one -> String.join(" ", one.id.value(), one.notes.name(),
                URLEncoder.encode(one.place, StandardCharsets.UTF_8))).collect(Collectors.joining("\n"));
    }

    /** Reads the text; empty when it is not what {@link #text} writes. */
    static Optional<List<PlacedDeletion>> read(String text) {
        var all = new ArrayList<PlacedDeletion>();
        try {
            for (String line : text.lines().toList()) {
                String[] fields = line.split(" ", -1);
                if (fields.length != FIELDS) {
                    return Optional.empty();
                }
                all.add(new PlacedDeletion(new ConnectionId(fields[0]), Notes.valueOf(fields[1]),
                        URLDecoder.decode(fields[2], StandardCharsets.UTF_8)));
            }
            return Optional.of(List.copyOf(all));
        } catch (IllegalArgumentException otherFormat) {
            return Optional.empty();
        }
    }

    /** The same, asked for in another place. */
    PlacedDeletion in(String other) {
        return new PlacedDeletion(id, notes, other);
    }
}
