package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InAnyCaseTest {
    private final List<String> done = new ArrayList<>();

    private Runnable fine(String name) {
        return () -> done.add(name);
    }

    private Runnable failing(String name) {
        return () -> {
            done.add(name);
            throw new IllegalStateException(name);
        };
    }

    @Test
    void whatFailsKeepsNothingElseOpenAndIsTold() {
        assertThatThrownBy(() -> InAnyCase.all(
                List.of(fine("way"), failing("copy"), fine("book"), failing("vault"), fine("rows"))))
                .isInstanceOf(IllegalStateException.class).hasMessage("copy")
                .satisfies(told -> assertThat(told.getSuppressed()).singleElement()
                        .satisfies(second -> assertThat(second).hasMessage("vault")));

        assertThat(done).containsExactly("way", "copy", "book", "vault", "rows");
    }

    @Test
    void anErrorIsNoReasonEither() {
        assertThatThrownBy(() -> InAnyCase.all(List.of(() -> {
            throw new OutOfMemoryError("at the copy");
        }, fine("vault")))).isInstanceOf(OutOfMemoryError.class);

        assertThat(done).containsExactly("vault");
    }

    /** Java keeps some failures ready, and throws the same one twice. */
    @Test
    void theSameFailureTwiceKeepsNothingElseOpen() {
        var ready = new IllegalStateException("ready");
        Runnable again = () -> {
            throw ready;
        };

        assertThatThrownBy(() -> InAnyCase.all(List.of(again, again, fine("keys")))).isSameAs(ready);

        assertThat(done).containsExactly("keys");
    }

    @Test
    void whatGoesWellIsSilent() {
        InAnyCase.all(List.of(fine("copy"), fine("book")));

        assertThat(done).containsExactly("copy", "book");
    }
}
