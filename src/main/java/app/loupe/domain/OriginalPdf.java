package app.loupe.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The PDF that Odoo keeps in a field of an invoice since it was sent or printed there: the document as somebody received
 * it. Loupe keeps it unchanged.
 */
public final class OriginalPdf {
    /** The largest file that is kept, in bytes: the answer that brings it must fit into the largest answer that is read. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final byte[] HEAD = {'%', 'P', 'D', 'F', '-'};

    private final byte[] bytes;
    private final Instant readAt;

    private OriginalPdf(byte[] bytes, Instant readAt) {
        this.bytes = bytes;
        this.readAt = readAt;
    }

    /**
     * The PDF, if these bytes can be one: they begin as every PDF does and are not too many.
     *
     * @param readAt when it was read from Odoo
     */
    public static Optional<OriginalPdf> of(byte[] bytes, Instant readAt) {
        boolean begins = bytes.length > HEAD.length;
        for (int i = 0; begins && i < HEAD.length; i++) {
            begins = bytes[i] == HEAD[i];
        }
        return begins && bytes.length <= MOST_BYTES
                ? Optional.of(new OriginalPdf(bytes.clone(), readAt))
                : Optional.empty();
    }

    /** The file; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** When it was read from Odoo. */
    public Instant readAt() {
        return readAt;
    }
}
