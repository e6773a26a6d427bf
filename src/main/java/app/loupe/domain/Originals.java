package app.loupe.domain;

import java.util.Optional;

/** The original PDFs that the copy holds: those that the owner once asked for. They go with their connection. */
@Blocking
public interface Originals {
    /** The one of this invoice; empty when it was never asked for. */
    Optional<OriginalPdf> original(InvoiceKey invoice) throws ProblemException;

    /**
     * Keeps it in the place of the one before.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} when the connection was deleted meanwhile
     */
    void keep(InvoiceKey invoice, OriginalPdf pdf) throws ProblemException;
}
