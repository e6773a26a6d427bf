package app.loupe.domain;

/** Opens the reading session of a connection for one run: signs in, or opens the sample company. */
@Blocking
@FunctionalInterface
public interface SourceOpener {
    /**
     * Opens the session; the caller closes it.
     *
     * @param log receives every request of the session, those of opening it included, also when opening fails
     * @param cancel ends whatever call is under way
     */
    InvoiceSource open(ConnectionId id, RequestLog log, CancelToken cancel) throws ProblemException;
}
