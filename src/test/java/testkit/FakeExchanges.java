package testkit;

import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Payment;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a fake server books when an invoice is paid at another rate: an entry that settles nothing in its currency. */
public final class FakeExchanges {
    private final FakeBooks books;
    private final Map<Long, Set<Long>> partials = new HashMap<>();
    private boolean marked = true;
    private boolean linked = true;

    FakeExchanges(FakeBooks books) {
        this.books = books;
    }

    /** From now on the payment box gives such a part like any other: 0.00 in the invoice's currency, as Odoo 14's. */
    public void unmarked() {
        marked = false;
    }

    /** From now on no entry says what it was booked for. */
    public void unlinked() {
        linked = false;
    }

    /** A payment, and the difference of its rate; returns the item of the difference. */
    public long pay(long invoice, boolean inFull, String difference) {
        synchronized (books) {
            books.pay(invoice, inFull);
            long item = book(invoice, new BigDecimal(difference), true);
            books.entry(invoice).partials.add(item);
            return item;
        }
    }

    /** The same, with the difference on the payment: the rate went the other way. */
    public long payBeyond(long invoice, boolean inFull, String difference) {
        synchronized (books) {
            books.pay(invoice, inFull);
            long item = book(invoice, new BigDecimal(difference), marked);
            long paid = Objects.requireNonNull(books.entry(invoice).partials.getLast());
            MoveLine payment = Objects.requireNonNull(books.items.get(paid));
            books.items.put(paid, new MoveLine(paid, payment.writeDate(), payment.entry(), payment.kind(),
                    payment.sequence(), payment.label(), payment.price(), payment.taxes(), payment.posting(),
                    payment.date(), payment.dueDate(), new Matching(true, "", List.of(paid, item))));
            return item;
        }
    }

    private long book(long invoice, BigDecimal difference, boolean shown) {
        BookEntry entry = books.entry(invoice);
        long paid = Objects.requireNonNull(entry.partials.getLast());
        long move = ++books.lastId;
        long item = ++books.lastId;
        MoveLine line = BookEntry.item(item, books.second(),
                new JournalEntry(new Ref(move, "EXCH/" + move), MoveState.POSTED, new Ref(3, "Exchange Difference"),
                        ""),
                LineKind.RECEIVABLE, "difference", entry.partner, 0, BigDecimal.ZERO, BigDecimal.ZERO, entry.date,
                new Matching(true, "", List.of(item)));
        books.items.put(item, new MoveLine(item, line.writeDate(), line.entry(), line.kind(), line.sequence(),
                line.label(), line.price(), line.taxes(), new MoveLine.Posting(null, line.posting().partner(),
                        line.posting().company(), line.posting().currency(), BigDecimal.ZERO, difference,
                        difference.negate(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                line.date(), line.dueDate(), line.matching()));
        partials.put(move, Set.of(paid));
        if (!shown) {
            return item;
        }
        var all = new ArrayList<>(books.payments.getOrDefault(invoice, List.of()));
        all.add(new Payment(entry.date, marked ? difference : BigDecimal.ZERO, "Exchange Difference", "EXCH/" + move,
                move, marked));
        books.payments.put(invoice, List.copyOf(all));
        return item;
    }

    Optional<Map<Long, Set<Long>>> answer(List<Long> moves) {
        if (!marked) {
            return Optional.empty();
        }
        var known = new HashMap<>(linked ? partials : Map.<Long, Set<Long>>of());
        known.keySet().retainAll(moves);
        return Optional.of(known);
    }

    /** Somebody wrote the entry of this item, which is no difference of rates then. */
    public void written(long item) {
        partials.replace(item - 1, Set.of());
    }
}
