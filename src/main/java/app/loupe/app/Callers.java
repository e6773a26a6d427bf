package app.loupe.app;

import app.loupe.domain.Exempt;
import app.loupe.domain.FailureCode;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who call at a socket, one after the other, until it is closed. A system that gives none is not asked again at once. */
@Exempt(rule = "A12", because = "a socket file in the data folder is no network; the class opens nothing")
final class Callers {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    private final ServerSocketChannel socket;
    private final BooleanSupplier pause;

    /** @param pause waits after a call that failed, as where too many files are open; whether to go on */
    Callers(ServerSocketChannel socket, BooleanSupplier pause) {
        this.socket = socket;
        this.pause = pause;
    }

    /** Waits for each and has it served; comes back once the socket is closed. */
    void each(Consumer<SocketChannel> served) {
        while (socket.isOpen()) {
            SocketChannel caller;
            try {
                caller = socket.accept();
            } catch (IOException failed) {
                LOG.debug("nobody could call, or the window closes", failed);
                if (socket.isOpen() && !pause.getAsBoolean()) {
                    return;
                }
                continue;
            }
            serve(caller, served);
        }
    }

    /** What one of them brings about keeps none of the next away. */
    private static void serve(SocketChannel caller, Consumer<SocketChannel> served) {
        try {
            served.accept(caller);
        } catch (RuntimeException | Error failure) {
            FailureCode.logged(failure, code -> LOG.error("a caller was not served, code {}", code.value(), failure));
            try {
                caller.close();
            } catch (IOException gone) {
                LOG.debug("a caller is left to the end of its process", gone);
            }
        }
    }
}
