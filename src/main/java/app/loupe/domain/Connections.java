package app.loupe.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an owner does with connections; the window and the command line use the same. */
@Blocking
public interface Connections extends ServerTests {
    /** All, in the order they were added. */
    List<ConnectionProfile> list() throws ProblemException;

    /**
     * What is wrong with connections: {@link ProblemCode#PASSWORD_LOST} or {@link ProblemCode#ADDRESS_LOST} until its
     * password is typed again, {@link ProblemCode#COPY_UNFILLED} until a sync has filled a copy that was damaged.
     */
    Map<ConnectionId, List<Problem>> problems() throws ProblemException;

    /**
     * Address, database and user of an Odoo connection, also of one that lost its password. Empty for the sample company
     * and where no seal vouches for the address; see {@link CredentialVault#endpoint}.
     */
    Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException;

    /** Tests a stored connection with its stored password, while this certificate is trusted; stores nothing. */
    SignInFacts test(ConnectionId id, @Nullable CertificatePin pin, CancelToken cancel) throws ProblemException;

    /**
     * Seals and stores a connection, invoices from {@code since} on; the secret stays the caller's to close.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_EXISTS} when another connection leads there,
     *     {@link ProblemCode#NAME_TAKEN} when another has this name; nothing is stored then
     */
    ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since) throws ProblemException;

    /**
     * Changes a stored connection, or one that lost its password; its id and its copy stay. When address, database or
     * user change, or were lost, the server is first asked for some of the copy's invoices: other books need another
     * connection. An earlier first day needs no server; the next sync brings the additional documents.
     *
     * @param since documents from this day on, and those without a date; null for all
     * @param secret the new password or key, the caller's to close; null keeps the stored one, which is bound to address,
     *     database and user
     * @throws ProblemException {@link ProblemCode#PASSWORD_EMPTY} without a secret where there must be one,
     *     {@link ProblemCode#CONNECTION_EXISTS} when another connection goes there, {@link ProblemCode#NAME_TAKEN},
     *     {@link ProblemCode#BOOKS_DIFFER}, {@link ProblemCode#KEEPS_MORE} when {@code since} is a later day than now;
     *     nothing is changed then
     */
    ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) throws ProblemException;

    /** Adds the sample company, once. */
    ConnectionProfile addSample() throws ProblemException;

    /** Deletes password, row, invoices and everything else of a connection, at once and for good. */
    default Deletion delete(ConnectionId id) throws ProblemException {
        return delete(id, Notes.GO, DeletionProgress.UNWATCHED);
    }

    /**
     * Notes that a connection is to be deleted once everything that uses it has ended; if the program ends before that,
     * its next start deletes the connection. Call {@link #delete} as soon as nothing holds it up.
     */
    void noteDeletion(ConnectionId id, Notes notes) throws ProblemException;

    /** Like {@link #delete(ConnectionId)}, but keeps the notes if the owner wants that; reports its progress. */
    Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress) throws ProblemException;

    /** What becomes of the owner's book when a connection is deleted: see {@link OwnerBook}. */
    enum Notes {
        /** It goes, unless another connection leads to the same books. */
        GO,
        /** It stays, and a later connection to the same server and database finds it again. */
        STAY
    }

    /** What a deletion did. */
    record Deletion(int invoices, Optional<Problem> notice) {}
}
