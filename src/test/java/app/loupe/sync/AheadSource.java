package app.loupe.sync;

import app.loupe.domain.InvoiceSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A session through a proxy whose clock is ahead: it says another time than the books write. */
final class AheadSource {
    private AheadSource() {}

    static InvoiceSource of(InvoiceSource source, Duration ahead) {
        return telling(source, time -> Optional.of(time.plus(ahead)));
    }

    /** A session through a proxy that takes the clock away. */
    static InvoiceSource silent(InvoiceSource source) {
        return telling(source, time -> Optional.empty());
    }

    private static InvoiceSource telling(InvoiceSource source, Function<Instant, Optional<Instant>> told) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(source, arguments);
                        return method.getName().equals("serverTime")
                                ? ((Optional<?>) answer).flatMap(time -> told.apply((Instant) time))
                                : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
