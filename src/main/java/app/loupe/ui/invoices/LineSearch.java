package app.loupe.ui.invoices;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.review.LineHits;
import app.loupe.ui.common.Background;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which invoices have a line with a searched text. Each text is searched once and its hits are kept for as long as it is
 * asked for, because a search of all lines is slow and a sync would ask for it with every page; {@link #age} lets the
 * next question search once more. On the FX thread only.
 */
final class LineSearch {
    private final InvoiceReader reader;
    private final Background background;
    private final Runnable onFound;
    private final Map<String, Set<InvoiceKey>> hits = new HashMap<>();
    private final Set<String> current = new HashSet<>();
    private final Set<String> searching = new HashSet<>();
    private Set<ConnectionId> ids = Set.of();
    private long generation;

    /** A search; {@code onFound} is told when hits have come that somebody asked for. */
    LineSearch(InvoiceReader reader, Background background, Runnable onFound) {
        this.reader = reader;
        this.background = background;
        this.onFound = onFound;
    }

    /** Forgets all: the lines of other connections are meant from now on. */
    void over(Set<ConnectionId> connections) {
        ids = connections;
        hits.clear();
        age();
    }

    /** Searches again at the next question; what was found is used until then. */
    void age() {
        generation++;
        current.clear();
        searching.clear();
    }

    /** What is known so far. */
    LineHits hits() {
        return new LineHits(hits);
    }

    /** Asks for texts, and forgets those that are asked for no longer; whether more is to come. */
    boolean ask(List<String> texts) {
        hits.keySet().retainAll(texts);
        current.retainAll(texts);
        List<String> unknown = texts.stream().filter(text -> !current.contains(text) && searching.add(text)).toList();
        if (!unknown.isEmpty()) {
            start(unknown);
        }
        return !current.containsAll(texts);
    }

    private void start(List<String> texts) {
        long mine = generation;
        Set<ConnectionId> where = ids;
        background.run("search lines", () -> search(where, texts)).onSuccess(found -> {
            if (mine == generation) {
                hits.putAll(found);
                current.addAll(texts);
                onFound.run();
            }
        }).afterwards(() -> {
            if (mine == generation) {
                texts.forEach(searching::remove);
            }
        }).start();
    }

    @Blocking
    private Map<String, Set<InvoiceKey>> search(Set<ConnectionId> where, List<String> texts) throws ProblemException {
        var found = new HashMap<String, Set<InvoiceKey>>();
        for (String text : texts) {
            found.put(text, reader.withLineText(where, text));
        }
        return found;
    }
}
