package app.loupe.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * One request that left this computer.
 *
 * @param host host and port it went to
 * @param model Odoo's model; empty for version, database list and sign-in
 * @param method {@code search_read}, {@code read}, {@code authenticate}, {@code version}, {@code list}
 * @param rows records in the answer
 * @param bytes bytes of the answer on the wire, after decompression
 * @param status HTTP status, 0 when there was none
 * @param outcome {@code ok} or the key of a {@link ProblemCode}
 * @param tls protocol of the connection
 */
public record RequestRecord(Instant at, String host, String model, String method, int rows, long bytes, int status,
        Duration took, String outcome, String tls) {}
