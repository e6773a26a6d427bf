package app.loupe.domain;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The canonical address of an Odoo: https, lower-case ASCII host, port only when it is not 443, path without a trailing
 * slash and without Odoo's own pages ({@code /web}, {@code /odoo}, with the language of a website before them). Made only
 * by {@link #parse}; part of what binds a stored password (see SECURITY.md), so its form never changes from one version
 * of Loupe to another.
 */
public record OdooAddress(String host, int port, String path) {
    /** The port of https. */
    public static final int HTTPS_PORT = 443;

    private static final String ONLINE = ".odoo.com";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(?!\\d+([/?#]|$)).*");

    /**
     * Reads what an owner types: {@code acme} (an Odoo Online name), {@code erp.acme.com/web#id=3},
     * {@code https://host:8443/odoo}. A word alone is a name at Odoo Online. With https or a port it is a server of that
     * name, such as one in an office: nothing is added to an address that is typed in full.
     *
     * @throws ProblemException {@link ProblemCode#ADDRESS_NOT_HTTPS} for any other scheme,
     *     {@link ProblemCode#ADDRESS_INVALID} for user info, white space inside, no host, or an impossible port or path
     */
    public static OdooAddress parse(String typed) throws ProblemException {
        String text = PastedText.of(typed);
        if (text.isEmpty() || text.length() > 2_000 || text.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)) {
            throw ProblemException.of(ProblemCode.ADDRESS_INVALID);
        }
        boolean schemeGiven = SCHEME.matcher(text).matches() || text.startsWith("//");
        if (schemeGiven && !text.toLowerCase(Locale.ROOT).startsWith("https://")) {
            throw ProblemException.of(ProblemCode.ADDRESS_NOT_HTTPS);
        }
        String rest = schemeGiven ? text.substring("https://".length()) : text;
        int end = firstOf(rest, "/?#");
        String authority = rest.substring(0, end);
        if (authority.isEmpty() || authority.contains("@") || authority.contains("%")) {
            throw ProblemException.of(ProblemCode.ADDRESS_INVALID);
        }
        String path = rest.substring(end).replaceFirst("[?#].*$", "");
        return of(authority, path, schemeGiven);
    }

    private static OdooAddress of(String authority, String path, boolean inFull) throws ProblemException {
        String name = authority;
        int port = HTTPS_PORT;
        int colon = authority.lastIndexOf(':');
        if (colon >= 0 && !authority.endsWith("]")) {
            name = authority.substring(0, colon);
            port = port(authority.substring(colon + 1));
        }
        String host = host(name);
        if (!inFull && colon < 0 && !host.contains(".") && !host.equals("localhost")) {
            host = host + ONLINE;
        }
        String kept = path.replaceFirst("^(/[a-z]{2}(_[A-Z]{2})?)?/(web|odoo)(/.*)?$", "").replaceFirst("/+$", "");
        if (!PATH.matcher(kept).matches() || kept.contains("/.")) {
            throw ProblemException.of(ProblemCode.ADDRESS_INVALID);
        }
        return new OdooAddress(host, port, kept);
    }

    private static int port(String digits) throws ProblemException {
        if (!digits.matches("[0-9]{1,5}")) {
            throw ProblemException.of(ProblemCode.ADDRESS_INVALID);
        }
        int port = Integer.parseInt(digits);
        if (port == 80) {
            throw ProblemException.of(ProblemCode.ADDRESS_NOT_HTTPS);
        }
        if (port < 1 || port > 65_535) {
            throw ProblemException.of(ProblemCode.ADDRESS_INVALID);
        }
        return port;
    }

    private static String host(String typed) throws ProblemException {
        if (typed.startsWith("[") && typed.endsWith("]") && typed.matches("\\[[0-9a-fA-F:.]+]")) {
            return typed.toLowerCase(Locale.ROOT);
        }
        String ascii;
        try {
            ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            throw new ProblemException(Problem.of(ProblemCode.ADDRESS_INVALID), notAName);
        }
        if (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        if (!HOST.matcher(ascii).matches()) {
            throw ProblemException.of(ProblemCode.ADDRESS_INVALID);
        }
        for (String label : ascii.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                throw ProblemException.of(ProblemCode.ADDRESS_INVALID);
            }
        }
        return ascii;
    }

    private static int firstOf(String text, String stops) {
        for (int i = 0; i < text.length(); i++) {
            if (stops.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** The canonical URL, as stored and shown: {@code https://erp.acme.com:8443/sub}. */
    public String url() {
        return "https://" + server() + path;
    }

    /** Host, and port when it is not 443: which server it is, for an owner who asks about it. */
    public String server() {
        return host + (port == HTTPS_PORT ? "" : ":" + port);
    }

    /** The URL of one of Odoo's end points, {@code path} beginning with a slash. */
    public URI resolve(String endpoint) {
        try {
            return new URI(url() + endpoint);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not an end point", impossible);
        }
    }

    /** The database name that Odoo Online gives to {@code name.odoo.com}; empty elsewhere. */
    public String likelyDatabase() {
        return host.endsWith(ONLINE) ? host.substring(0, host.length() - ONLINE.length()) : "";
    }

    @Override
    public String toString() {
        return url();
    }
}
