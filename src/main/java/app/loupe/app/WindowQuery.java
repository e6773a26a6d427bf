package app.loupe.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a command asks of the window that has the files open, and the form of question and answer between the two. The
 * question is the command line and its language; the answer is what the command writes, in pieces, and its exit code.
 *
 * @param language of the words in the answer
 * @param region of its numbers
 */
record WindowQuery(Locale language, Locale region, List<String> arguments) {
    /** The longest question in bytes. */
    static final int LONGEST = 16 * 1024;
    /** The most characters in one piece of the answer. */
    static final int PIECE = 8 * 1024;

    /** What a piece of the answer is. */
    enum Piece {
        /** Characters of the result. */
        OUT('o'),
        /** Characters beside the result. */
        ERR('e'),
        /** Nothing yet: the window is alive and works on. Nothing belongs to it. */
        ALIVE('a'),
        /** The exit code, where others have the number of their characters; nothing comes after it. */
        EXIT('x');

        private final char sign;

        Piece(char sign) {
            this.sign = sign;
        }

        /** The byte that it begins with. */
        int sign() {
            return sign;
        }

        /**
         * The piece that begins with this byte.
         *
         * @throws IOException when none does
         */
        static Piece of(int sign) throws IOException {
            for (Piece piece : values()) {
                if (piece.sign == sign) {
                    return piece;
                }
            }
            throw new IOException("no answer");
        }
    }

    /** Copies the list. */
    WindowQuery {
        arguments = List.copyOf(arguments);
    }

    /**
     * The bytes of the question.
     *
     * @throws IOException when it is too long
     */
    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(language.toLanguageTag());
            out.writeUTF(region.toLanguageTag());
            out.writeInt(arguments.size());
            for (String argument : arguments) {
                out.writeUTF(argument);
            }
        }
        if (bytes.size() > LONGEST) {
            throw new IOException("too long a question");
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a question.
     *
     * @throws IOException when it is none
     */
    static WindowQuery read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Locale language = Locale.forLanguageTag(in.readUTF());
            Locale region = Locale.forLanguageTag(in.readUTF());
            int count = in.readInt();
            if (count < 0 || count > LONGEST) {
                throw new IOException("no question");
            }
            var arguments = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                arguments.add(in.readUTF());
            }
            if (in.available() > 0) {
                throw new IOException("more than a question");
            }
            return new WindowQuery(language, region, arguments);
        }
    }
}
