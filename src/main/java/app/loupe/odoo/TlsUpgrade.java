package app.loupe.odoo;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Makes a TCP connection a TLS 1.2 or 1.3 connection to a server that {@link OwnerTrust} accepts. */
final class TlsUpgrade implements TlsSocketStrategy {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** How Java names its machine when its second compiler is off, as for every command (decision 48). */
    private static final String WITHOUT_AES_INSTRUCTIONS = "emulated-client";
    private static final String WITHOUT_AES = "_CHACHA20_POLY1305_";

    private final SSLContext context;
    private final Consumer<Phase> phase;

    /** @param phase is told when the greeting begins, and when it has succeeded */
    TlsUpgrade(OwnerTrust trust, Consumer<Phase> phase) {
        this.phase = phase;
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no TLS", impossible);
        }
    }

    /** The authorities that this computer's Java trusts. */
    static X509TrustManager systemAuthorities() {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast).findFirst()
                    .orElseThrow(() -> new IllegalStateException("this Java has no authorities"));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("this Java has no authorities", unusable);
        }
    }

    /**
     * The same suites, the fastest on this virtual machine first: without the second compiler Java uses no AES
     * instructions, and AES in plain Java is slower than ChaCha20. The server decides in the end.
     */
    static String[] preferred(String[] enabled, String machine) {
        return machine.contains(WITHOUT_AES_INSTRUCTIONS)
                ? Arrays.stream(enabled)
                        .sorted(Comparator.comparing((String suite) -> !suite.contains(WITHOUT_AES)))
                        .toArray(String[]::new)
                : enabled;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext httpContext)
            throws IOException {
        phase.accept(Phase.GREETING);
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, target, port, true);
        secured.setEnabledProtocols(PROTOCOLS);
        secured.setEnabledCipherSuites(preferred(secured.getEnabledCipherSuites(),
                System.getProperty("java.vm.info", "")));
        secured.startHandshake();
        phase.accept(Phase.ANSWER);
        return secured;
    }
}
