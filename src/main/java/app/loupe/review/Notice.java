package app.loupe.review;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import java.time.LocalDate;
import java.util.Set;

/** Something that an owner should know without having looked for it. It names no amount. */
public sealed interface Notice {
    /** What of several kinds it is. The names are remembered. */
    enum Kind {
        OVERDUE,
        LARGE_CHANGE,
        KEY_EXPIRING,
        SYNC_FAILING
    }

    /** Which kind it is. */
    Kind kind();

    /**
     * Customers have let invoices become overdue.
     *
     * @param invoices that are overdue now and were not when the owner was told last
     * @param since the earliest day of that, of the connections of these invoices
     */
    record NewlyOverdue(Set<InvoiceKey> invoices, LocalDate since) implements Notice {
        /** Copies the set. */
        public NewlyOverdue {
            invoices = Set.copyOf(invoices);
        }

        @Override
        public Kind kind() {
            return Kind.OVERDUE;
        }
    }

    /**
     * Posted invoices came to say another total, by a tenth or more, or are gone from Odoo, and the owner has not marked
     * that as seen.
     *
     * @param invoices how many of them
     */
    record LargeChange(int invoices) implements Notice {
        @Override
        public Kind kind() {
            return Kind.LARGE_CHANGE;
        }
    }

    /**
     * The API key of a connection ends soon, or has ended.
     *
     * @param days that are left; below 0 after the last one
     */
    record KeyExpiring(ConnectionProfile connection, long days) implements Notice {
        @Override
        public Kind kind() {
            return Kind.KEY_EXPIRING;
        }
    }

    /**
     * The last run of a connection that nobody stopped did not bring everything, and none did for days.
     *
     * @param days whole days since the last complete run
     */
    record SyncFailing(ConnectionProfile connection, long days) implements Notice {
        @Override
        public Kind kind() {
            return Kind.SYNC_FAILING;
        }
    }
}
