package app.loupe.review;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The amounts of a {@link Sheet}'s rows in company currency, as Odoo booked them: kept only for the rows where they do not
 * follow from those of the document. Most documents are in their company's currency, and cost nothing here. Immutable.
 */
final class BookedAmounts {
    private static final BookedAmounts NONE = new BookedAmounts(new long[0], new byte[0], Map.of());
    /** Untaxed, total, residual. */
    private static final int EACH = 3;
    private static final byte SAME = -1;

    private final long[] amounts;
    private final byte[] decimals;
    private final Map<Integer, InvoiceRow.Booking> exact;

    private BookedAmounts(long[] amounts, byte[] decimals, Map<Integer, InvoiceRow.Booking> exact) {
        this.amounts = amounts;
        this.decimals = decimals;
        this.exact = exact;
    }

    /** What follows from the amounts of a document that is in its company's currency. */
    static InvoiceRow.Booking same(MoveType type, Sheet.Amounts amounts, Place place) {
        return new InvoiceRow.Booking(place.journal(), place.companyCurrency(), booked(type, amounts.untaxed()),
                booked(type, amounts.total()), booked(type, amounts.residual()));
    }

    /** Odoo books positive what comes in: customer invoices and vendor refunds. */
    private static BigDecimal booked(MoveType type, BigDecimal amount) {
        return type.isSale() == type.isRefund() ? amount.negate() : amount;
    }

    /** The amounts of a row that was kept; empty when they follow from the document's. */
    Optional<InvoiceRow.Booking> of(int row, String journal, String currency) {
        InvoiceRow.Booking kept = exact.get(row);
        if (kept != null) {
            return Optional.of(kept);
        }
        if (row >= decimals.length || decimals[row] == SAME) {
            return Optional.empty();
        }
        int least = CurrencyDecimals.of(currency);
        return Optional.of(new InvoiceRow.Booking(journal, currency, amount(row, 0, least), amount(row, 1, least),
                amount(row, 2, least)));
    }

    private BigDecimal amount(int row, int which, int least) {
        return CurrencyDecimals.atLeast(BigDecimal.valueOf(amounts[row * EACH + which], decimals[row]), least);
    }

    /** Collects the amounts of a sheet, row after row; one thread. */
    static final class Writer {
        private long[] amounts = new long[0];
        private byte[] decimals = new byte[0];
        private final Map<Integer, InvoiceRow.Booking> exact = new HashMap<>();

        /** Adds a row of the copy. */
        void add(int row, InvoiceRow added) {
            InvoiceRow.Booking booking = added.booking();
            if (follows(added)) {
                return;
            }
            int most = Math.max(0, Math.max(booking.untaxed().scale(),
                    Math.max(booking.total().scale(), booking.residual().scale())));
            if (SheetWriter.fits(booking.untaxed(), most) && SheetWriter.fits(booking.total(), most)
                    && SheetWriter.fits(booking.residual(), most)) {
                makeRoom();
                decimals[row] = (byte) most;
                amounts[row * EACH] = SheetWriter.units(booking.untaxed(), most);
                amounts[row * EACH + 1] = SheetWriter.units(booking.total(), most);
                amounts[row * EACH + 2] = SheetWriter.units(booking.residual(), most);
            } else {
                exact.put(row, booking);
            }
        }

        private static boolean follows(InvoiceRow row) {
            InvoiceRow.Amounts amounts = row.amounts();
            InvoiceRow.Booking booking = row.booking();
            return amounts.currency().equals(booking.currency())
                    && booking.untaxed().compareTo(booked(row.type(), amounts.untaxed())) == 0
                    && booking.total().compareTo(booked(row.type(), amounts.total())) == 0
                    && booking.residual().compareTo(booked(row.type(), amounts.residual())) == 0;
        }

        private void makeRoom() {
            if (decimals.length == 0) {
                amounts = new long[Sheet.MOST * EACH];
                decimals = new byte[Sheet.MOST];
                Arrays.fill(decimals, SAME);
            }
        }

        /** Takes a row over from another sheet of the same books. */
        void copy(int row, BookedAmounts from, int there) {
            InvoiceRow.Booking kept = from.exact.get(there);
            if (kept != null) {
                exact.put(row, kept);
            } else if (there < from.decimals.length && from.decimals[there] != SAME) {
                makeRoom();
                decimals[row] = from.decimals[there];
                System.arraycopy(from.amounts, there * EACH, amounts, row * EACH, EACH);
            }
        }

        BookedAmounts written(int count) {
            if (decimals.length == 0 && exact.isEmpty()) {
                return NONE;
            }
            return new BookedAmounts(Arrays.copyOf(amounts, Math.min(amounts.length, count * EACH)),
                    Arrays.copyOf(decimals, Math.min(decimals.length, count)), Map.copyOf(exact));
        }
    }
}
