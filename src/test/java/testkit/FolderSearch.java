package testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Searches the raw bytes of every file in a folder for a text, in each form in which a program may have written it. */
public final class FolderSearch {
    private static final int BASE64_GROUP = 3;

    private FolderSearch() {}

    /** The finds as {@code file: form}; empty when the text is nowhere. */
    public static List<String> finds(Path folder, String text) {
        var finds = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                forms(text).forEach((form, wanted) -> {
                    if (contains(content, wanted)) {
                        finds.add(file.getFileName() + ": " + form);
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return finds;
    }

    /** UTF-8, both orders of UTF-16, and base64 in each of its three alignments and both alphabets. */
    private static Map<String, byte[]> forms(String text) {
        var forms = new LinkedHashMap<String, byte[]>();
        forms.put("UTF-8", text.getBytes(StandardCharsets.UTF_8));
        forms.put("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int skipped = 0; skipped < BASE64_GROUP; skipped++) {
            // whole groups only: how the ends look depends on what stands beside them
            int length = (bytes.length - skipped) / BASE64_GROUP * BASE64_GROUP;
            byte[] part = Arrays.copyOfRange(bytes, skipped, skipped + length);
            forms.put("base64+" + skipped, Base64.getEncoder().encode(part));
            forms.put("base64url+" + skipped, Base64.getUrlEncoder().encode(part));
        }
        return forms;
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at + wanted.length <= content.length; at++) {
            if (content[at] == wanted[0]
                    && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
