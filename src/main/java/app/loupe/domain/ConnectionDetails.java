package app.loupe.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says about a connection to an Odoo beside its password, when it is added and when it is edited.
 *
 * @param name how to call it; when it is blank, a new one is named after its database and a stored one keeps its name
 * @param pin the certificate to trust for this connection alone; null for the system's authorities
 * @param keyExpires the last day of the API key as the owner knows it, see {@link KeyExpiry}; null when it is not known
 */
public record ConnectionDetails(Endpoint endpoint, String name, @Nullable CertificatePin pin,
        @Nullable LocalDate keyExpires) {}
