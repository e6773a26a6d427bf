package app.loupe.odoo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.io.HttpMessageWriter;
import org.apache.hc.core5.http.io.SessionOutputBuffer;
import org.apache.hc.core5.http.message.BasicLineFormatter;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Writes the head of a request: every line goes through the buffer of the connection, except the one with a secret. */
final class SecretHeadWriter implements HttpMessageWriter<ClassicHttpRequest> {
    private static final int USUAL_LINE_CHARS = 128;

    @Override
    public void write(ClassicHttpRequest request, SessionOutputBuffer buffer, OutputStream out) throws IOException {
        var format = BasicLineFormatter.INSTANCE;
        var line = new CharArrayBuffer(USUAL_LINE_CHARS);
        format.formatRequestLine(line,
                new RequestLine(request.getMethod(), request.getRequestUri(), HttpVersion.HTTP_1_1));
        buffer.writeLine(line, out);
        for (Iterator<Header> headers = request.headerIterator(); headers.hasNext();) {
            Header header = headers.next();
            if (header instanceof BearerHeader bearer) {
                buffer.flush(out);
                bearer.writeTo(out);
            } else {
                line.clear();
                format.formatHeader(line, header);
                buffer.writeLine(line, out);
            }
        }
        line.clear();
        buffer.writeLine(line, out);
    }
}
