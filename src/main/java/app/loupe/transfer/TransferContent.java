package app.loupe.transfer;

import app.loupe.domain.InAnyCase;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedConnection;
import java.util.List;
import java.util.Map;

/**
 * What a transfer file holds, but the history. Whoever has it closes it, and the passwords are wiped.
 *
 * @param changes of the history
 */
public record TransferContent(Map<String, String> settings, List<KeptFilter> filters,
        List<MovedConnection> connections, List<MovedBook> books, long changes) implements AutoCloseable {
    /** Copies the collections. */
    public TransferContent {
        settings = Map.copyOf(settings);
        filters = List.copyOf(filters);
        connections = List.copyOf(connections);
        books = List.copyOf(books);
    }

    @Override
    public void close() {
        InAnyCase.all(connections.stream().map(one -> (Runnable) one::close).toList());
    }
}
