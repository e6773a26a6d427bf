package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.FakeKeyHolder;

class KeyringAtHandTest {
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();

    @Test
    void anOpenOneIsNamedAndKeepsNothing() throws ProblemException {
        assertThat(KeyringAtHand.id(keyring)).isEqualTo("secret-service");
        assertThat(keyring.loads()).isOne();
        assertThat(keyring.stores()).isZero();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(Arguments.of(new KeyState.Locked(), ProblemCode.KEYRING_LOCKED),
                Arguments.of(new KeyState.Denied(), ProblemCode.KEYRING_DENIED),
                Arguments.of(new KeyState.Unavailable("none"), ProblemCode.KEYRING_UNAVAILABLE),
                Arguments.of(new KeyState.Slow(), ProblemCode.KEYRING_SLOW));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void oneThatDoesNotOpenIsTold(KeyState state, ProblemCode code) {
        keyring.answer(state);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> KeyringAtHand.id(keyring))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
