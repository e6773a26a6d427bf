package app.loupe.odoo;

import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** Reads from a certificate what an owner is shown of it. */
final class CertificateReading {
    private static final Pattern BROAD = Pattern.compile("\\*(\\.[^.]*)?");

    private static final int MOST_NAME_CHARS = 200;

    private CertificateReading() {}

    static CertificateFacts facts(X509Certificate leaf) throws CertificateEncodingException {
        return new CertificateFacts(pin(leaf), bounded(leaf.getSubjectX500Principal()),
                bounded(leaf.getIssuerX500Principal()), leaf.getNotAfter().toInstant());
    }

    /** Whoever made the certificate chose the name: a longer one could push the fingerprint out of sight. */
    private static String bounded(X500Principal principal) {
        String name = principal.getName();
        if (name.length() <= MOST_NAME_CHARS) {
            return name;
        }
        int end = Character.isLowSurrogate(name.charAt(MOST_NAME_CHARS)) ? MOST_NAME_CHARS - 1 : MOST_NAME_CHARS;
        return name.substring(0, end) + "\u2026";
    }

    /** Whether one of the host names stands for a whole top-level domain or for everything. */
    static boolean hasBroadWildcard(X509Certificate leaf) throws CertificateParsingException {
        Collection<List<?>> names = leaf.getSubjectAlternativeNames();
        return names != null && names.stream().anyMatch(
                name -> name.size() > 1 && name.get(1) instanceof String text && BROAD.matcher(text).matches());
    }

    static CertificatePin pin(X509Certificate leaf) throws CertificateEncodingException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded());
            return new CertificatePin(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
