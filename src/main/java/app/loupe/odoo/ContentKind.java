package app.loupe.odoo;

import java.util.Locale;
import java.util.Set;

/** Names the kind of content that came in place of an answer, in words of the standard: a server's own are never repeated. */
final class ContentKind {
    private static final Set<String> KNOWN = Set.of("text/plain", "text/html", "text/xml", "text/javascript",
            "text/css",
            "text/csv", "application/xml", "application/xhtml+xml", "application/javascript",
            "application/octet-stream", "application/pdf", "application/zip");
    private static final Set<String> MAIN = Set.of("text", "application", "image", "audio", "video", "font", "model",
            "multipart", "message");

    private ContentKind() {}

    /** A known type; otherwise the main type; otherwise only that there is a type. */
    static String of(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (KNOWN.contains(type)) {
            return type;
        }
        String main = type.split("/", 2)[0];
        return (MAIN.contains(main) ? main : "*") + "/*";
    }
}
