package app.loupe.owed;

import app.loupe.domain.Catalogue;
import app.loupe.domain.OwedItem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects items into the columns of {@link OwedItems}, in any order; one thread. */
final class OwedItemsWriter {
    private static final int FIRST_ROOM = 256;

    int count;
    long[] ids = new long[0];
    /** Of an instalment its invoice, which is the entry. */
    long[] entries = new long[0];
    boolean[] ofInvoices = new boolean[0];
    /** Where the invoice is another than the entry, by the id of the item. */
    final Map<Long, Long> invoices = new HashMap<>();
    int[] accounts = new int[0];
    int[] kinds = new int[0];
    int[] accounting = new int[0];
    int[] due = new int[0];
    int[] invoiced = new int[0];
    int[] texts = new int[0];
    /** Where the partials of an item end. */
    int[] partialsEnd = new int[0];
    long[] partials = new long[FIRST_ROOM];
    private int partialsCount;
    final OwedAmounts.Writer amounts = new OwedAmounts.Writer();
    final OwedTexts.Writer allTexts = new OwedTexts.Writer();
    final Catalogue<OwedAccount> allAccounts = new Catalogue<>();
    final Catalogue<OwedKind> allKinds = new Catalogue<>();

    /** How much room columns get that are full. */
    static int more(int count) {
        return Math.max(FIRST_ROOM, count + count / 2);
    }

    static int day(@Nullable LocalDate date) {
        return date == null ? OwedItems.NO_DAY : Math.toIntExact(date.toEpochDay());
    }

    /** Adds an item; of two with one id the later one counts. */
    void add(OwedItem item) {
        makeRoom();
        OwedItem.Entry entry = item.entry();
        ids[count] = item.id();
        entries[count] = entry.id();
        ofInvoices[count] = item.invoice() != 0;
        if (item.invoice() == 0 || item.invoice() == entry.id()) {
            invoices.remove(item.id());
        } else {
            invoices.put(item.id(), item.invoice());
        }
        accounts[count] = allAccounts
                .numberOf(new OwedAccount(item.payable(), item.company(), item.partner(), item.currency()));
        kinds[count] = allKinds.numberOf(new OwedKind(entry.type(), entry.journal(), item.booked().currency()));
        accounting[count] = day(item.dates().accounting());
        due[count] = day(item.dates().due());
        invoiced[count] = day(item.dates().invoice());
        texts[count] = allTexts.add(entry.number(), entry.reference());
        for (long partial : item.partials()) {
            if (partialsCount == partials.length) {
                partials = Arrays.copyOf(partials, more(partialsCount));
            }
            partials[partialsCount++] = partial;
        }
        partialsEnd[count] = partialsCount;
        amounts.add(item);
        count++;
    }

    private void makeRoom() {
        if (count == ids.length) {
            int room = more(count);
            ids = Arrays.copyOf(ids, room);
            entries = Arrays.copyOf(entries, room);
            ofInvoices = Arrays.copyOf(ofInvoices, room);
            accounts = Arrays.copyOf(accounts, room);
            kinds = Arrays.copyOf(kinds, room);
            accounting = Arrays.copyOf(accounting, room);
            due = Arrays.copyOf(due, room);
            invoiced = Arrays.copyOf(invoiced, room);
            texts = Arrays.copyOf(texts, room);
            partialsEnd = Arrays.copyOf(partialsEnd, room);
        }
    }

    /** The items by their ids. */
    OwedItems written() {
        return new OwedItems(this, order());
    }

    private int[] order() {
        boolean ascending = true;
        for (int i = 1; i < count; i++) {
            ascending &= ids[i - 1] < ids[i];
        }
        if (ascending) {
            return IntStream.range(0, count).toArray();
        }
        int[] sorted = IntStream.range(0, count).boxed().sorted(Comparator.comparingLong(i -> ids[i]))
                .mapToInt(Integer::intValue).toArray();
        // those of one id stand as they came
        return IntStream.range(0, count)
                .filter(i -> i + 1 == count || ids[sorted[i]] != ids[sorted[i + 1]]).map(i -> sorted[i]).toArray();
    }
}
