package app.loupe.app.commands;

import app.loupe.domain.PastedSecret;
import app.loupe.domain.Secret;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads secrets from standard input, one a line, byte by byte into arrays that are wiped: no reader, no string, no
 * buffer keeps a copy. What editors and shells add to a file is not part of the secret ({@link PastedSecret}); UTF-16, in
 * which some of them save, is known by its byte order mark or by the zeros of its first character. What is not UTF-8 is read as
 * the system writes texts, and refused where that leaves a doubt ({@link #encodings}).
 */
final class SecretLines {
    /** Far above what the vault takes; bounds what an endless line can fill. */
    private static final int MAX_UNITS = 4_096;
    private static final int END = -1;
    private static final int BYTES_OF_CHARACTER = 4;

    private final InputStream in;
    private final Texts texts;
    private final List<Charset> own;
    private Units units = Units.UNKNOWN;
    private int ahead = END;

    /** What the input is made of. */
    private enum Units {
        UNKNOWN,
        BYTES,
        LOW_BYTE_FIRST,
        HIGH_BYTE_FIRST
    }

    /** @param texts what is said of a line that is too long, and of a text that nobody can read */
    SecretLines(InputStream in, Texts texts) {
        this(in, texts, encodings(System::getProperty));
    }

    /** The same where the system may write texts in these encodings. */
    SecretLines(InputStream in, Texts texts, List<Charset> own) {
        this.in = in;
        this.texts = texts;
        this.own = own;
    }

    /**
     * In which encodings the system may have written what comes. A terminal has one, which the runtime knows. Windows has two for
     * files and pipes: programs save in that of the system, and what a command in a console writes is in the console's, which its
     * output tells as long as that is not redirected, too.
     *
     * @param property what the runtime says of encodings
     */
    static List<Charset> encodings(Function<String, @Nullable String> property) {
        String system = property.apply("native.encoding");
        String in = property.apply("stdin.encoding");
        Stream<@Nullable String> names = in != null && !in.equals(system)
                ? Stream.of(in)
                : Stream.of(system, property.apply("stdout.encoding"), property.apply("stderr.encoding"));
        return names.filter(Objects::nonNull).map(name -> Charset.forName(name, StandardCharsets.UTF_8)).distinct()
                .toList();
    }

    /**
     * The next line; empty at the end of an input, or where there is none.
     *
     * @throws UsageException when it is too long: what was sealed with the beginning of a passphrase would not open with
     *                        all of it; when it is no text, or nobody can tell which: it would open nothing when it is typed
     */
    Optional<Secret> next() {
        try {
            int first = unit();
            if (first == END) {
                return Optional.empty();
            }
            return Optional.of(PastedSecret.of(units == Units.BYTES ? bytes(first) : characters(first)));
        } catch (IOException closedOrNoFile) {
            return Optional.empty();
        }
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
        List<CharBuffer> readings = decoded(first, read, length).map(List::of).orElseGet(() -> units == Units.BYTES
                ? own.stream().flatMap(encoding -> decoded(encoding, read, length).stream()).distinct().toList()
                : List.of());
        if (readings.size() == 1) {
            return readings.getFirst();
        }
        readings.forEach(SecretLines::wipe);
        throw new UsageException(texts.get("cli.stdin.unreadable"));
    }

    private static Optional<CharBuffer> decoded(Charset encoding, byte[] read, int length) {
        CharsetDecoder decoder = encoding.newDecoder();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(length * (double) decoder.maxCharsPerByte()));
        if (decoder.decode(ByteBuffer.wrap(read, 0, length), text, true).isUnderflow()
                && decoder.flush(text).isUnderflow()) {
            return Optional.of(text.flip());
        }
        wipe(text);
        return Optional.empty();
    }

    private static void wipe(CharBuffer text) {
        Arrays.fill(text.array(), '\0');
    }

    private Secret bytes(int first) throws IOException {
        byte[] line = new byte[MAX_UNITS];
        try {
            int length = 0;
            for (int unit = first; unit != END && unit != '\n'; unit = unit()) {
                demandRoom(length);
                line[length++] = (byte) unit;
            }
            CharBuffer text = text(line, length);
            try {
                return Secret.ofChars(text);
            } finally {
                wipe(text);
            }
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
