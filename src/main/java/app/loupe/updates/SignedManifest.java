package app.loupe.updates;

import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.SignatureConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the announcement of a release: one line of Base64, an Ed25519 signature in Tink's form, and below it the bytes that
 * are signed, a JSON object with exactly {@code program}, {@code version}, {@code released} and {@code page}. Nothing of it is
 * looked into before the signature holds.
 */
final class SignedManifest {
    /** Far more than one has. */
    static final int MOST_CHARS = 4_096;

    /** So that nothing else that the key may ever sign is an announcement. */
    private static final String PROGRAM = "Loupe";
    private static final Set<String> FIELDS = Set.of("program", "version", "released", "page");
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e\\n]*");
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final UpdateOrigin origin;
    private final PublicKeyVerify verifier;
    private final Clock clock;

    SignedManifest(UpdateOrigin origin, Clock clock) {
        this.origin = origin;
        this.clock = clock;
        try {
            SignatureConfig.register();
            verifier = origin.keys().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the release key of this build is none", unusable);
        }
    }

    /**
     * What it announces.
     *
     * @throws RefusedManifestException when it is anything but an announcement that the project signed
     */
    Manifest read(String text) throws RefusedManifestException {
        int end = text.indexOf('\n');
        if (end < 0 || text.length() > MOST_CHARS || !PLAIN.matcher(text).matches()) {
            throw new RefusedManifestException("no signed text");
        }
        String signed = text.substring(end + 1);
        demandSigned(text.substring(0, end), signed.getBytes(StandardCharsets.US_ASCII));
        return announced(signed);
    }

    private void demandSigned(String signature, byte[] signed) throws RefusedManifestException {
        try {
            verifier.verify(Base64.getDecoder().decode(signature), signed);
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            throw new RefusedManifestException("the signature does not hold");
        }
    }

    private Manifest announced(String json) throws RefusedManifestException {
        try {
            JsonNode fields = JSON.readTree(json);
            if (!fields.isObject() || !new TreeSet<>(fields.propertyNames()).equals(new TreeSet<>(FIELDS))
                    || !fields.values().stream().allMatch(JsonNode::isString)
                    || !fields.get("program").stringValue().equals(PROGRAM)) {
                throw new RefusedManifestException("other fields than those of an announcement");
            }
            ReleaseNumber version = ReleaseNumber.of(fields.get("version").stringValue())
                    .orElseThrow(() -> new RefusedManifestException("no number of a release"));
            LocalDate released = LocalDate.parse(fields.get("released").stringValue(),
                    DateTimeFormatter.ISO_LOCAL_DATE);
            // somewhere on earth it is tomorrow already
            if (released.isAfter(LocalDate.now(clock).plusDays(1))) {
                throw new RefusedManifestException("released in the future");
            }
            var page = new URI(fields.get("page").stringValue());
            if (!origin.has(page)) {
                throw new RefusedManifestException("a page that is not the project's");
            }
            return new Manifest(version, released, page);
        } catch (JacksonException | DateTimeException | URISyntaxException malformed) {
            throw new RefusedManifestException("not in the form of an announcement");
        }
    }
}
