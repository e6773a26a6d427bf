package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class PaddedPasswordTest {
    @Test
    void writesLengthThenPasswordThenZeros() throws ProblemException {
        byte[] block;
        try (Secret password = Secret.ofChars("é1")) {
            block = PaddedPassword.pad(password);
        }

        byte[] expected = new byte[256];
        expected[1] = 3;
        expected[2] = (byte) 0xc3;
        expected[3] = (byte) 0xa9;
        expected[4] = '1';
        assertThat(block).isEqualTo(expected);
    }

    @Test
    void refusesBlocksThatItCouldNotHaveMade() throws GeneralSecurityException {
        byte[] empty = new byte[256];
        byte[] tooLong = new byte[256];
        tooLong[1] = (byte) 0xff;
        byte[] dirty = new byte[256];
        dirty[1] = 1;
        dirty[2] = 'x';
        PaddedPassword.unpad(dirty.clone()).close();
        dirty[255] = 1;

        for (byte[] wrong : new byte[][] {empty, tooLong, dirty, new byte[0], new byte[255], new byte[257]}) {
            assertThatThrownBy(() -> PaddedPassword.unpad(wrong)).isInstanceOf(GeneralSecurityException.class);
        }
    }
}
