package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@link Books} that a question found, on a day. Immutable. */
public final class Found {
    private final Books books;
    private final BitSet rows;
    private final LocalDate today;

    Found(Books books, BitSet rows, LocalDate today) {
        this.books = books;
        this.rows = rows;
        this.today = today;
    }

    /** Not to be changed. */
    BitSet rows() {
        return rows;
    }

    LocalDate today() {
        return today;
    }

    /** How many. */
    public int size() {
        return rows.cardinality();
    }

    /** Their numbers, as they stand in the books. */
    public int[] inOrder() {
        return rows.stream().toArray();
    }

    /** What they come to. */
    public Totals totals() {
        return TotalsCount.of(books, rows);
    }

    /** How many there are of each status; without those of which there are none. */
    public Map<InvoiceStatus, Integer> statuses() {
        var table = new StatusTable(today);
        var counts = new EnumMap<InvoiceStatus, Integer>(InvoiceStatus.class);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            Sheet sheet = books.pages().get(row / Sheet.MOST).sheet();
            counts.merge(table.of(sheet, row % Sheet.MOST), 1, Integer::sum);
        }
        return counts;
    }

    /**
     * Some of the rows that belong together.
     *
     * @param name customer, company or currency as on one of the rows, month as 2026-11, status as its constant; empty
     *     where the rows have none
     */
    public record Group(String name, Found found) {}

    /** The rows put together, in the order in which the first of each stands in the books. */
    public List<Group> groups(Grouping by) {
        var groups = new LinkedHashMap<Object, Group>();
        var table = new StatusTable(today);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            Sheet sheet = books.pages().get(row / Sheet.MOST).sheet();
            int i = row % Sheet.MOST;
            String name = name(by, sheet, i, table);
            Object key = by == Grouping.CUSTOMER ? customer(sheet, i) : name;
            groups.computeIfAbsent(key, none -> new Group(name, new Found(books, new BitSet(), today))).found().rows
                    .set(row);
        }
        return List.copyOf(groups.values());
    }

    private static String name(Grouping by, Sheet sheet, int i, StatusTable table) {
        return switch (by) {
            case CUSTOMER -> sheet.party(i).name();
            case MONTH -> sheet.dates[i] == Sheet.NO_DAY
                    ? ""
                    : YearMonth.from(LocalDate.ofEpochDay(sheet.dates[i])).toString();
            case STATUS -> table.of(sheet, i).name();
            case COMPANY -> sheet.place(i).company();
            case CURRENCY -> sheet.place(i).currency();
        };
    }

    private record Customer(ConnectionId connection, long id, String name) {}

    /** Nobody but the name tells apart those who are no partner. */
    private static Customer customer(Sheet sheet, int i) {
        Party party = sheet.party(i);
        return new Customer(sheet.place(i).connection(), party.commercialId(),
                party.commercialId() == 0 ? party.name() : "");
    }
}
