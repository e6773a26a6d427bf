package app.loupe.updates;

import app.loupe.domain.Blocking;
import app.loupe.domain.Exempt;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the announcement, with a request that carries nothing but its address: no version, no system, no cookie. Only over
 * TLS with a certificate of this computer's authorities; no redirect, no proxy, no second try, no more bytes than an
 * announcement has, and no longer than a limit; only the system's lookup of the name cannot be ended, and is waited for.
 */
@Exempt(rule = "A12", because = "the one question that is not for the owner's Odoo is asked where nothing of an Odoo is known")
final class ManifestServer {
    /** How long the whole exchange may take. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int MOST_HEADERS = 100;
    private static final int MOST_HEADER_CHARS = 8_192;

    private final URI address;
    private final Supplier<SSLContext> tls;
    private final Duration limit;
    private final Supplier<ScheduledExecutorService> timers;

    /**
     * A way to that address; nothing is opened yet.
     *
     * @param tls whom this computer trusts; asked for with each exchange, because reading it would slow down every start
     * @param timers makes one that ends an exchange which takes too long; it is ended with the exchange
     */
    ManifestServer(URI address, Supplier<SSLContext> tls, Duration limit, Supplier<ScheduledExecutorService> timers) {
        this.address = address;
        this.tls = tls;
        this.limit = limit;
        this.timers = timers;
    }

    /**
     * Asks once.
     *
     * @throws IOException when nobody answers in time
     * @throws RefusedManifestException when who answers is not the server, or not with an announcement
     */
    @Blocking
    String ask() throws IOException, RefusedManifestException {
        var exchange = new Exchange();
        try (ScheduledExecutorService timer = timers.get(); CloseableHttpClient client = client(exchange)) {
            try {
                var _ = timer.schedule(exchange::end, limit.toMillis(), TimeUnit.MILLISECONDS);
                String text = client.execute(new HttpGet(address), response -> read(response, exchange));
                if (exchange.ended.get()) {
                    throw new IOException("took too long");
                }
                return text;
            } catch (RefusedAnswerException refused) {
                throw new RefusedManifestException(refused.why);
            } catch (SSLException refused) {
                if (exchange.ended.get()) {
                    throw new IOException("took too long", refused);
                }
                throw new RefusedManifestException("no TLS with the server that was meant");
            } finally {
                timer.shutdownNow();
            }
        }
    }

    /** The one connection, which can be ended in each of its phases. */
    private static final class Exchange implements DetachedSocketFactory {
        private final AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
        private final AtomicBoolean ended = new AtomicBoolean();

        @Override
        public Socket create(Proxy proxy) throws IOException {
            var fresh = new Socket(Proxy.NO_PROXY);
            socket.set(fresh);
            if (ended.get()) {
                fresh.close();
            }
            return fresh;
        }

        void end() {
            ended.set(true);
            close();
        }

        void close() {
            Socket open = socket.get();
            if (open != null) {
                try {
                    open.close();
                } catch (IOException alreadyBroken) {
                    // a socket that cannot be closed is closed
                    return;
                }
            }
        }
    }

    private CloseableHttpClient client(Exchange exchange) {
        var operator = new DefaultHttpClientConnectionOperator(exchange, DefaultSchemePortResolver.INSTANCE,
                SystemDefaultDnsResolver.INSTANCE, RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", new DefaultClientTlsStrategy(tls.get())).build());
        var connections = new BasicHttpClientConnectionManager(operator, ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(MOST_HEADER_CHARS)
                        .build())
                .build());
        Timeout whole = Timeout.of(limit);
        connections.setConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(whole).setSocketTimeout(whole).build());
        return HttpClients.custom().setConnectionManager(connections).disableDefaultUserAgent()
                .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement()
                .disableContentCompression().disableAuthCaching().disableConnectionState()
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(whole).setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false).setProtocolUpgradeEnabled(false).build())
                .build();
    }

    /** Comes out of the HTTP client, which lets no other checked exception through. */
    private static final class RefusedAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String why;

        RefusedAnswerException(String why) {
            super(why);
            this.why = why;
        }
    }

    private static String read(ClassicHttpResponse response, Exchange exchange) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != HttpStatus.SC_OK || entity == null || entity.getContentEncoding() != null) {
            throw refused("status " + response.getCode(), exchange);
        }
        InputStream body = entity.getContent();
        byte[] bytes = body.readNBytes(SignedManifest.MOST_CHARS + 1);
        if (bytes.length > SignedManifest.MOST_CHARS) {
            throw refused("too large", exchange);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The connection goes first: the HTTP client reads the rest of an answer before it lets go of it, whatever it is. */
    private static RefusedAnswerException refused(String why, Exchange exchange) {
        exchange.close();
        return new RefusedAnswerException(why);
    }
}
