package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.HeldInvoices;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.NotedChange;
import app.loupe.domain.ProblemException;
import app.loupe.store.BookRows.Noted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Decides under which of the connections that were asked for a change is listed, where several lead to its books: users
 * of one database may see different invoices. That is the first one whose copy holds the invoice. A change of an invoice
 * that only others hold is theirs. One that no copy holds, because they were deleted or are being filled, is listed under
 * the first. That an invoice may no longer be seen is a matter of the one that cannot see it.
 */
final class ChangeHolders {
    private final Set<ConnectionId> asked;
    private final BookPart part;
    /** By books, and only of those to which several connections lead. */
    private final Map<Long, Map<ConnectionId, Map<Long, Presence>>> held = new HashMap<>();

    private ChangeHolders(Set<ConnectionId> asked, BookPart part) {
        this.asked = asked;
        this.part = part;
    }

    /** The changes of a part that these connections are to be told, in its order. */
    static List<NotedChange> told(BookPart part, Set<ConnectionId> asked, HeldInvoices copies)
            throws ProblemException {
        var holders = new ChangeHolders(asked, part);
        holders.look(copies);
        var told = new ArrayList<NotedChange>();
        for (Noted one : part.wanted()) {
            holders.whose(one).ifPresent(whose -> told.add(new NotedChange(whose, one.number(), one.change())));
        }
        return told;
    }

    private void look(HeldInvoices copies) throws ProblemException {
        var invoices = new HashMap<Long, Set<Long>>();
        part.wanted().forEach(one -> invoices.computeIfAbsent(one.book(), none -> new HashSet<>())
                .add(one.change().invoice()));
        for (var of : invoices.entrySet()) {
            SortedSet<ConnectionId> leads = leads(of.getKey());
            if (leads.size() > 1) {
                var all = new HashMap<ConnectionId, Map<Long, Presence>>();
                for (ConnectionId id : leads) {
                    all.put(id, copies.held(id, of.getValue()));
                }
                held.put(of.getKey(), all);
            }
        }
    }

    private SortedSet<ConnectionId> leads(long book) {
        return Optional.ofNullable(part.leads().get(book)).orElseThrow();
    }

    private Optional<ConnectionId> whose(Noted one) {
        SortedSet<ConnectionId> leads = leads(one.book());
        List<ConnectionId> holders = leads.stream().filter(id -> presence(one, id).isPresent()).toList();
        return (holders.isEmpty() ? leads.stream() : holders.stream().filter(id -> isTold(one, id)))
                .filter(asked::contains).findFirst();
    }

    private boolean isTold(Noted one, ConnectionId holder) {
        return one.change().kind() != Kind.INACCESSIBLE
                || presence(one, holder).filter(Presence.NO_LONGER_ACCESSIBLE::equals).isPresent();
    }

    private Optional<Presence> presence(Noted one, ConnectionId id) {
        return Optional.ofNullable(
                held.getOrDefault(one.book(), Map.of()).getOrDefault(id, Map.of()).get(one.change().invoice()));
    }
}
