package app.loupe.domain;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one connection: eight characters without look-alikes, random and never used twice, so that nothing left of
 * a deleted connection can be taken for a new one. Short enough to type on the command line.
 */
public record ConnectionId(String value) implements Comparable<ConnectionId> {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** Refuses anything that {@link #random} could not have made. */
    public ConnectionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a connection id");
        }
    }

    /** Reads an id that was written down; empty when it is none. */
    public static Optional<ConnectionId> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ConnectionId(text)) : Optional.empty();
    }

    /** Draws a new id: 40 random bits. */
    public static ConnectionId random(SecureRandom random) {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ConnectionId(text.toString());
    }

    /** {@inheritDoc} Written out because every row of the books asks: what records have by themselves costs several times that. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectionId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ConnectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
