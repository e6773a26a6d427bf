package app.loupe.odoo;

import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UntrustedCertificateException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.core5.net.InetAddressUtils;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the server of one connection is the right one: by the owner's pin alone where there is one, else by
 * this computer's authorities and the host name. It does all checks itself, so that no switch of the Java machine can
 * turn one off. Called during the TLS greeting, before anything of the request was sent.
 */
final class OwnerTrust extends X509ExtendedTrustManager {
    /** Kinds of names in a certificate (RFC 5280, GeneralName). */
    private static final int DNS_NAME = 2;
    private static final int ADDRESS = 7;

    private final OdooAddress address;
    private final @Nullable CertificatePin pin;
    private final X509TrustManager authorities;

    OwnerTrust(OdooAddress address, @Nullable CertificatePin pin, X509TrustManager authorities) {
        this.address = address;
        this.pin = pin;
        this.authorities = authorities;
    }

    private void check(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw refused(ProblemCode.TLS_FAILED);
        }
        X509Certificate leaf = chain[0];
        demandValidToday(leaf);
        if (CertificateStrength.isWeak(chain)) {
            throw refused(ProblemCode.TLS_FAILED);
        }
        if (pin != null) {
            if (!CertificateReading.pin(leaf).equals(pin)) {
                throw undecided(ProblemCode.CERTIFICATE_CHANGED, leaf);
            }
            return;
        }
        demandAuthority(chain, authType);
        demandHost(leaf);
    }

    private void demandValidToday(X509Certificate certificate) throws CertificateException {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException outside) {
            throw refused(ProblemCode.CERTIFICATE_EXPIRED);
        }
    }

    private void demandAuthority(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            authorities.checkServerTrusted(chain, authType);
        } catch (CertificateException untrusted) {
            for (Throwable cause = untrusted; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                    throw refused(ProblemCode.CERTIFICATE_EXPIRED);
                }
            }
            throw undecided(ProblemCode.CERTIFICATE_UNKNOWN, chain[0]);
        }
    }

    private void demandHost(X509Certificate leaf) throws CertificateException {
        String host = address.host().startsWith("[")
                ? address.host().substring(1, address.host().length() - 1)
                : address.host();
        try {
            // the common name was never meant to be a host name, and "*" or "*.com" would be every host
            if (!names(leaf, host) || CertificateReading.hasBroadWildcard(leaf)) {
                throw refused(ProblemCode.CERTIFICATE_WRONG_HOST);
            }
            new DefaultHostnameVerifier(PublicSuffixMatcherLoader.getDefault()).verify(host, leaf);
        } catch (SSLException otherHost) {
            throw refused(ProblemCode.CERTIFICATE_WRONG_HOST);
        }
    }

    /** Whether it names servers of this kind at all: where it names none, the verifier would take the common name for one. */
    private static boolean names(X509Certificate leaf, String host) throws CertificateParsingException {
        boolean isAddress = InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
        Collection<List<?>> names = leaf.getSubjectAlternativeNames();
        return names != null && names.stream()
                .anyMatch(name -> Objects.equals(name.getFirst(), isAddress ? ADDRESS : DNS_NAME));
    }

    /** The refusal of a certificate about which the owner may decide, with what the decision needs. */
    private RefusedCertificateException undecided(ProblemCode code, X509Certificate leaf) throws CertificateException {
        CertificateFacts facts = CertificateReading.facts(leaf);
        return new RefusedCertificateException(new UntrustedCertificateException(
                Problem.of(code, address.server(), facts.fingerprint().display()), facts));
    }

    private RefusedCertificateException refused(ProblemCode code) {
        return new RefusedCertificateException(ProblemException.of(code, address.server()));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw refused(ProblemCode.TLS_FAILED);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw refused(ProblemCode.TLS_FAILED);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw refused(ProblemCode.TLS_FAILED);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
