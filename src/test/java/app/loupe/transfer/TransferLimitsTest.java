package app.loupe.transfer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Secret;
import app.loupe.vault.TransferKey;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** What is not read is not written, either. */
class TransferLimitsTest {
    private static void write(int settings) throws IOException {
        try (Secret phrase = Secret.ofChars("tokar bilun dezal fimok gurat nopes")) {
            var file = new TransferWriter(OutputStream.nullOutputStream(), TransferKey::of, phrase);
            for (int i = 0; i < settings; i++) {
                file.setting("settings.look" + i, "dark");
            }
            file.end();
        }
    }

    @Test
    void noFileIsWrittenThatWouldNotOpen() {
        int most = TransferRow.Kind.SETTING.most();

        assertThatCode(() -> write(most)).doesNotThrowAnyException();
        assertThatThrownBy(() -> write(most + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
