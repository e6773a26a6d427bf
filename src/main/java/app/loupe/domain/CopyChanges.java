package app.loupe.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Collects what changed in the local copy until whoever keeps the copy in memory takes it, so that after a page of a sync
 * only that page is read again. Safe for use by several threads.
 */
public final class CopyChanges {
    /**
     * The most records that are named one by one; above, anything may have changed. Whoever looks while a sync runs takes them
     * page by page; where nobody does, those of a first sync must not fill the memory.
     */
    static final int MOST = 20_000;

    private final Map<ConnectionId, Noted> noted = new HashMap<>();

    private static final class Noted {
        private final Set<Long> invoices = new HashSet<>();
        private final Set<Long> items = new HashSet<>();
        private final Set<Long> partners = new HashSet<>();
        private boolean all;

        void add(Set<Long> to, Set<Long> ids) {
            if (!all) {
                to.addAll(ids);
                if (invoices.size() + items.size() + partners.size() > MOST) {
                    all();
                }
            }
        }

        void all() {
            all = true;
            invoices.clear();
            items.clear();
            partners.clear();
        }
    }

    /** These invoices were stored or marked; called once they can be read. */
    public synchronized void invoices(ConnectionId connection, Set<Long> ids) {
        Noted own = of(connection);
        own.add(own.invoices, ids);
    }

    /** These receivable and payable items of other entries were stored, or are gone. */
    public synchronized void items(ConnectionId connection, Set<Long> ids) {
        Noted own = of(connection);
        own.add(own.items, ids);
    }

    /** These partners were stored. */
    public synchronized void partners(ConnectionId connection, Set<Long> ids) {
        Noted own = of(connection);
        own.add(own.partners, ids);
    }

    /** Anything may have changed. */
    public synchronized void all(ConnectionId connection) {
        of(connection).all();
    }

    /** What was collected since the last call, per connection; connections without a change are left out. */
    public synchronized Map<ConnectionId, CopyChange> take() {
        var taken = new HashMap<ConnectionId, CopyChange>();
        noted.forEach((connection, one) -> taken.put(connection,
                one.all ? CopyChange.ALL : new CopyChange(false, one.invoices, one.items, one.partners)));
        noted.clear();
        return taken;
    }

    private Noted of(ConnectionId connection) {
        return noted.computeIfAbsent(connection, none -> new Noted());
    }
}
