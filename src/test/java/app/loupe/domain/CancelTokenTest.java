package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CancelTokenTest {
    /** So many that a walk over the registered ones meets some that come while it goes on. */
    private static final int MANY = 1_000;

    private final CancelToken cancel = new CancelToken();
    private final List<String> aborted = new ArrayList<>();

    @Test
    void whatComesWhileTheWorkIsBeingStoppedIsAbortedOnce() {
        List<AtomicInteger> late = IntStream.range(0, MANY).mapToObj(i -> new AtomicInteger()).toList();
        cancel.onCancel(() -> late.forEach(one -> cancel.onCancel(one::incrementAndGet)));

        cancel.cancel();
        cancel.cancel();

        assertThat(late).extracting(AtomicInteger::get).containsOnly(1);
    }

    @Test
    void oneThatFailsLeavesNoneOfTheOthersGoingOn() {
        for (int i = 0; i < 3; i++) {
            cancel.onCancel(() -> {
                aborted.add("failed");
                throw new IllegalStateException("a socket");
            });
        }

        assertThatThrownBy(cancel::cancel).isInstanceOf(IllegalStateException.class);

        assertThat(aborted).hasSize(3);
    }

    @Test
    void whatIsOverIsNotAborted() {
        CancelToken.Registration over = cancel.onCancel(() -> aborted.add("over"));
        over.close();
        cancel.cancel();

        cancel.onCancel(() -> aborted.add("at once"));

        assertThat(aborted).containsExactly("at once");
    }
}
