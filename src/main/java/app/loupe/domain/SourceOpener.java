package app.loupe.domain;

/** Opens the reading session of a connection for one run: signs in, or opens the sample company. */
@Blocking
@FunctionalInterface
public interface SourceOpener {
    /** Opens the session; the caller closes it. */
    InvoiceSource open(ConnectionId id, CancelToken cancel) throws ProblemException;
}
