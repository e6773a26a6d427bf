import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Has every library for macOS that lies in a jar of a folder signed: Apple's notary looks into jars. A jar keeps its size and
 * its time, against which Java holds the cache of classes, so that what was built needs not be run where it is signed: what
 * it had uncompressed is compressed, and an entry of zeros fills the room that this leaves.
 *
 *     java packaging/SignedJars.java FOLDER COMMAND...
 *
 * COMMAND gets the name of a file as its last argument and signs that file. Prints the name of each jar that it wrote anew.
 */
final class SignedJars {
    /** The first bytes of a program or library for macOS, for one kind of processor or for several. */
    private static final Set<String> MACH_O = Set.of("cffaedfe", "cefaedfe", "feedfacf", "feedface", "cafebabe");

    private static final String ROOM = "META-INF/room";

    /** What an entry takes in a jar beside its content: two headers, each with its name. */
    private static final int ROOM_HEADERS = 30 + 46 + 2 * ROOM.length();

    private SignedJars() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> command = List.of(arguments).subList(1, arguments.length);
        try (var jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                if (signedIn(jar, command)) {
                    System.out.println(jar.getFileName());
                }
            }
        }
    }

    private static boolean signedIn(Path jar, List<String> command) throws IOException, InterruptedException {
        Map<ZipEntry, byte[]> content = new LinkedHashMap<>();
        boolean signed = false;
        try (var from = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                boolean library = !entry.getName().endsWith(".class") && bytes.length > 4
                        && MACH_O.contains(HexFormat.of().formatHex(bytes, 0, 4));
                content.put(entry, library ? signed(bytes, command) : bytes);
                signed |= library;
            }
        }
        if (signed) {
            FileTime time = Files.getLastModifiedTime(jar);
            Files.write(jar, ofSize(content, Files.size(jar), jar));
            Files.setLastModifiedTime(jar, time);
        }
        return signed;
    }

    private static byte[] signed(byte[] library, List<String> command) throws IOException, InterruptedException {
        Path file = Files.createTempFile("library", ".dylib");
        try {
            Files.write(file, library);
            var call = new ArrayList<>(command);
            call.add(file.toString());
            if (new ProcessBuilder(call).inheritIO().start().waitFor() != 0) {
                throw new IOException("A library could not be signed.");
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] ofSize(Map<ZipEntry, byte[]> content, long size, Path jar) throws IOException {
        long room = size - jar(content, -1).length - ROOM_HEADERS;
        if (room < 0) {
            throw new IOException(jar.getFileName() + " has no room for a signature.");
        }
        return jar(content, (int) room);
    }

    /** A jar with that many zeros in an entry of their own, or without one for a negative number. */
    private static byte[] jar(Map<ZipEntry, byte[]> content, int room) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var to = new ZipOutputStream(bytes)) {
            for (var entry : content.entrySet()) {
                var same = new ZipEntry(entry.getKey().getName());
                same.setTimeLocal(entry.getKey().getTimeLocal());
                to.putNextEntry(same);
                to.write(entry.getValue());
                to.closeEntry();
            }
            if (room >= 0) {
                byte[] zeros = new byte[room];
                var sum = new CRC32();
                sum.update(zeros);
                var filling = new ZipEntry(ROOM);
                filling.setTimeLocal(content.keySet().iterator().next().getTimeLocal());
                filling.setMethod(ZipEntry.STORED);
                filling.setSize(room);
                filling.setCrc(sum.getValue());
                to.putNextEntry(filling);
                to.write(zeros);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
