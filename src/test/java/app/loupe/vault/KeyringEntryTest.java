package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a keyring says when it is closed changes nothing; what is wrong with the program is not kept quiet. */
class KeyringEntryTest {
    private final CredentialManager windows = new CredentialManager();

    /** @param end what closing throws */
    private KeyringEntry entry(Throwable end) {
        return KeyringEntry.of(KeyringKind.WINDOWS, storage -> new OpenKeyring() {
            @Override
            public String read(String service, String account) throws PasswordAccessException {
                return windows.read(service, account);
            }

            @Override
            public void write(String service, String account, String text) throws PasswordAccessException {
                windows.write(service, account, text);
            }

            @Override
            public void close() throws Exception {
                switch (end) {
                    case Error error -> throw error;
                    case Exception exception -> throw exception;
                    default -> throw new AssertionError(end);
                }
            }
        }, new InstallId("install"), new AtomicBoolean());
    }

    static List<Throwable> endings() {
        return List.of(new Exception("the bus is gone"), new NoClassDefFoundError("a library"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whatClosingThrowsChangesNothing(Throwable end) {
        KeyringEntry entry = entry(end);

        assertThat(entry.write("key", () -> false)).isEmpty();
        assertThat(entry.read()).isInstanceOf(KeyState.Present.class);
        windows.refuse(5);
        assertThat(entry.write("key", () -> false)).contains(ProblemCode.KEYRING_DENIED);
    }

    @Test
    void anErrorIsNotKeptQuiet() {
        KeyringEntry entry = entry(new InternalError("of Java"));

        assertThatThrownBy(() -> entry.write("key", () -> false)).isInstanceOf(InternalError.class);
    }
}
