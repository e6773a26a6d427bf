package app.loupe.sync;

import app.loupe.domain.InvoiceSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A session through a proxy whose clock is ahead: it says another time than the books write. */
final class AheadSource {
    private AheadSource() {}

    static InvoiceSource of(InvoiceSource source, Duration ahead) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(source, arguments);
                        return method.getName().equals("serverTime")
                                ? ((Optional<?>) answer).map(time -> ((Instant) time).plus(ahead))
                                : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
