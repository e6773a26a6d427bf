package app.loupe.vault;

import java.util.Optional;

/**
 * The wish to retire a key, as it is sealed.
 *
 * @param keyId the key to retire, as the facts write it
 * @param place where the folder lay when it was asked for; empty where a copy of the folder has a key of its own
 */
record Retirement(String keyId, String place) {
    /** It as text: the key, and behind the end of the line the place. */
    String text() {
        return keyId + "\n" + place;
    }

    /** Reads the text; empty when it is not what {@link #text} writes. */
    static Optional<Retirement> read(String text) {
        String[] parts = text.split("\n", 2);
        return parts.length == 2 ? Optional.of(new Retirement(parts[0], parts[1])) : Optional.empty();
    }
}
