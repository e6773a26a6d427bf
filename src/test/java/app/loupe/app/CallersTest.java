package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTest {
    private final List<String> seen = new ArrayList<>();

    /** Fails as where too many files are open, until somebody can call, and is closed then. */
    private final class Full extends ServerSocketChannel {
        private final int failures;
        private int asked;

        Full(int failures) {
            super(SelectorProvider.provider());
            this.failures = failures;
        }

        @Override
        public SocketChannel accept() throws IOException {
            asked++;
            if (asked <= failures) {
                seen.add("failed");
                throw new IOException("Too many open files");
            }
            if (asked > failures + 1) {
                close();
                throw new ClosedChannelException();
            }
            return SocketChannel.open();
        }

        @Override
        public ServerSocketChannel bind(SocketAddress local, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T getOption(SocketOption<T> name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<SocketOption<?>> supportedOptions() {
            return Set.of();
        }

        @Override
        public ServerSocket socket() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SocketAddress getLocalAddress() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void implCloseSelectableChannel() {
            seen.add("closed");
        }

        @Override
        protected void implConfigureBlocking(boolean block) {
            throw new UnsupportedOperationException();
        }
    }

    private void served(SocketChannel caller) {
        seen.add("served");
        try {
            caller.close();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private boolean paused() {
        seen.add("paused");
        return true;
    }

    @Test
    void aSystemThatGivesNoCallerIsNotAskedAgainAtOnce() {
        new Callers(new Full(2), this::paused).each(this::served);

        assertThat(seen).containsExactly("failed", "paused", "failed", "paused", "served", "closed");
    }

    @Test
    void oneThatCannotBeServedIsHungUpOnAndKeepsNoneOfTheNextAway() {
        var callers = new ArrayList<SocketChannel>();

        new Callers(new Full(0), this::paused).each(caller -> {
            callers.add(caller);
            throw new InternalError("no thread");
        });

        assertThat(callers).singleElement().satisfies(caller -> assertThat(caller.isOpen()).isFalse());
        assertThat(seen).containsExactly("closed");
    }

    @Test
    void whoMayNotPauseGoesOnNoMore() {
        new Callers(new Full(2), () -> false).each(this::served);

        assertThat(seen).containsExactly("failed");
    }
}
