package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Secret;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MasterKeysTest {
    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] BINDING = {9};

    @Test
    void survivesBeingKeptAsText() throws GeneralSecurityException {
        MasterKeys keys = MasterKeys.generate().withFreshPrimary();
        byte[] sealed = keys.seal(PLAIN, BINDING);

        MasterKeys back;
        try (Secret text = keys.serialised()) {
            assertThat(new String(text.bytes(), StandardCharsets.ISO_8859_1)).matches("[A-Za-z0-9+/=]+");
            back = MasterKeys.parse(text);
        }

        assertThat(back.primaryId()).isEqualTo(keys.primaryId());
        assertThat(back.open(sealed, BINDING)).isEqualTo(PLAIN);
    }

    @Test
    void anOldCiphertextOpensUntilItsKeyIsDropped() throws GeneralSecurityException {
        MasterKeys old = MasterKeys.generate();
        byte[] sealed = old.seal(PLAIN, BINDING);
        MasterKeys both = old.withFreshPrimary();
        MasterKeys fresh = both.primaryOnly();

        assertThat(both.open(sealed, BINDING)).isEqualTo(PLAIN);
        assertThat(MasterKeys.keyIdOf(both.seal(PLAIN, BINDING))).isEqualTo(fresh.primaryId());
        assertThat(fresh.has(old.primaryId())).isFalse();
        assertThatThrownBy(() -> fresh.open(sealed, BINDING)).isInstanceOf(GeneralSecurityException.class);
        assertThat(both.sealingWith(old.primaryId()).primaryId()).isEqualTo(old.primaryId());
        assertThatThrownBy(() -> fresh.sealingWith(old.primaryId())).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void neverGrowsBeyondTwoKeysWhichFitAWindowsCredential() throws GeneralSecurityException {
        MasterKeys keys = MasterKeys.generate();

        for (int i = 0; i < 20; i++) {
            keys = keys.withFreshPrimary();
            try (Secret text = keys.serialised()) {
                int asUtf16 = new String(text.bytes(), StandardCharsets.ISO_8859_1)
                        .getBytes(StandardCharsets.UTF_16LE).length;
                assertThat(asUtf16).isLessThan(KeyringHolder.MAX_ENTRY_BYTES / 2);
            }
        }

        assertThat(keys.size()).isEqualTo(MasterKeys.MAX_KEYS);
    }

    @Test
    void refusesWhatIsNoKeysetOfLoupe() throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle weaker = KeysetHandle.generateNew(PredefinedAeadParameters.AES128_CTR_HMAC_SHA256,
                RegistryConfiguration.get());
        String otherKind = Base64.getEncoder().encodeToString(TinkProtoKeysetFormat.serializeKeyset(weaker,
                InsecureSecretKeyAccess.get(), RegistryConfiguration.get()));

        for (String wrong : new String[] {"", "not base64!", "AAAA", "Zm9yZWlnbg==", otherKind}) {
            try (Secret text = Secret.ofChars(wrong)) {
                assertThatThrownBy(() -> MasterKeys.parse(text)).isInstanceOf(GeneralSecurityException.class);
            }
        }
    }
}
