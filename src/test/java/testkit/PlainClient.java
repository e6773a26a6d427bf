package testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import tools.jackson.databind.json.JsonMapper;

/** The least that a client could do: sends requests that a {@link FakeOdoo} saw again, parses the answers, keeps nothing. */
public final class PlainClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "content-length", "connection", "expect",
            "upgrade", "accept-encoding");

    private final FakeOdoo odoo;
    private final HttpClient client;

    /** Of this server, whose certificate it trusts. */
    public PlainClient(FakeOdoo odoo) throws GeneralSecurityException {
        this.odoo = odoo;
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {odoo.trust()}, null);
        client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Sends all of them, one after the other; returns how many of the answers were objects or arrays. */
    public int send(List<FakeOdoo.Seen> requests) throws IOException, InterruptedException {
        int answers = 0;
        for (FakeOdoo.Seen seen : requests) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create("https://localhost:" + odoo.port() + seen.path()))
                    .method(seen.verb(), HttpRequest.BodyPublishers.ofString(seen.body()));
            seen.headers().forEach((name, value) -> {
                if (!OF_THE_CONNECTION.contains(name)) {
                    request.header(name, value);
                }
            });
            byte[] answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
            answers += JSON.readTree(answer).isContainer() ? 1 : 0;
        }
        return answers;
    }

    @Override
    public void close() {
        client.close();
    }
}
