package app.loupe.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Whom a build asks is filled in as a whole or not at all. */
class UpdateOriginTest {
    private static Properties values(String manifest, String pages, String key) {
        var values = new Properties();
        values.setProperty("manifest", manifest);
        values.setProperty("pages", pages);
        values.setProperty("key", key);
        return values;
    }

    private static String key() throws GeneralSecurityException {
        SignatureConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get())
                        .getPublicKeysetHandle(),
                RegistryConfiguration.get());
    }

    @Test
    void thisBuildHasOneThatCanBeUsedOrNone() {
        // a mistake in the file would be thrown here, and not at an owner's start
        UpdateOrigin.ofThisBuild().ifPresent(origin -> {
            assertThat(origin.host()).isNotEqualTo("localhost");
            assertThat(new SignedManifest(origin, Clock.systemUTC())).isNotNull();
        });
        assertThat(UpdateOrigin.of(values("", "", ""))).isEmpty();
        assertThat(UpdateOrigin.of(new Properties())).isEmpty();
    }

    @Test
    void aWholeOneIsTaken() throws GeneralSecurityException {
        assertThat(UpdateOrigin.of(values("https://loupe.example/latest.signed", "https://loupe.example/releases/",
                key()))).get().extracting(UpdateOrigin::host).isEqualTo("loupe.example");
    }

    @Test
    void halfAOneOrOneWithoutHttpsIsAMistakeOfTheBuild() throws GeneralSecurityException {
        String key = key();
        String manifest = "https://loupe.example/latest.signed";
        String pages = "https://loupe.example/releases/";
        for (Properties wrong : new Properties[] {values(manifest, "", ""), values("", "", key),
            values(manifest, pages, ""), values(manifest, pages, "{}"),
            values("http://loupe.example/latest.signed", pages, key),
            values(manifest, "http://loupe.example/releases/", key),
            values(manifest, "https://loupe.example/releases", key), values("loupe.example", pages, key)}) {
            assertThatThrownBy(() -> UpdateOrigin.of(wrong)).as(wrong.toString())
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
