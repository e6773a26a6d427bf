package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.LineTerm;
import app.loupe.review.LineHits;
import app.loupe.ui.common.Background;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which invoices have a line with a searched text or amount. Each term is searched once and its hits are kept for as long as it is
 * asked for, because a search of all lines is slow and a sync would ask for it with every page; {@link #age} lets the
 * next question search once more. On the FX thread only.
 */
final class LineSearch {
    private final InvoiceReader reader;
    private final Background background;
    private final Runnable onEnded;
    private final Map<LineTerm, Set<InvoiceKey>> hits = new HashMap<>();
    private final Set<LineTerm> current = new HashSet<>();
    private final Set<LineTerm> searching = new HashSet<>();
    private Set<ConnectionId> ids = Set.of();
    private long generation;

    /** A search; {@code onEnded} is told when no more is to come: hits that somebody asked for, or a failure. */
    LineSearch(InvoiceReader reader, Background background, Runnable onEnded) {
        this.reader = reader;
        this.background = background;
        this.onEnded = onEnded;
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

    /** Asks for terms, and forgets those that are asked for no longer; whether more is to come. */
    boolean ask(Set<LineTerm> terms) {
        hits.keySet().retainAll(terms);
        current.retainAll(terms);
        Set<LineTerm> unknown = terms.stream().filter(term -> !current.contains(term) && searching.add(term))
                .collect(Collectors.toUnmodifiableSet());
        if (!unknown.isEmpty()) {
            start(unknown);
        }
        return !current.containsAll(terms);
    }

    private void start(Set<LineTerm> terms) {
        long mine = generation;
        Set<ConnectionId> where = ids;
        background.run("search lines", () -> reader.withLines(where, terms)).onSuccess(found -> {
            if (mine == generation) {
                hits.putAll(found);
                current.addAll(terms);
            }
        }).afterwards(() -> {
            if (mine == generation) {
                terms.forEach(searching::remove);
                onEnded.run();
            }
        }).start();
    }
}
