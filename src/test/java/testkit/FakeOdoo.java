package testkit;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import testkit.TestCertificates.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An Odoo on the loopback, over TLS, with books in memory: JSON-RPC as 14 to 18 speak it, JSON-RPC and JSON-2 as 19 does.
 *
 * <pre>{@code
 * try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
 *     odoo.books().addInvoice(1, 10, "Azure Interior", "2026-02-01", 100);
 *     odoo.fault(Fault.status(503, "text/html", "", "Retry-After: 2")); // the next request fails
 *     InvoiceSource source = gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.password(), log, cancel);
 * }
 * }</pre>
 *
 * Its certificate is self-signed: reach it with {@link #pin}. It knows one user with a password and an API key. All
 * requests are kept in {@link #seen}. Faults apply to one request each, in the order given.
 */
public final class FakeOdoo implements AutoCloseable {
    /** The one database. */
    public static final String DATABASE = "books";
    /** The one user. */
    public static final String USER = "bot@acme.example";
    /** The user's password; it needs every kind of JSON escape. */
    public static final String PASSWORD = "Zq9!\"\\\tpä€-long-enough-to-be-found";
    /** The user's API key. */
    public static final String API_KEY = "5a17c0de5a17c0de5a17c0de5a17c0de5a17c0de";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_HEAD_BYTES = 65_536;

    /** Which Odoo it plays: JSON-RPC, and JSON-2 from 19 on; flags on lines to 15, display types from 16 on. */
    public enum Version {
        V14,
        V15,
        V16,
        V17,
        V18,
        V19;

        int major() {
            return Integer.parseInt(name().substring(1));
        }

        boolean isAtLeast(int major) {
            return major() >= major;
        }
    }

    /**
     * One request as it came.
     *
     * @param service "common", "object", "json2" or empty
     * @param model Odoo's model or empty
     * @param method Odoo's method or empty
     * @param headers by lower-case name
     * @param json the body, missing when it is none
     */
    public record Seen(String verb, String path, String service, String model, String method,
            Map<String, String> headers, JsonNode json, String body) {
        /** A header's value; empty when absent. */
        public String header(String lowerCaseName) {
            return headers.getOrDefault(lowerCaseName, "");
        }

        /** {@code service:model.method}, or verb and path. */
        public String call() {
            return service.isEmpty() ? verb + " " + path : service + ":" + model + "." + method;
        }
    }

    private final SSLServerSocket listener;
    private final Identity identity;
    private final Version kind;
    private final OdooBooks books;
    private final FakeAnswers answers = new FakeAnswers(this);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final Set<SSLSocket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String version;
    private volatile boolean jsonRpc = true;
    private volatile String addOn = "";
    private volatile boolean french;
    private volatile UnaryOperator<Fault.Good> way = good -> good;

    private FakeOdoo(Version kind, Identity identity, String... protocols) throws IOException {
        this.kind = kind;
        this.identity = identity;
        this.books = new OdooBooks(kind);
        this.version = kind.major() + ".0";
        listener = (SSLServerSocket) identity.serverContext().getServerSocketFactory().createServerSocket(0, 50,
                InetAddress.getLoopbackAddress());
        if (protocols.length > 0) {
            listener.setEnabledProtocols(protocols);
        }
        Thread.ofPlatform().daemon(true).name("fake-odoo").start(this::accept);
    }

    /** Starts with a self-signed certificate for localhost. */
    public static FakeOdoo start(Version version) {
        return start(version, TestCertificates.certificate().selfSigned());
    }

    /** Starts with this identity and, when given, only these TLS protocols. */
    public static FakeOdoo start(Version version, Identity identity, String... protocols) {
        try {
            return new FakeOdoo(version, identity, protocols);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The books, to fill and to change. */
    public OdooBooks books() {
        return books;
    }

    /** Spoils the next request that has no fault yet. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** Lets so many requests pass, then spoils one. */
    public void faultAfter(int requests, Fault fault) {
        for (int i = 0; i < requests; i++) {
            faults.add((good, out, over) -> out
                    .write(Fault.answer(good.status(), good.contentType(), good.bytes())));
        }
        faults.add(fault);
    }

    /** From now on every answer goes through this before it is sent; the connection stays as it is. */
    public void onTheWay(UnaryOperator<Fault.Good> change) {
        way = change;
    }

    /** Spoils nothing that is not spoilt yet. */
    public void clearFaults() {
        faults.clear();
    }

    /** What the server says of itself, in place of its number. */
    public void sayVersion(String said) {
        version = said;
    }

    /** Takes {@code /jsonrpc} away, as later versions do. */
    public void removeJsonRpc() {
        jsonRpc = false;
    }

    /** The address, with the name of the loopback. */
    public OdooAddress address() {
        try {
            return OdooAddress.parse("https://localhost:" + listener.getLocalPort());
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Address, database and user that work. */
    public Endpoint endpoint() {
        return new Endpoint(address(), DATABASE, USER);
    }

    /** The fingerprint of its certificate. */
    public CertificatePin pin() {
        try {
            return new CertificatePin(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(identity.leaf().getEncoded())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Trusts its certificate alone. */
    X509TrustManager trust() {
        return TestCertificates.trusting(identity);
    }

    /** Lends the user's password. */
    public static SecretAccess password() {
        return lending(PASSWORD);
    }

    /** Lends the user's API key. */
    public static SecretAccess apiKey() {
        return lending(API_KEY);
    }

    /** Lends any text for one call at a time, as the vault does. */
    public static SecretAccess lending(String text) {
        return new SecretAccess() {
            @Override
            public <T, X extends Exception> T use(Use<T, X> use) throws X {
                try (var secret = Secret.ofChars(text)) {
                    return use.with(secret);
                }
            }
        };
    }

    /** Every request so far, oldest first. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Bytes received inside TLS: 0 when nothing but the greeting was sent. */
    public long applicationBytes() {
        return bytes.get();
    }

    /** Connections accepted so far. */
    public int connections() {
        return connections.get();
    }

    boolean isModern() {
        return kind == Version.V19;
    }

    /** Whether {@code search_read} of this model has the arguments of 14: of all models there, and where a module overrides it. */
    boolean knowsNoLoad(String model) {
        boolean overridden = model.equals("account.move.line") && !kind.isAtLeast(17);
        return kind == Version.V14 || overridden || addOn.equals(model);
    }

    /** An add-on gives this model a {@code search_read} with the arguments of 14. */
    public void overrideSearch(String model) {
        addOn = model;
    }

    /** Its user is French, and it words errors for the user, as 18 and later do that have several databases. */
    public void speakFrench() {
        french = true;
    }

    boolean isFrench() {
        return french;
    }

    Version kind() {
        return kind;
    }

    boolean hasJsonRpc() {
        return jsonRpc;
    }

    String version() {
        return version;
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                var socket = (SSLSocket) listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofPlatform().daemon(true).name("fake-odoo-call").start(() -> serve(socket));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket; var in = new BufferedInputStream(socket.getInputStream()); var out = socket.getOutputStream()) {
            while (serveOne(in, out)) {
                out.flush();
            }
        } catch (IOException gone) {
            // the client may leave whenever it likes
            open.remove(socket);
        }
        open.remove(socket);
    }

    private boolean serveOne(InputStream in, OutputStream out) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return false;
        }
        var headers = new HashMap<String, String>();
        String[] lines = head.split("\r\n", -1);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        bytes.addAndGet(body.length);
        String[] first = lines[0].split(" ", -1);
        Seen request = understood(first[0], first[1], headers, body);
        seen.add(request);
        Fault.Good good = way.apply(answers.answer(request));
        Fault fault = faults.poll();
        if (fault != null) {
            fault.write(good, out, closed);
            out.flush();
            return false;
        }
        out.write(Fault.keepingAlive(good.status(), good.contentType(), good.bytes(), "Date: " + books().date()));
        return true;
    }

    private String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int end = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.incrementAndGet();
            head.write(b);
            boolean expected = b == (end % 2 == 0 ? '\r' : '\n');
            end = expected ? end + 1 : b == '\r' ? 1 : 0;
            if (end == 4) {
                return head.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            if (head.size() > MOST_HEAD_BYTES) {
                break;
            }
        }
        return "";
    }

    private static Seen understood(String verb, String path, Map<String, String> headers, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        JsonNode json = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        if (path.startsWith("/json/2/")) {
            String[] parts = path.substring("/json/2/".length()).split("/", -1);
            return new Seen(verb, path, "json2", parts[0], parts.length > 1 ? parts[1] : "", headers, json, text);
        }
        JsonNode params = json.path("params");
        String service = params.path("service").asString("");
        boolean object = service.equals("object");
        JsonNode args = params.path("args");
        return new Seen(verb, path, service, object ? args.path(3).asString("") : "",
                object ? args.path(4).asString("") : params.path("method").asString(""), headers, json, text);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (SSLSocket socket : open) {
                socket.close();
            }
        } catch (IOException alreadyClosed) {
            throw new IllegalStateException(alreadyClosed);
        }
    }
}
