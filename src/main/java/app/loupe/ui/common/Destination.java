package app.loupe.ui.common;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where one screen can lead to on another. */
public sealed interface Destination {
    /** The page that shows it. */
    PageId page();

    /** The connections whose data is seen there; empty when it is the same for all. */
    Set<ConnectionId> connections();

    /** A page as it is. */
    record Page(PageId page) implements Destination {
        @Override
        public Set<ConnectionId> connections() {
            return Set.of();
        }
    }

    /**
     * The list of invoices, exactly these.
     *
     * @param title what they have in common, in the owner's words: "Overdue, EUR"
     */
    record Invoices(String title, Set<InvoiceKey> keys) implements Destination {
        /** Copies the set. */
        public Invoices {
            keys = Set.copyOf(keys);
        }

        @Override
        public PageId page() {
            return PageId.INVOICES;
        }

        @Override
        public Set<ConnectionId> connections() {
            return keys.stream().map(InvoiceKey::connection).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** One invoice, selected and shown in the list. */
    record OneInvoice(InvoiceKey key) implements Destination {
        @Override
        public PageId page() {
            return PageId.INVOICES;
        }

        @Override
        public Set<ConnectionId> connections() {
            return Set.of(key.connection());
        }
    }

    /**
     * The page of a customer or vendor.
     *
     * @param partner Odoo's id of the commercial partner
     * @param vendor whether it is seen as a vendor; else as a customer
     * @param account the company and currency of the row that leads there; null where it says none
     * @param asOf the day in the past that what leads there is told of; empty of today
     */
    record PartnerPage(ConnectionId connection, long partner, boolean vendor, @Nullable Account account,
            Optional<LocalDate> asOf) implements Destination {
        /** The page as of today. */
        public PartnerPage(ConnectionId connection, long partner, boolean vendor, @Nullable Account account) {
            this(connection, partner, vendor, account, Optional.empty());
        }

        /**
         * A company that a partner owes, or is owed by, in one currency.
         *
         * @param currency ISO code
         */
        public record Account(@Nullable Ref company, String currency) {}

        @Override
        public PageId page() {
            return vendor ? PageId.VENDORS : PageId.CUSTOMERS;
        }

        @Override
        public Set<ConnectionId> connections() {
            return Set.of(connection);
        }
    }

    /**
     * The page of a product, in the currency and on the side of the document that it stands on.
     *
     * @param product Odoo's id
     * @param bought whether on a document of a vendor
     * @param currency ISO code
     * @param day a day on which it was invoiced; null of a document without one, which counts nowhere
     */
    record ProductPage(ConnectionId connection, long product, boolean bought, String currency,
            @Nullable LocalDate day) implements Destination {
        @Override
        public PageId page() {
            return PageId.PRODUCTS;
        }

        @Override
        public Set<ConnectionId> connections() {
            return Set.of(connection);
        }
    }
}
