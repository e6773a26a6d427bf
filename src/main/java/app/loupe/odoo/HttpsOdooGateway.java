package app.loupe.odoo;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.Deadline;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Exempt;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.OdooGateway;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RequestLog;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/** The way to real Odoo servers over HTTPS. Safe for use by several threads; every call has its own connection. */
public final class HttpsOdooGateway implements OdooGateway {
    private static final SecretAccess NO_SECRET = new SecretAccess() {
        @Override
        public <T, X extends Exception> T use(Use<T, X> use) throws ProblemException {
            throw ProblemException.of(ProblemCode.REQUEST_FORBIDDEN);
        }
    };

    private final Supplier<X509TrustManager> authorities;
    private final Limits limits;
    private final DnsResolver dns;
    private final ScheduledExecutorService timer;
    private final ExecutorService ahead;

    /** A gateway that trusts this computer's authorities; they are read with the first connection. */
    public HttpsOdooGateway() {
        this(() -> OfThisComputer.AUTHORITIES, Limits.STANDARD, SystemDefaultDnsResolver.INSTANCE, deadlines());
    }

    HttpsOdooGateway(X509TrustManager authorities, Limits limits) {
        this(authorities, limits, SystemDefaultDnsResolver.INSTANCE, deadlines());
    }

    /** @param timer of the deadlines; the gateway ends it */
    HttpsOdooGateway(X509TrustManager authorities, Limits limits, DnsResolver dns, ScheduledExecutorService timer) {
        this(() -> authorities, limits, dns, timer);
    }

    private HttpsOdooGateway(Supplier<X509TrustManager> authorities, Limits limits, DnsResolver dns,
            ScheduledExecutorService timer) {
        this.authorities = authorities;
        this.limits = limits;
        this.dns = dns;
        this.timer = timer;
        this.ahead = ahead();
    }

    /** Read once: a hundred and more certificates, which no start waits for. */
    private static final class OfThisComputer {
        static final X509TrustManager AUTHORITIES = TlsUpgrade.systemAuthorities();
    }

    @Exempt(rule = "A12", because = "the timer that ends an exchange at its deadline lives and ends with the gateway")
    private static ScheduledExecutorService deadlines() {
        return Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().name("odoo-deadlines").daemon(true).unstarted(work));
    }

    @Exempt(rule = "A12", because = "a thread for each request that is asked ahead, which ends with its exchange")
    private static ExecutorService ahead() {
        return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("odoo-ahead").daemon(true).factory());
    }

    private Caller caller(HttpWire wire, SecretAccess secret, RequestLog log) {
        return new Caller(wire, secret, log, new AskedAhead(ahead));
    }

    @Override
    public ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        return Deadline.within(limits.exchange(), () -> {
            try (var wire = wire(address, pin, cancel)) {
                var greeting = Greeting.of(caller(wire, NO_SECRET, HttpsOdooGateway::forget));
                return facts(greeting, pin, greeting.databases());
            }
        });
    }

    private static ServerFacts facts(Greeting greeting, @Nullable CertificatePin pin, List<String> databases)
            throws ProblemException {
        Caller caller = greeting.caller();
        var certificate = caller.certificate()
                .orElseThrow(() -> ProblemException.of(ProblemCode.TLS_FAILED, caller.address().url()));
        return new ServerFacts(greeting.version().text(), caller.tls(), certificate,
                pin != null, databases);
    }

    @Override
    public SignInFacts test(Endpoint endpoint, @Nullable CertificatePin pin, SecretAccess secret, CancelToken cancel)
            throws ProblemException {
        return Deadline.within(limits.exchange(), () -> tested(endpoint, pin, secret, cancel));
    }

    private SignInFacts tested(Endpoint endpoint, @Nullable CertificatePin pin, SecretAccess secret, CancelToken cancel)
            throws ProblemException {
        boolean apiKey = SignIn.hasApiKey(secret);
        try (var wire = wire(endpoint.address(), pin, cancel)) {
            var greeting = Greeting.of(caller(wire, secret, HttpsOdooGateway::forget));
            SignedIn server = new SignIn(greeting, endpoint, apiKey).signIn();
            var unreadable = EnumSet.noneOf(RecordKind.class);
            for (RecordKind kind : RecordKind.values()) {
                if (!isReadable(server.reader(), kind)) {
                    unreadable.add(kind);
                }
            }
            // the database is known by now; the list is not asked for, because Odoo 14 makes a session file for that
            return new SignInFacts(facts(greeting, pin, List.of()), server.dialect().name(), !server.apiKey(),
                    unreadable);
        }
    }

    private static boolean isReadable(ModelReader reader, RecordKind kind) throws ProblemException {
        try {
            reader.search(kind, Criteria.any(), FieldMap.ID_ONLY, 0, 1, References.NAMED);
            return true;
        } catch (ProblemException failure) {
            if (failure.problem().code() == ProblemCode.NO_RIGHT) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public InvoiceSource open(Endpoint endpoint, @Nullable CertificatePin pin, SecretAccess secret, RequestLog log,
            CancelToken cancel) throws ProblemException {
        return Deadline.within(limits.exchange(), () -> opened(endpoint, pin, secret, log, cancel));
    }

    private InvoiceSource opened(Endpoint endpoint, @Nullable CertificatePin pin, SecretAccess secret, RequestLog log,
            CancelToken cancel) throws ProblemException {
        boolean apiKey = SignIn.hasApiKey(secret);
        var wire = wire(endpoint.address(), pin, cancel);
        try (var half = HalfOpen.closedBy(wire::close)) {
            var greeting = Greeting.of(caller(wire, secret, log));
            return half.whole(new OdooSession(new SignIn(greeting, endpoint, apiKey).signIn()));
        }
    }

    private HttpWire wire(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel) {
        return new HttpWire(address, new OwnerTrust(address, pin, authorities.get()), limits, timer, dns, cancel);
    }

    /**
     * Probes and tests are no part of a run, and kept nowhere: version and list of databases, or version, sign-in and one
     * id of each kind of records.
     */
    private static void forget(RequestRecord request) {}

    @Override
    public void close() {
        timer.shutdownNow();
        ahead.shutdown();
    }
}
