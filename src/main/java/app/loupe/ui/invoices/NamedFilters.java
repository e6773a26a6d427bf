package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptFilter;
import app.loupe.review.InvoiceOrder;
import app.loupe.ui.common.Memory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The filters that the owner named: saves the search, chips, order and grouping of now, and chooses them again. Certain
 * invoices that another screen counted are no part of it. On the FX thread only.
 */
final class NamedFilters {
    private final InvoicesViewModel model;
    private final Consumer<InvoiceOrder> sortBy;
    private final ReadOnlyObjectWrapper<List<KeptFilter>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Deleted> deleted = new ReadOnlyObjectWrapper<>();
    /** The connections that there are, those among them that are being deleted. */
    private final Set<ConnectionId> connections = new HashSet<>();

    /** None yet; {@code sortBy} orders the list. */
    NamedFilters(InvoicesViewModel model, Consumer<InvoiceOrder> sortBy) {
        this.model = model;
        this.sortBy = sortBy;
    }

    /** One that was deleted, and where it stood. */
    record Deleted(KeptFilter filter, int place) {}

    /** Why a name is not taken. */
    enum Refusal {
        NAME,
        TAKEN,
        MOST,
        SEARCH,
        /** Its name is too long, or nothing that can be typed. */
        COMPANY
    }

    /** All of them, in the order in which they were saved. */
    ReadOnlyObjectProperty<List<KeptFilter>> all() {
        return all.getReadOnlyProperty();
    }

    /** The last one that was deleted and can be brought back; null when there is none. */
    ReadOnlyObjectProperty<@Nullable Deleted> deleted() {
        return deleted.getReadOnlyProperty();
    }

    /** Begins with these, and tells of every change. */
    void begin(List<KeptFilter> kept, Consumer<List<KeptFilter>> whenChanged) {
        all.set(List.copyOf(kept));
        all.subscribe((before, now) -> whenChanged.accept(now));
    }

    /** The window has these connections now. */
    void know(Collection<ConnectionProfile> all) {
        connections.clear();
        add(all);
    }

    /** It has these, and perhaps others. */
    void add(Collection<ConnectionProfile> some) {
        some.forEach(profile -> connections.add(profile.id()));
    }

    /** A connection is gone for good: filters go with the last one, as those that are sealed do. */
    void forget(ConnectionId id) {
        if (connections.remove(id) && connections.isEmpty()) {
            deleted.set(null);
            all.set(List.of());
        }
    }

    /** Why what is chosen now cannot be saved under this name; empty when it can. */
    Optional<Refusal> refusal(String name) {
        if (!KeptFilter.isName(name.strip())) {
            return Optional.of(Refusal.NAME);
        }
        if (KeptFilter.isTaken(name, all.get())) {
            return Optional.of(Refusal.TAKEN);
        }
        if (all.get().size() >= KeptFilter.MOST) {
            return Optional.of(Refusal.MOST);
        }
        if (!KeptFilter.isShort(model.choice().search().get())) {
            return Optional.of(Refusal.SEARCH);
        }
        return chosen(name).isToKeep() ? Optional.empty() : Optional.of(Refusal.COMPANY);
    }

    /** Saves what is chosen now; whether {@link #refusal} let it. */
    boolean save(String name) {
        if (refusal(name).isPresent()) {
            return false;
        }
        all.set(Stream.concat(all.get().stream(), Stream.of(chosen(name))).toList());
        return true;
    }

    private KeptFilter chosen(String name) {
        var words = new Memory(Map.of());
        var choice = new InvoiceMemory(words);
        choice.note(model.choice().state());
        choice.noteCompany(model.choice().company().get());
        choice.note(model.order().get());
        choice.note(model.groups().by().get());
        return new KeptFilter(name.strip(), model.choice().search().get(), words.values());
    }

    /** Chooses what was saved then. */
    void choose(KeptFilter filter) {
        var choice = new InvoiceMemory(new Memory(filter.choice()));
        model.choice().become(choice.chips(FilterChoice.State.USUAL).searching(filter.search())
                .of(choice.company()));
        choice.order().ifPresent(sortBy);
        model.groups().by().set(choice.grouping());
    }

    /** Forgets one; it can be brought back until another one is deleted. */
    void delete(KeptFilter filter) {
        int place = all.get().indexOf(filter);
        if (place >= 0) {
            deleted.set(new Deleted(filter, place));
            all.set(all.get().stream().filter(one -> !one.equals(filter)).toList());
        }
    }

    /** Puts the one that was deleted last where it stood, unless its name was given to another one or there are too many. */
    void restore() {
        Deleted last = deleted.get();
        deleted.set(null);
        if (last != null && !KeptFilter.isTaken(last.filter().name(), all.get())
                && all.get().size() < KeptFilter.MOST) {
            var with = new ArrayList<>(all.get());
            with.add(Math.min(last.place(), with.size()), last.filter());
            all.set(List.copyOf(with));
        }
    }
}
