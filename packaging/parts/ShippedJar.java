import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A library that the program's manifest names, with the SHA-256 of its bytes.
 *
 * @param file where it lies
 * @param sha256 in small hexadecimal digits, or "missing" when the file is not there
 */
record ShippedJar(Path file, String sha256) {
    static final String MISSING = "missing";

    /** Exactly the jars of the Class-Path of {@code target/loupe.jar}: {@code target/lib} may hold leftovers. */
    static List<ShippedJar> of(Path target) throws IOException {
        var jars = new ArrayList<ShippedJar>();
        try (var program = new JarFile(target.resolve("loupe.jar").toFile())) {
            String classPath = program.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String entry : classPath.split(" ")) {
                Path file = target.resolve(entry);
                jars.add(new ShippedJar(file, Files.exists(file) ? sha256(Files.readAllBytes(file)) : MISSING));
            }
        }
        return jars;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    String name() {
        return file.getFileName().toString();
    }
}
