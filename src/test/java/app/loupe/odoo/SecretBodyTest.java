package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Secret;
import app.loupe.odoo.WireMessage.SecretPlace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBodyTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain", "q\"b\\s/", "tab\tline\nnull\u0000bell\u0007del\u007f", "äöü€😀", "",
        "\u001f\u2028"})
    void theSecretArrivesAsTheSameJsonString(String password) throws Exception {
        var message = new WireMessage("POST", "/jsonrpc", "[", "]", SecretPlace.BODY, "");
        var out = new ByteArrayOutputStream();

        try (var secret = Secret.ofChars(password); var body = SecretBody.around(message, secret)) {
            body.writeTo(out);
            assertThat(body.getContentLength()).isEqualTo(out.size());
        }

        assertThat(StrictJson.parse(out.toString(StandardCharsets.UTF_8)).get(0).stringValue()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zq9canary"})
    void nothingIsLeftAfterClose(String password) throws Exception {
        var message = new WireMessage("POST", "/jsonrpc", "[", "]", SecretPlace.BODY, "");
        var out = new ByteArrayOutputStream();
        try (var secret = Secret.ofChars(password)) {
            var body = SecretBody.around(message, secret);
            var header = new BearerHeader(secret);
            body.close();
            header.close();
            body.writeTo(out);

            assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(password);
            assertThat(header.getBuffer().toString() + header + header.getValue()).doesNotContain(password);
        }
    }
}
