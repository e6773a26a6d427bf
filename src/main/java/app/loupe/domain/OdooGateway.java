package app.loupe.domain;

import org.jspecify.annotations.Nullable;

/** The way to real Odoo servers: over TLS only, and only to the given address. */
@Blocking
public interface OdooGateway extends AutoCloseable {
    /**
     * Greets the server and asks for its version and databases; sends nothing secret.
     *
     * @throws UntrustedCertificateException when the owner has to decide about the certificate
     */
    ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel) throws ProblemException;

    /** Signs in and reads one record id of each model; reports what failed by its own code. */
    SignInFacts test(Endpoint endpoint, @Nullable CertificatePin pin, SecretAccess secret, CancelToken cancel)
            throws ProblemException;

    /** Opens a reading session; every request goes to the log. */
    InvoiceSource open(Endpoint endpoint, @Nullable CertificatePin pin, SecretAccess secret, RequestLog log,
            CancelToken cancel) throws ProblemException;

    @Override
    void close();
}
