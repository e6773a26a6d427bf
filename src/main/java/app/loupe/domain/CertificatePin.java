package app.loupe.domain;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The SHA-256 fingerprint of the one certificate that an owner trusts for one connection: 64 lower-case hex digits. */
public record CertificatePin(String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Refuses anything but 64 lower-case hex digits. */
    public CertificatePin {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 fingerprint");
        }
    }

    /**
     * Reads a fingerprint as people write it: with colons or spaces, in either case, with or without {@code SHA256:}, or the
     * whole line that openssl writes.
     */
    public static CertificatePin parse(String typed) {
        return new CertificatePin(
                typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^sha-?256( fingerprint)?[:=]", "")
                        .replaceAll("[: ]", ""));
    }

    /** Pairs with colons in upper case, as browsers show it. */
    public String display() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(sha256));
    }
}
