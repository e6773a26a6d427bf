package app.loupe.owed;

import app.loupe.domain.OwedItem;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.Ref;
import app.loupe.reconcile.ReconciledSides;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Receivable and payable items by their ids, in columns: some eighty bytes each beside their texts, where an object takes
 * five times as much. An item is made when somebody asks for it; what is asked of all of them is read from the columns by its
 * place. Immutable.
 */
final class OwedItems extends AbstractList<OwedItem> implements RandomAccess {
    /** Stands in the place of a day that is missing. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private final long[] ids;
    private final long[] entries;
    private final BitSet ofInvoices = new BitSet();
    private final Map<Long, Long> invoices;
    private final int[] accounts;
    private final int[] kinds;
    private final int[] accounting;
    private final int[] due;
    private final int[] invoiced;
    private final int[] texts;
    private final OwedAmounts amounts;
    private final OwedTexts allTexts;
    private final List<OwedAccount> allAccounts;
    private final List<OwedKind> allKinds;
    private final ReconciledSides sides;

    OwedItems(OwedItemsWriter written, int... order) {
        ids = Arrays.stream(order).mapToLong(i -> written.ids[i]).toArray();
        entries = Arrays.stream(order).mapToLong(i -> written.entries[i]).toArray();
        invoices = Map.copyOf(written.invoices);
        accounts = column(written.accounts, order);
        kinds = column(written.kinds, order);
        accounting = column(written.accounting, order);
        due = column(written.due, order);
        invoiced = column(written.invoiced, order);
        texts = column(written.texts, order);
        amounts = written.amounts.written(order);
        allTexts = written.allTexts.written();
        allAccounts = written.allAccounts.all();
        allKinds = written.allKinds.all();
        var reconciled = new ReconciledSides.Builder();
        for (int place = 0; place < order.length; place++) {
            int i = order[place];
            ofInvoices.set(place, written.ofInvoices[i]);
            long[] partials = Arrays.copyOfRange(written.partials, i == 0 ? 0 : written.partialsEnd[i - 1],
                    written.partialsEnd[i]);
            reconciled.add(new ReconciledItem(ids[place], invoice(place), Ref.idOf(account(place).currency()),
                    settled(place), LongStream.of(partials).boxed().toList()));
        }
        sides = reconciled.build();
    }

    private static int[] column(int[] written, int... order) {
        return Arrays.stream(order).map(i -> written[i]).toArray();
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public OwedItem get(int place) {
        OwedAccount account = account(place);
        OwedKind kind = kind(place);
        return new OwedItem(ids[place], invoice(place), entry(place),
                account.payable(), account.company(), account.partner(), account.currency(),
                new OwedItem.Dates(LocalDate.ofEpochDay(accounting[place]), date(due[place]), date(invoiced[place])),
                amount(place), open(place),
                new OwedItem.Booked(kind.booked(), balance(place), residual(place)),
                LongStream.range(sides.first(place), sides.first(place + 1)).map(side -> sides.partial((int) side))
                        .boxed().toList());
    }

    static @Nullable LocalDate date(int day) {
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    /** The place of the item with this id; negative when there is none. */
    int place(long id) {
        return Arrays.binarySearch(ids, id);
    }

    long id(int place) {
        return ids[place];
    }

    /** What an item belongs to. */
    OwedItem.Entry entry(int place) {
        OwedKind kind = kind(place);
        return new OwedItem.Entry(entries[place], kind.type(), number(place), kind.journal(),
                allTexts.reference(texts[place]));
    }

    /** The invoice that an item is an instalment of; 0 for one of another entry. */
    long invoice(int place) {
        if (!ofInvoices.get(place)) {
            return 0;
        }
        Long other = invoices.isEmpty() ? null : invoices.get(ids[place]);
        return other == null ? entries[place] : other;
    }

    /** The number of an item's account among {@link #allAccounts}. */
    int accountNumber(int place) {
        return accounts[place];
    }

    OwedAccount account(int place) {
        return allAccounts.get(accounts[place]);
    }

    /** Each at its number: the same account may stand there again where its records were called otherwise. */
    List<OwedAccount> allAccounts() {
        return allAccounts;
    }

    /** Which of them are wanted, by their numbers. */
    boolean[] among(Predicate<OwedAccount> wanted) {
        var among = new boolean[allAccounts.size()];
        for (int i = 0; i < among.length; i++) {
            among[i] = wanted.test(allAccounts.get(i));
        }
        return among;
    }

    OwedKind kind(int place) {
        return allKinds.get(kinds[place]);
    }

    /** The day that an item counts from in the books, since 1970, as all days here. */
    int accounting(int place) {
        return accounting[place];
    }

    /** The day after which it is late: the due date, or the accounting date where there is none. */
    int dueOrBooked(int place) {
        return due[place] == NO_DAY ? accounting[place] : due[place];
    }

    /** When it is to be paid; {@link #NO_DAY} without a due date. */
    int due(int place) {
        return due[place];
    }

    /** The number of what an item belongs to. */
    String number(int place) {
        return allTexts.number(texts[place]);
    }

    /** The date of the invoice; {@link #NO_DAY} for an item of another entry. */
    int invoiced(int place) {
        return invoiced[place];
    }

    BigDecimal amount(int place) {
        return amounts.amount(place);
    }

    BigDecimal open(int place) {
        return amounts.open(place);
    }

    /** What is no longer open. */
    BigDecimal settled(int place) {
        return amount(place).subtract(open(place));
    }

    boolean isOpen(int place) {
        return amounts.isOpen(place);
    }

    BigDecimal balance(int place) {
        return amounts.balance(place);
    }

    BigDecimal residual(int place) {
        return amounts.residual(place);
    }

    /** What an item was settled with. */
    ReconciledSides sides() {
        return sides;
    }

    /** Whether anything was reconciled with it. */
    boolean isReconciled(int place) {
        return sides.first(place) < sides.first(place + 1);
    }

    /** From when a side of an item counts: the later of the accounting dates of both. */
    int day(int place, int side) {
        int other = sides.other(side);
        return other < 0 ? accounting[place] : Math.max(accounting[place], accounting[other]);
    }
}
