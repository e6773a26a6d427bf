package app.loupe.odoo;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Deadline;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages over one TLS connection to one address, one at a time: no proxy, no redirect, no cookie, no retry. It
 * is the only class that opens a socket to an Odoo, and every message passes {@link ReadOnlyGate} first.
 */
final class HttpWire implements AutoCloseable {
    private static final String USER_AGENT = "Loupe/" + Optional.ofNullable(
            HttpWire.class.getPackage().getImplementationVersion()).orElse("0");
    private static final int MOST_HEADERS = 200;
    private static final int MOST_HEADER_CHARS = 16_384;

    private final OdooAddress address;
    private final Limits limits;
    private final ScheduledExecutorService timer;
    private final CancelToken cancel;
    private final WireFaults faults;
    private final AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.ANSWER);
    private final Lookup lookup;
    private final BodyBuffers bodies = new BodyBuffers();
    private final CloseableHttpClient client;

    HttpWire(OdooAddress address, OwnerTrust trust, Limits limits, ScheduledExecutorService timer,
            DnsResolver dns, CancelToken cancel) {
        this.address = address;
        this.limits = limits;
        this.timer = timer;
        this.cancel = cancel;
        this.lookup = new Lookup(dns, ended::get, phase::set);
        this.faults = new WireFaults(address, () -> LocalNetwork.mayBeClosed(System.getProperty("os.name", ""),
                lookup.found()));
        this.client = client(new TlsUpgrade(trust, phase::set));
    }

    private CloseableHttpClient client(TlsUpgrade tls) {
        // with a chunk size hint of 0, body bytes bypass the connection's buffer, which could not be wiped
        var http1 = Http1Config.custom().setChunkSizeHint(0).setMaxHeaderCount(MOST_HEADERS)
                .setMaxLineLength(MOST_HEADER_CHARS).build();
        var operator = new DefaultHttpClientConnectionOperator(tracked(), DefaultSchemePortResolver.INSTANCE,
                lookup, RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
        var connections = new BasicHttpClientConnectionManager(operator,
                ManagedHttpClientConnectionFactory.builder().http1Config(http1)
                        .requestWriterFactory(SecretHeadWriter::new).build());
        Timeout whole = Timeout.of(limits.exchange());
        connections.setConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(whole).setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS).build());
        return HttpClients.custom().setRequestExecutor(new FewInterimAnswers()).setConnectionManager(connections)
                .setUserAgent(USER_AGENT)
                .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement()
                .disableContentCompression().disableAuthCaching().disableConnectionState()
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(whole).setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false).setProtocolUpgradeEnabled(false)
                        .setExpectContinueEnabled(false).build())
                .build();
    }

    /** Remembers the socket, so that an abort reaches it in every phase, connecting included. */
    private DetachedSocketFactory tracked() {
        return new DetachedSocketFactory() {
            @Override
            public Socket create(Proxy proxy) {
                var fresh = new Socket(Proxy.NO_PROXY);
                socket.set(fresh);
                if (ended.get()) {
                    // between the lookup and here there was no socket that an abort could close
                    close(fresh);
                }
                return fresh;
            }
        };
    }

    /**
     * Sends a message and reads the whole answer, whatever its status, before the {@link Deadline} of this thread and in
     * no more than {@link Limits#exchange}.
     *
     * <p>May be called by different threads, one after the other.
     *
     * @param secret in the form of the message's place for it; wiped when it is written
     * @throws ProblemException when the gate refuses, when there is no answer, or none that is within bounds
     */
    Received exchange(WireMessage message, @Nullable OutgoingSecret secret) throws ProblemException {
        cancel.check();
        ReadOnlyGate.check(message);
        var request = new HttpUriRequestBase(message.verb(), address.resolve(message.path()));
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (!message.database().isEmpty()) {
            request.setHeader("X-Odoo-Database", message.database());
        }
        switch (message.place()) {
            case NOWHERE -> {
                if (message.verb().equals("POST")) {
                    request.setEntity(SecretBody.open(message));
                }
            }
            case BODY -> request.setEntity(SecretBody.around(message, demand(secret)));
            case HEADER -> {
                request.setHeader(new BearerHeader(demand(secret)));
                request.setEntity(SecretBody.open(message));
            }
        }
        return send(request);
    }

    private static OutgoingSecret demand(@Nullable OutgoingSecret secret) throws ProblemException {
        if (secret == null) {
            throw ProblemException.of(ProblemCode.REQUEST_FORBIDDEN);
        }
        return secret;
    }

    private Received send(HttpUriRequestBase request) throws ProblemException {
        Duration left = Deadline.left(limits.exchange());
        if (!left.isPositive()) {
            throw faults.inVain(Phase.ANSWER);
        }
        phase.set(Phase.ANSWER);
        ended.set(false);
        try (var watch = new Watch(limits, left, timer, cancel, () -> abort(request))) {
            var context = HttpClientContext.create();
            try {
                return client.execute(request, context, response -> read(response, context, watch));
            } catch (RefusedAnswerException answer) {
                // the rest of a refused body must not be read as the next answer
                abort(request);
                throw watch.state() == Watch.State.GOING_ON
                        ? answer.refusal
                        : faults.of(answer, watch.state(), phase.get());
            } catch (IOException failure) {
                throw faults.of(failure, watch.state(), phase.get());
            }
        }
    }

    /** Carries a refusal out of the HTTP client, which lets no checked exception of ours through. */
    private static final class RefusedAnswerException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient ProblemException refusal;

        RefusedAnswerException(ProblemException refusal) {
            this.refusal = refusal;
        }
    }

    private Received read(ClassicHttpResponse response, HttpClientContext context, Watch watch) throws IOException {
        SSLSession tls = context.getSSLSession();
        if (tls == null) {
            throw new SSLPeerUnverifiedException("not over TLS");
        }
        BodyBuffers.Room room = bodies.take();
        try (var half = HalfOpen.closedBy(room::close)) {
            ByteBuffer body = BoundedBody.read(response, limits.mostBytes(), watch, room.buffer());
            Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
            return half.whole(new Received(response.getCode(), type == null ? "" : type.getValue(), body, room,
                    RetryAfter.of(response), tls.getProtocol(),
                    DateUtils.parseStandardDate(response, HttpHeaders.DATE),
                    tls.getPeerCertificates()[0] instanceof X509Certificate shown ? shown : null));
        } catch (ProblemException refused) {
            abortQuietly();
            throw new RefusedAnswerException(refused);
        }
    }

    private void abort(HttpUriRequestBase request) {
        abortQuietly();
        request.cancel();
    }

    private void abortQuietly() {
        ended.set(true);
        lookup.abandon();
        Socket open = socket.get();
        if (open != null) {
            close(open);
        }
    }

    private static void close(Socket open) {
        try {
            open.close();
        } catch (IOException alreadyBroken) {
            // a socket that cannot be closed is closed
            return;
        }
    }

    OdooAddress address() {
        return address;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
