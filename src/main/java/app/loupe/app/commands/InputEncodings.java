package app.loupe.app.commands;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which encodings what comes on standard input may have been written where it is neither UTF-8 nor UTF-16.
 *
 * @param possible each once
 * @param certain whether it can have been written in no other one
 */
record InputEncodings(List<Charset> possible, boolean certain) {
    private static final String UTF_8 = "UTF-8";

    InputEncodings {
        possible = List.copyOf(possible);
    }

    /**
     * Those of this system. A terminal has one, which the runtime knows. Windows has two for files and pipes: programs save in that
     * of the system, and what a command in a console writes is in the console's. Its output tells that one, as long as one of the
     * streams goes to the console; where none does, or none that is told from the system's, the other one is not known.
     *
     * @param property what the runtime says of itself
     */
    static InputEncodings of(Function<String, @Nullable String> property) {
        String system = property.apply("native.encoding");
        String in = property.apply("stdin.encoding");
        boolean isTerminal = in != null && !in.equals(system);
        List<String> names = (isTerminal
                ? Stream.of(in)
                : Stream.<@Nullable String>of(system, property.apply("stdout.encoding"),
                        property.apply("stderr.encoding")))
                .filter(Objects::nonNull).distinct().toList();
        // a console of Windows may write in an encoding that the runtime does not bring along
        List<Charset> known = names.stream().flatMap(name -> charset(name).stream()).distinct().toList();
        boolean hasOne = isTerminal || UTF_8.equals(system) || names.size() > 1 || !isWindows(property);
        return new InputEncodings(known,
                hasOne && names.stream().allMatch(name -> charset(name).isPresent()));
    }

    private static boolean isWindows(Function<String, @Nullable String> property) {
        String name = property.apply("os.name");
        return name != null && name.startsWith("Windows");
    }

    private static Optional<Charset> charset(String name) {
        return Optional.ofNullable(Charset.forName(name, null));
    }

    /** All texts that these bytes are in one of the encodings, each once; the caller wipes them. */
    List<CharBuffer> readings(byte[] read, int length) {
        var readings = new ArrayList<CharBuffer>();
        for (Charset encoding : possible) {
            decoded(encoding, read, length).ifPresent(text -> {
                if (readings.contains(text)) {
                    wipe(text);
                } else {
                    readings.add(text);
                }
            });
        }
        return readings;
    }

    /** The text that these bytes are, which the caller wipes where it is a secret; empty where they are none. */
    static Optional<CharBuffer> decoded(Charset encoding, byte[] read, int length) {
        CharsetDecoder decoder = encoding.newDecoder();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(length * (double) decoder.maxCharsPerByte()));
        if (decoder.decode(ByteBuffer.wrap(read, 0, length), text, true).isUnderflow()
                && decoder.flush(text).isUnderflow()) {
            return Optional.of(text.flip());
        }
        wipe(text);
        return Optional.empty();
    }

    static void wipe(CharBuffer text) {
        Arrays.fill(text.array(), '\0');
    }
}
