package app.loupe.odoo;

import app.loupe.domain.ProblemException;
import java.security.cert.CertificateException;

/** Carries our own verdict about a certificate through the TLS layer. */
final class RefusedCertificateException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemException verdict;

    RefusedCertificateException(ProblemException verdict) {
        super(verdict.getMessage(), verdict);
        this.verdict = verdict;
    }

    ProblemException verdict() {
        return verdict;
    }
}
