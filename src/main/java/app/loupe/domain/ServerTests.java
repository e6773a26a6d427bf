package app.loupe.domain;

import org.jspecify.annotations.Nullable;

/** Looks at servers before anything of them is kept. */
@Blocking
public interface ServerTests {
    /** Greets a server; see {@link OdooGateway#probe}. */
    ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel) throws ProblemException;

    /** Tests what the owner typed; the secret stays the caller's to close. */
    SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException;
}
