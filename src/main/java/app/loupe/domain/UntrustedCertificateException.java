package app.loupe.domain;

/**
 * The owner has to decide about the certificate: no authority that this computer trusts vouches for it
 * ({@link ProblemCode#CERTIFICATE_UNKNOWN}), or it is not the pinned one ({@link ProblemCode#CERTIFICATE_CHANGED}).
 * Nothing but the TLS greeting was sent.
 */
public class UntrustedCertificateException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final transient CertificateFacts certificate;

    /** The problem and the certificate that the server showed, which the owner may pin. */
    public UntrustedCertificateException(Problem problem, CertificateFacts certificate) {
        super(problem);
        this.certificate = certificate;
    }

    /** What to show before the owner decides. */
    public CertificateFacts certificate() {
        return certificate;
    }
}
