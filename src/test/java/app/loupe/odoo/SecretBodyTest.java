package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Secret;
import app.loupe.odoo.WireMessage.SecretPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBodyTest {
    private static final String CANARY = "Zq9canary";

    @ParameterizedTest
    @ValueSource(strings = {"plain", "q\"b\\s/", "tab\tline\nnull\u0000bell\u0007del\u007f", "äöü€😀", "",
        "\u001f\u2028"})
    void theSecretArrivesAsTheSameJsonString(String password) throws Exception {
        var message = new WireMessage("POST", "/jsonrpc", "[", "]", SecretPlace.BODY, "");
        var out = new ByteArrayOutputStream();

        try (var secret = Secret.ofChars(password);
                var ready = OutgoingSecret.quoted(secret);
                var body = SecretBody.around(message, ready)) {
            body.writeTo(out);
            assertThat(body.getContentLength()).isEqualTo(out.size());
        }

        assertThat(StrictJson.parse(out.toString(StandardCharsets.UTF_8)).get(0).stringValue()).isEqualTo(password);
    }

    @Test
    void whatWasWrittenOnceIsGone() throws Exception {
        var message = new WireMessage("POST", "/jsonrpc", "[", "]", SecretPlace.BODY, "");
        var first = new ByteArrayOutputStream();
        var again = new ByteArrayOutputStream();
        try (var secret = Secret.ofChars(CANARY);
                var ready = OutgoingSecret.quoted(secret);
                var body = SecretBody.around(message, ready)) {
            body.writeTo(first);
            body.writeTo(again);
        }

        assertThat(first.toString(StandardCharsets.UTF_8)).isEqualTo("[\"" + CANARY + "\"]");
        assertThat(again.toByteArray()).isEqualTo(("[" + "\0".repeat(CANARY.length() + 2) + "]").getBytes(
                StandardCharsets.UTF_8));
    }

    @Test
    void theArrayThatIsLentToTheStreamIsWipedAlsoWhenTheStreamBreaks() {
        var lent = new ArrayList<byte[]>();
        var broken = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("byte by byte");
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(CANARY);
                lent.add(bytes);
                throw new IOException("broken");
            }
        };
        try (var secret = Secret.ofChars(CANARY); var ready = OutgoingSecret.quoted(secret)) {
            assertThatThrownBy(() -> ready.writeTo(broken)).hasMessage("broken");

            assertThat(lent).singleElement().isEqualTo(new byte[CANARY.length() + 2]);
        }
    }

    @Test
    void aBearerLineGoesPastTheBuffersAndShowsNothing() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var secret = Secret.ofChars(CANARY); var line = BearerHeader.line(secret)) {
            var header = new BearerHeader(line);

            assertThat(header + header.getValue() + line).doesNotContain(CANARY);
            header.writeTo(out);
        }

        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("Authorization: Bearer " + CANARY + "\r\n");
    }
}
