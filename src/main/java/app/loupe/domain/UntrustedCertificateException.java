package app.loupe.domain;

/** No authority that this computer trusts vouches for the certificate; nothing but the TLS greeting was sent. */
public class UntrustedCertificateException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final transient CertificateFacts certificate;

    /** The problem and the certificate that the owner may pin. */
    public UntrustedCertificateException(Problem problem, CertificateFacts certificate) {
        super(problem);
        this.certificate = certificate;
    }

    /** What to show before the owner decides. */
    public CertificateFacts certificate() {
        return certificate;
    }
}
