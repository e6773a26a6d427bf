package app.loupe.odoo;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Lets a server say "one moment" (a status of 1xx) a few times; the HTTP client alone would wait for ever. */
final class FewInterimAnswers extends HttpRequestExecutor {
    /** Odoo sends none; a proxy may send one or two. */
    static final int MOST = 10;

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
            HttpResponseInformationCallback callback, HttpContext context) throws IOException, HttpException {
        var heard = new AtomicInteger();
        return super.execute(request, connection, (response, way, same) -> {
            if (heard.incrementAndGet() > MOST) {
                throw new ProtocolException("only interim answers");
            }
            if (callback != null) {
                callback.execute(response, way, same);
            }
        }, context);
    }
}
