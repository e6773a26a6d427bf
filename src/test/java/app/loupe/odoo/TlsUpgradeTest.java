package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class TlsUpgradeTest {
    @Test
    void offersTheSameSuitesInAnotherOrderWhereJavaHasNoAesInstructions() throws Exception {
        String[] usual = SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();

        String[] preferred = TlsUpgrade.preferred(usual, "mixed mode, emulated-client, sharing");

        assertThat(preferred).containsExactlyInAnyOrder(usual).startsWith("TLS_CHACHA20_POLY1305_SHA256");
        assertThat(preferred).filteredOn(suite -> !suite.contains("CHACHA20"))
                .containsSubsequence("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");
    }

    @Test
    void leavesTheOrderAloneWithBothCompilers() throws Exception {
        String[] usual = SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();

        assertThat(TlsUpgrade.preferred(usual, "mixed mode, sharing")).containsExactly(usual);
        assertThat(TlsUpgrade.preferred(usual, "")).containsExactly(usual);
    }
}
