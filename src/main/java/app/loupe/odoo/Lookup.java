package app.loupe.odoo;

import app.loupe.domain.Exempt;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Looks up a host in a way that can be abandoned: the system's own lookup cannot be interrupted and may take half a
 * minute without a network. Its thread is left behind and ends when the system gives up.
 */
final class Lookup implements DnsResolver {
    private final DnsResolver system;
    private final BooleanSupplier over;
    private final Consumer<Phase> phase;
    private final AtomicReference<@Nullable FutureTask<InetAddress[]>> current = new AtomicReference<>();
    private final AtomicReference<List<InetAddress>> found = new AtomicReference<>(List.of());

    /**
     * A lookup through the system.
     *
     * @param over whether the waiting ended before there was a lookup to abandon
     * @param phase is told when the lookup begins, and when it has succeeded
     */
    Lookup(DnsResolver system, BooleanSupplier over, Consumer<Phase> phase) {
        this.system = system;
        this.over = over;
        this.phase = phase;
    }

    @Override
    @Exempt(rule = "A12", because = "a lookup that nobody waits for any more must not keep a thread of a pool")
    public InetAddress[] resolve(String host) throws UnknownHostException {
        phase.accept(Phase.LOOKUP);
        var task = new FutureTask<>(() -> system.resolve(host));
        current.set(task);
        if (over.getAsBoolean()) {
            throw new UnknownHostException();
        }
        Thread.ofPlatform().daemon().name("odoo-lookup").start(task);
        try {
            InetAddress[] addresses = task.get();
            found.set(List.of(addresses));
            phase.accept(Phase.CONNECTION);
            return addresses;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof UnknownHostException unknown ? unknown : unknown(failure);
        } catch (CancellationException abandoned) {
            throw unknown(abandoned);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unknown(stopped);
        } finally {
            current.set(null);
        }
    }

    private static UnknownHostException unknown(Exception cause) {
        var unknown = new UnknownHostException();
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return system.resolveCanonicalHostname(host);
    }

    /** The addresses of the last lookup that succeeded; none before. From any thread. */
    List<InetAddress> found() {
        return found.get();
    }

    /** Ends the waiting for a lookup under way; may be called from any thread, at any time. */
    void abandon() {
        FutureTask<InetAddress[]> task = current.get();
        if (task != null) {
            task.cancel(false);
        }
    }
}
