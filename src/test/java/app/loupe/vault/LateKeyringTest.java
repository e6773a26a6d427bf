package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A keyring that goes on after nobody waited any more, as once its owner has answered: no key is lost by that. */
class LateKeyringTest {
    private static final InstallId INSTALL = new InstallId("0123456789abcdef");

    /** What the system does late, once its owner has answered. */
    enum Late {
        OPENING,
        WRITING
    }

    private final AtomicReference<String> entry = new AtomicReference<>("");
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits for its owner as the system does, whom no interruption wakes. */
    private void ask() {
        boolean interrupted = false;
        while (answered.getCount() > 0) {
            try {
                answered.await();
            } catch (InterruptedException notNow) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private OpenKeyring keyring(Late late, boolean first) {
        return new OpenKeyring() {
            @Override
            public String read(String service, String account) {
                return entry.get();
            }

            @Override
            public void write(String service, String account, String text) {
                if (first && late == Late.WRITING) {
                    ask();
                }
                entry.set(text);
                written.add(text);
            }

            @Override
            public void close() {
                if (first) {
                    closed.countDown();
                }
            }
        };
    }

    private KeyringHolder holder(Late late, Duration limit, CountDownLatch opened) {
        return new KeyringHolder(KeyringKind.MACOS, limit, storage -> {
            boolean first = opened.getCount() > 0;
            opened.countDown();
            if (first && late == Late.OPENING) {
                ask();
            }
            return keyring(late, first);
        });
    }

    private static void store(KeyringHolder holder, String text) throws ProblemException {
        try (Secret keyset = Secret.ofChars(text)) {
            holder.store(INSTALL, keyset);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatWasGivenUpNeverTakesThePlaceOfOneThatWasKeptSince(Late late) throws Exception {
        KeyringHolder holder = holder(late, Duration.ofMillis(200), new CountDownLatch(1));
        assertThatThrownBy(() -> store(holder, "first")).hasMessage("keyring-slow");
        // nobody can tell when the first comes to its end: meanwhile no other is begun
        assertThatThrownBy(() -> store(holder, "second")).hasMessage("keyring-slow");

        answered.countDown();
        closed.await();
        store(holder, "third");

        assertThat(holder.load(INSTALL)).isInstanceOfSatisfying(KeyState.Present.class,
                kept -> assertThat(kept.keyset().sameAs(Secret.ofChars("third"))).isTrue());
        assertThat(written).as("what had begun ends, and nothing else comes late")
                .isEqualTo(late == Late.WRITING ? List.of("first", "third") : List.of("third"));
    }

    @Test
    void oneThatIsAnsweredInTimeIsKept() throws Exception {
        answered.countDown();
        store(holder(Late.OPENING, KeyringHolder.LIMIT, new CountDownLatch(1)), "first");

        assertThat(written).containsExactly("first");
    }
}
