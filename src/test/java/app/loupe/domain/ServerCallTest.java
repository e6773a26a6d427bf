package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCallTest {
    @ParameterizedTest
    @ValueSource(strings = {"account.move.search_read", "account.move.line.read", "res.partner.read",
        "product.product.search_read"})
    void readingAModelOfLoupeIsNoWrite(String key) {
        assertThat(ServerCall.of(key)).matches(ServerCall::isReading).matches(call -> !call.isWriting());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "list", "authenticate"})
    void greetingTheServerIsNoWriteAndNoReading(String key) {
        assertThat(ServerCall.of(key)).matches(ServerCall::isGreeting)
                .matches(call -> !call.isReading() && !call.isWriting());
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.move.write", "res.users.read", "res.users.fields_get", "account.move.search",
        "account.move.version", "login", "read", ""})
    void whateverIsNotKnownToReadIsAWrite(String key) {
        assertThat(ServerCall.of(key)).matches(ServerCall::isWriting);
    }
}
