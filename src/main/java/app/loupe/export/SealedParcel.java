package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Notes the SHA-256 of every file that goes into a parcel, so that anybody can check them without Loupe: as a list in the
 * form of {@code sha256sum}, and as a chain of which the last value stands for everything. Not safe for several threads.
 */
@Blocking
final class SealedParcel implements Parcel {
    /** The list: the digest, two blanks, the path. */
    static final String LIST = "MANIFEST.sha256";
    /** The chain: its value, a blank, and the line of the list that it takes in. */
    static final String CHAIN = "CHAIN.txt";
    /** What the first value of the chain takes in before the first line. */
    static final String START = "0".repeat(64);

    private final Parcel into;
    private final List<String> lines = new ArrayList<>();

    SealedParcel(Parcel into) {
        this.into = into;
    }

    @Override
    public void put(String path, ExportFile.Content content) throws IOException, ProblemException {
        MessageDigest digest = sha256();
        into.put(path, out -> content.writeTo(new Digesting(out, digest)));
        lines.add(HexFormat.of().formatHex(digest.digest()) + "  " + path);
    }

    /** How many files it holds. */
    int files() {
        return lines.size();
    }

    /** Adds the list, of what was put before. */
    void list() throws IOException, ProblemException {
        into.put(LIST, lines(List.copyOf(lines)));
    }

    /**
     * Adds the chain, of what was put before.
     *
     * @return its last value
     */
    String chain() throws IOException, ProblemException {
        var chained = new ArrayList<String>();
        String value = START;
        for (String line : lines) {
            value = HexFormat.of().formatHex(sha256().digest((value + line).getBytes(StandardCharsets.UTF_8)));
            chained.add(value + " " + line);
        }
        put(CHAIN, lines(chained));
        return value;
    }

    /** The content of these lines, ended as every system reads it. */
    static ExportFile.Content lines(List<String> lines) {
        return out -> out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Digests what passes by; closing it is left to who made the stream. */
    private static final class Digesting extends FilterOutputStream {
        private final MessageDigest digest;

        Digesting(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
