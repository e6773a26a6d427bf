import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Makes the release key, and signs with it what the look for updates reads: the announcement of a version. */
final class SignManifest {
    private static final String USAGE = """
            java -cp 'target/lib/*' packaging/SignManifest.java keys PRIVATE
                makes a key: the private half into the new file PRIVATE, the public one to be read here
            java -cp 'target/lib/*' packaging/SignManifest.java sign PRIVATE VERSION DAY PAGE FILE
                signs the announcement of VERSION, released on DAY (2026-12-31) and described on PAGE, into FILE""";

    private SignManifest() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        SignatureConfig.register();
        if (arguments.length == 2 && arguments[0].equals("keys")) {
            keys(Path.of(arguments[1]));
        } else if (arguments.length == 6 && arguments[0].equals("sign")) {
            String json = """
                    {"program":"Loupe","version":"%s","released":"%s","page":"%s"}""".formatted(plain(arguments[2]),
                    plain(arguments[3]), plain(arguments[4]));
            sign(Path.of(arguments[1]), json, Path.of(arguments[5]));
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static String plain(String value) {
        if (!value.matches("[A-Za-z0-9.:/_-]+")) {
            throw new IllegalArgumentException("not for an announcement: " + value);
        }
        return value;
    }

    private static void keys(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
        // closed to others from its first byte, and never in place of a key that is there
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(keys, RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get()));
        String open = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle(),
                RegistryConfiguration.get());
        // a file of properties takes a backslash away
        System.out.println("key=" + open.replaceAll("\\s+", "").replace("\\", "\\\\"));
    }

    private static void sign(Path keyFile, String json, Path file) throws IOException, GeneralSecurityException {
        KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keyFile),
                RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        byte[] signed = json.getBytes(StandardCharsets.US_ASCII);
        byte[] signature = keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class).sign(signed);
        keys.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class).verify(signature,
                signed);
        Files.writeString(file, Base64.getEncoder().encodeToString(signature) + "\n" + json);
        System.out.println("signed: " + json);
    }
}
