package app.loupe.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an owner does with connections; the window and the command line use the same. */
@Blocking
public interface Connections {
    /** All, in the order they were added. */
    List<ConnectionProfile> list() throws ProblemException;

    /**
     * What keeps a connection from being whole: {@link ProblemCode#PASSWORD_LOST} until its password is typed again,
     * {@link ProblemCode#COPY_UNFILLED} until a sync has filled a copy that was damaged.
     */
    Map<ConnectionId, List<Problem>> problems() throws ProblemException;

    /**
     * Address, database and user of an Odoo connection, also of one that lost its password; empty for the sample company,
     * and where the address was lost, too.
     */
    Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException;

    /** Greets a server; see {@link OdooGateway#probe}. */
    ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel) throws ProblemException;

    /** Tests what the owner typed; the secret stays the caller's to close. */
    SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException;

    /** Tests a stored connection. */
    SignInFacts test(ConnectionId id, CancelToken cancel) throws ProblemException;

    /** Seals and stores a connection; the secret stays the caller's to close. */
    ConnectionProfile add(Endpoint endpoint, Secret secret, String name, @Nullable LocalDate since,
            @Nullable CertificatePin pin) throws ProblemException;

    /**
     * Gives a stored connection, or one that lost its password, a new password or key and a new pin; endpoint, name and
     * local copy stay. The secret stays the caller's to close.
     */
    ConnectionProfile renew(ConnectionId id, Secret secret, @Nullable CertificatePin pin) throws ProblemException;

    /** Adds the sample company, once. */
    ConnectionProfile addSample() throws ProblemException;

    /** Deletes password, row, invoices and everything else of a connection, at once and for good. */
    Deletion delete(ConnectionId id) throws ProblemException;

    /** What a deletion did. */
    record Deletion(int invoices, Optional<Problem> notice) {}
}
