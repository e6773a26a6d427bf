package app.loupe.domain;

import java.time.Instant;

/** What an owner is shown of a server's certificate. */
public record CertificateFacts(CertificatePin fingerprint, String subject, String issuer, Instant validUntil) {}
