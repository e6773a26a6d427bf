package app.loupe.app.commands;

import app.loupe.domain.PastedSecret;
import app.loupe.domain.Secret;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads secrets from standard input, one a line, byte by byte into arrays that are wiped: no reader, no string, no
 * buffer keeps a copy. What editors and shells add to a file is not part of the secret ({@link PastedSecret}); UTF-16, in
 * which some of them save, is known by its byte order mark or by the zeros of its first character. What is not UTF-8 is read as
 * the system writes texts; where that leaves a doubt ({@link InputEncodings}) a secret that opens may be any of them, and a new one
 * is refused.
 */
final class SecretLines {
    /** Far above what the vault takes; bounds what an endless line can fill. */
    private static final int MAX_UNITS = 4_096;
    private static final int END = -1;
    private static final int BYTES_OF_CHARACTER = 4;

    private final InputStream in;
    private final Texts texts;
    private final InputEncodings encodings;
    private Units units = Units.UNKNOWN;
    private int ahead = END;

    /** What the input is made of. */
    private enum Units {
        UNKNOWN,
        BYTES,
        LOW_BYTE_FIRST,
        HIGH_BYTE_FIRST
    }

    /** Which secrets the bytes of a line may be. */
    private interface Meaning {
        List<Secret> of(byte[] line, int length);
    }

    /** @param texts what is said of a line that is too long, and of a text that nobody can read */
    SecretLines(InputStream in, Texts texts) {
        this(in, texts, InputEncodings.of(System::getProperty));
    }

    /** The same where the system may write texts in these encodings. */
    SecretLines(InputStream in, Texts texts, InputEncodings encodings) {
        this.in = in;
        this.texts = texts;
        this.encodings = encodings;
    }

    /**
     * The next line, as a secret that is to be kept or sent; empty at the end of an input, or where there is none.
     *
     * @throws UsageException when it is too long: what was sealed with the beginning of a passphrase would not open with
     *                        all of it; when it is no text, or nobody can tell which: it would open nothing when it is typed
     */
    Optional<Secret> next() {
        return line((line, length) -> {
            CharBuffer text = text(line, length);
            try {
                return List.of(Secret.ofChars(text));
            } finally {
                InputEncodings.wipe(text);
            }
        }).stream().findFirst();
    }

    /**
     * All that the next line may be where it opens what was sealed before: the text that it is in each encoding, and behind these its
     * bytes as they are, which is what former versions sealed with. Whoever tries them does no harm, because the seal decides. None
     * at the end of an input, or where there is none. The caller closes all.
     *
     * @throws UsageException when it is too long
     */
    List<Secret> meanings() {
        return line(this::meanings);
    }

    private List<Secret> meanings(byte[] line, int length) {
        List<CharBuffer> readings = InputEncodings.decoded(StandardCharsets.UTF_8, line, length).map(List::of)
                .orElseGet(() -> encodings.readings(line, length));
        var all = new ArrayList<Secret>();
        try {
            readings.forEach(text -> all.add(Secret.ofChars(text)));
        } finally {
            readings.forEach(InputEncodings::wipe);
        }
        Secret bytes = Secret.owning(Arrays.copyOf(line, length));
        if (all.stream().anyMatch(bytes::sameAs)) {
            bytes.close();
        } else {
            all.add(bytes);
        }
        return all;
    }

    /**
     * All that is left, as a text that is no secret once it is read: of an endless one, more than so many characters. What is
     * not UTF-8 is read as the system writes texts.
     *
     * @param most characters of the longest text that is taken
     * @throws UsageException when it is no text in either: a letter would be lost
     */
    String rest(int most) {
        var read = new ByteArrayOutputStream();
        boolean whole;
        try {
            int unit = unit();
            // a character of UTF-8 has up to four bytes, of UTF-16 two
            for (; unit != END && read.size() <= BYTES_OF_CHARACTER * most; unit = unit()) {
                if (units != Units.BYTES) {
                    read.write(unit >> 8);
                }
                read.write(unit);
            }
            whole = unit == END;
        } catch (IOException closedOrNoFile) {
            return "";
        }
        byte[] all = read.toByteArray();
        // what is cut is too long, whatever its last character is
        String text = whole
                ? text(all, all.length).toString()
                : new String(all, units == Units.BYTES
                        ? StandardCharsets.UTF_8
                        : StandardCharsets.UTF_16BE);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    /** The caller wipes it where it is a secret. */
    private CharBuffer text(byte[] read, int length) {
        Charset first = units == Units.BYTES ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE;
        Optional<CharBuffer> known = InputEncodings.decoded(first, read, length);
        if (known.isPresent()) {
            return known.get();
        }
        List<CharBuffer> readings = units == Units.BYTES ? encodings.readings(read, length) : List.of();
        if (encodings.certain() && readings.size() == 1) {
            return readings.getFirst();
        }
        readings.forEach(InputEncodings::wipe);
        throw new UsageException(texts.get("cli.stdin.unreadable"));
    }

    private List<Secret> line(Meaning meaning) {
        try {
            int first = unit();
            if (first == END) {
                return List.of();
            }
            List<Secret> given = units == Units.BYTES ? bytes(first, meaning) : List.of(characters(first));
            return given.stream().map(PastedSecret::of).toList();
        } catch (IOException closedOrNoFile) {
            return List.of();
        }
    }

    private List<Secret> bytes(int first, Meaning meaning) throws IOException {
        byte[] line = new byte[MAX_UNITS];
        try {
            int length = 0;
            for (int unit = first; unit != END && unit != '\n'; unit = unit()) {
                demandRoom(length);
                line[length++] = (byte) unit;
            }
            return meaning.of(line, length);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private Secret characters(int first) throws IOException {
        char[] line = new char[MAX_UNITS];
        try {
            int length = 0;
            for (int unit = first; unit != END && unit != '\n'; unit = unit()) {
                demandRoom(length);
                line[length++] = (char) unit;
            }
            return Secret.ofChars(CharBuffer.wrap(line, 0, length));
        } finally {
            Arrays.fill(line, '\0');
        }
    }

    private void demandRoom(int length) {
        if (length == MAX_UNITS) {
            throw new UsageException(texts.get("cli.secret.too-long", MAX_UNITS));
        }
    }

    /** The next byte, or the next UTF-16 unit; {@link #END} after the last. */
    private int unit() throws IOException {
        int first = octet();
        if (first == END) {
            return END;
        }
        if (units == Units.UNKNOWN) {
            int second = octet();
            units = unitsOf(first, second);
            if (units == Units.BYTES) {
                ahead = second;
                return first;
            }
            return joined(first, second);
        }
        return units == Units.BYTES ? first : joined(first, octet());
    }

    private int octet() throws IOException {
        if (ahead == END) {
            return in.read();
        }
        int kept = ahead;
        ahead = END;
        return kept;
    }

    /** Of the two first bytes: a byte order mark, or a character of English with its zero. */
    private static Units unitsOf(int first, int second) {
        if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
            return Units.LOW_BYTE_FIRST;
        }
        return (first == 0xfe && second == 0xff) || (first == 0 && second > 0) ? Units.HIGH_BYTE_FIRST : Units.BYTES;
    }

    private int joined(int first, int second) {
        if (second == END) {
            return END;
        }
        return units == Units.LOW_BYTE_FIRST ? second << 8 | first : first << 8 | second;
    }
}
