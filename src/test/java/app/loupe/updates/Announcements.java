package app.loupe.updates;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** A release key of a test, and what it signs. */
final class Announcements {
    private final KeysetHandle keys;

    Announcements() {
        try {
            SignatureConfig.register();
            keys = KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where these would come from, if a server listened at that port. */
    UpdateOrigin origin(int port) {
        try {
            return new UpdateOrigin(URI.create("https://localhost:" + port + "/latest.signed"), URI.create(pages(port)),
                    keys.getPublicKeysetHandle());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String pages(int port) {
        return "https://localhost:" + port + "/releases/";
    }

    static String json(String version, String released, String page) {
        return "{\"program\":\"Loupe\",\"version\":\"" + version + "\",\"released\":\"" + released + "\",\"page\":\""
                + page + "\"}";
    }

    /** Signs whatever it is. */
    String signed(String text) {
        try {
            byte[] signature = keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class)
                    .sign(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature) + "\n" + text;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
