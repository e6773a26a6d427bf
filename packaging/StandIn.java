import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands in for an Odoo 19 in a rehearsal (aot-cache.sh), so that Java learns what a sync reads: on the loopback, over TLS, with
 * one record of each kind. It knows the names of fields and no more of Odoo than that.
 */
final class StandIn {
    private static final Pattern FIELDS = Pattern.compile("\"fields\"\\s*:\\s*\\[([^\\]]*)\\]");
    private static final Pattern NAME = Pattern.compile("\"([a-z0-9_]+)\"");
    private static final Pattern BEHIND = Pattern.compile("\\[\\s*\"id\"\\s*,\\s*\">\"\\s*,\\s*[1-9]");

    private StandIn() {}

    /** The key store with its only certificate, its password, and the file for the port and the certificate's fingerprint. */
    public static void main(String[] arguments) throws Exception {
        char[] password = arguments[1].toCharArray();
        var keys = KeyStore.getInstance(Path.of(arguments[0]).toFile(), password);
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", StandIn::answer);
        server.start();
        byte[] certificate = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
        String said = server.getAddress().getPort() + " "
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate)) + "\n";
        Path half = Files.writeString(Path.of(arguments[2] + ".half"), said);
        Files.move(half, Path.of(arguments[2]));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/");
        String said = path.length > 3 && path[1].equals("json")
                ? records(path[3], asked)
                : "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"server_version\":\"19.0\"}}";
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static String records(String model, String asked) {
        Matcher fields = FIELDS.matcher(asked);
        if (BEHIND.matcher(asked).find() || !fields.find()) {
            return "[]";
        }
        String values = NAME.matcher(fields.group(1)).results().map(name -> name.group(1)).filter(name -> !name.equals("id"))
                .map(name -> ",\"" + name + "\":" + value(model, name)).collect(Collectors.joining());
        return "[{\"id\":1" + values + "}]";
    }

    private static String value(String model, String field) {
        return switch (field) {
            case "write_date" -> "\"2026-01-15 10:00:00\"";
            case "move_type" -> "\"out_invoice\"";
            case "state", "parent_state" -> "\"posted\"";
            case "payment_state" -> "\"not_paid\"";
            case "account_type" -> "\"asset_receivable\"";
            case "display_type" -> "\"payment_term\"";
            case "name", "display_name" -> "\"" + model + "/2026/00001\"";
            case "line_ids", "invoice_line_ids" -> "[1]";
            case "quantity" -> "1.0";
            default -> field.startsWith("amount_") || field.startsWith("price_") || field.equals("balance")
                    ? "100.0"
                    : field.endsWith("_ids") ? "[]" : field.endsWith("_id") ? "1"
                            : field.endsWith("date") || field.endsWith("date_due") ? "\"2026-01-15\"" : "false";
        };
    }
}
