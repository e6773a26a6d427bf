package app.loupe.transfer;

import app.loupe.domain.OwnerBook;
import app.loupe.domain.ProblemCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a transfer file: what it is, and its texts. On the disk a byte for the kind, a byte for how many texts, and each
 * text in UTF-8 behind its length in four bytes.
 */
record TransferRow(Kind kind, List<String> texts) {
    /** The most rows of all kinds together: they have to fit into the memory, but for the changes. */
    static final int MOST_ROWS = 600_000;
    /** The most bytes of all rows. */
    static final int MOST_BYTES = 1 << 28;
    /** The most bytes of a text. */
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_TEXTS = 255;

    /** What rows there are; they stand in this order, those of a book behind it. */
    enum Kind {
        SETTING('S', 0, 100),
        FILTER('F', 1, 100),
        CONNECTION('C', 2, 10_000),
        BOOK('B', 3, 10_000),
        MARK('M', 3, TransferRow.MOST_ROWS),
        PARTNER('P', 3, TransferRow.MOST_ROWS),
        KNOWN('K', 3, TransferRow.MOST_ROWS),
        CHANGE('H', 4, OwnerBook.MOST_CHANGES),
        END('E', 5, 1);

        private final int letter;
        private final int stage;
        private final int most;

        Kind(int letter, int stage, int most) {
            this.letter = letter;
            this.stage = stage;
            this.most = most;
        }

        /** Rows of a lower stage stand before it. */
        int stage() {
            return stage;
        }

        /** So many of them are read. */
        int most() {
            return most;
        }

        /** Whether it tells of the last book before it. */
        boolean isOfBook() {
            return stage == BOOK.stage && this != BOOK;
        }

        private static Kind of(int letter) throws RefusedException {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
        }
    }

    /** Copies the texts. */
    TransferRow {
        texts = List.copyOf(texts);
    }

    static TransferRow of(Kind kind, Object... values) {
        return new TransferRow(kind, List.of(values).stream().map(Object::toString).toList());
    }

    void write(DataOutputStream out) throws IOException {
        if (texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException("too many texts");
        }
        out.writeByte(kind.letter);
        out.writeByte(texts.size());
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > LONGEST_TEXT) {
                throw new IllegalArgumentException("a text is too long");
            }
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    static TransferRow read(DataInputStream in) throws IOException {
        try {
            Kind kind = Kind.of(in.readUnsignedByte());
            int texts = in.readUnsignedByte();
            var read = new ArrayList<String>(texts);
            for (int i = 0; i < texts; i++) {
                read.add(text(in));
            }
            return new TransferRow(kind, read);
        } catch (EOFException | CharacterCodingException damaged) {
            throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
