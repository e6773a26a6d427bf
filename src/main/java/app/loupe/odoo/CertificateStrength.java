package app.loupe.odoo;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;

/** Decides whether a certificate chain rests on keys or hashes that can be forged today. */
final class CertificateStrength {
    private static final int LEAST_RSA_BITS = 2_048;
    private static final int LEAST_EC_BITS = 224;

    private CertificateStrength() {}

    /** Looks at every certificate; a self-signed one's own signature proves nothing and is not judged. */
    static boolean isWeak(X509Certificate[] chain) {
        for (X509Certificate certificate : chain) {
            boolean selfSigned = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            if (isWeakKey(certificate.getPublicKey())
                    || (isWeakHash(certificate.getSigAlgName()) && !(selfSigned && chain.length > 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWeakKey(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() < LEAST_RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() < LEAST_EC_BITS;
            default -> key.getAlgorithm().equals("DSA");
        };
    }

    private static boolean isWeakHash(String algorithm) {
        String name = algorithm.toUpperCase(Locale.ROOT);
        return name.startsWith("SHA1") || name.startsWith("SHA-1") || name.startsWith("MD");
    }
}
