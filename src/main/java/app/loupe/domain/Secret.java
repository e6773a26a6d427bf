package app.loupe.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A password, API key or key as bytes (UTF-8 for text), wiped on {@link #close}. Whoever makes one closes it. It never
 * becomes a {@code String}: strings cannot be wiped and end up in heap dumps. Not safe for use by several threads.
 */
public final class Secret implements AutoCloseable {
    /** The longest password or API key that can be kept, in bytes. */
    public static final int LONGEST_PASSWORD = 254;

    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes ownership of the array: it is wiped when this secret is closed. */
    public static Secret owning(byte[] bytes) {
        return new Secret(bytes);
    }

    /**
     * Encodes the characters as UTF-8, with a question mark for half a surrogate pair; the caller wipes or discards its
     * own copy.
     */
    public static Secret ofChars(CharSequence chars) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        // large enough for every text: a buffer that grows leaves its former array behind, which nobody can wipe
        byte[] room = new byte[(int) Math.ceil(chars.length() * (double) encoder.maxBytesPerChar())];
        try {
            ByteBuffer encoded = ByteBuffer.wrap(room);
            encoder.encode(CharBuffer.wrap(chars), encoded, true);
            encoder.flush(encoded);
            return new Secret(Arrays.copyOf(room, encoded.position()));
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    /** The live array, not a copy: do not keep it, do not wipe it. */
    public byte[] bytes() {
        if (closed) {
            throw new IllegalStateException("the secret was already wiped");
        }
        return bytes;
    }

    /** Length in bytes. */
    public int length() {
        return bytes.length;
    }

    /** An independent secret with the same bytes; both must be closed. */
    public Secret copy() {
        return new Secret(bytes().clone());
    }

    /** Compares length, then bytes in constant time. */
    public boolean sameAs(Secret other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "Secret[" + bytes.length + "]";
    }
}
