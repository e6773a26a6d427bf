package app.loupe.domain;

import java.util.List;

/**
 * What a server tells anybody, before anything secret is sent.
 *
 * @param version "19.0", "saas~18.4": as the server says it
 * @param tls "TLSv1.3"
 * @param pinned whether the certificate was accepted by the owner's pin and not by an authority
 * @param databases names the server lists; empty when it keeps them to itself, and after a test, which does not ask
 */
public record ServerFacts(String version, String tls, CertificateFacts certificate, boolean pinned,
        List<String> databases) {}
