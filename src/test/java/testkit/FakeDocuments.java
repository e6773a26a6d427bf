package testkit;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an accountant does with the documents of a fake server itself: posts and numbers them, and settles one with another. */
public final class FakeDocuments {
    private final FakeBooks books;

    /** Of these books. */
    public FakeDocuments(FakeBooks books) {
        this.books = books;
    }

    /** Posts a draft, which gets its number, and a day where it has none. */
    public void post(long id) {
        synchronized (books) {
            books.state(id, MoveState.POSTED);
            BookEntry entry = books.entry(id);
            entry.residual = entry.total;
            entry.date = entry.date == null ? LocalDate.of(2026, 3, 1) : entry.date;
        }
    }

    /** Another number, as after Odoo's Resequence. */
    public void renumber(long id, String number) {
        synchronized (books) {
            BookEntry entry = books.entry(id);
            entry.number = number;
            entry.writeDate = books.second();
            books.payments.replaceAll((invoice, list) -> list.stream().map(payment -> payment.moveId() == id
                    ? new Payment(payment.date(), payment.amount(), payment.label(), number, id, false)
                    : payment).toList());
        }
    }

    /** Settles an invoice with a credit note of the same amount. */
    public void settle(long invoice, long creditNote) {
        synchronized (books) {
            long partial = ++books.lastId;
            BigDecimal amount = books.entry(invoice).residual;
            books.entry(creditNote).type = MoveType.CREDIT_NOTE;
            settled(invoice, creditNote, amount, partial);
            settled(creditNote, invoice, amount, partial);
        }
    }

    private void settled(long id, long other, BigDecimal amount, long partial) {
        BookEntry entry = books.entry(id);
        entry.residual = entry.residual.subtract(amount);
        entry.paymentState = PaymentState.PAID;
        entry.writeDate = books.second();
        entry.partials.add(partial);
        BookEntry with = books.entry(other);
        var all = new ArrayList<>(books.payments.getOrDefault(id, List.of()));
        all.add(new Payment(with.date, amount, with.journal.name(), with.number(), other, false));
        books.payments.put(id, List.copyOf(all));
    }
}
