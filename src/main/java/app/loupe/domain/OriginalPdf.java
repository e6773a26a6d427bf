package app.loupe.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The PDF that Odoo keeps of an invoice, in a field of the invoice, since it was sent or printed there: the document itself,
 * as somebody received it. Loupe keeps it as it is.
 */
public final class OriginalPdf {
    /** The largest that is kept, in bytes: the answer that brings it must fit into what is read of a server at once. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final byte[] HEAD = {'%', 'P', 'D', 'F', '-'};

    private final byte[] bytes;
    private final Instant readAt;

    private OriginalPdf(byte[] bytes, Instant readAt) {
        this.bytes = bytes;
        this.readAt = readAt;
    }

    /**
     * The file, when these bytes can be one: it begins as every PDF does, and is not too large.
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
