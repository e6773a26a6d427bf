package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceStatus;
import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Found rows put together, group after group, and in each of them in the order that was asked for. Two walks over the rows,
 * however many groups there are.
 *
 * <p>Months stand newest first, statuses as an owner lists them, everything else by the alphabet; what has no name stands last.
 *
 * @param rows all of them
 * @param groups which follow each other in the rows
 */
public record Grouped(RowList rows, List<Group> groups) {
    /** Copies the list. */
    public Grouped {
        groups = List.copyOf(groups);
    }

    /**
     * What the rows of a group share, the same in every answer.
     *
     * @param scope where the name means the same: a connection, or the company in it; empty for everywhere
     * @param partner the company behind whoever is addressed; 0 where that is not what is grouped by
     */
    public record Key(String scope, long partner, String name) {}

    /**
     * Some of the rows that belong together.
     *
     * @param name customer, company, journal or currency as on one of the rows, month as 2026-11, status as its constant;
     *     empty where the rows have none
     * @param of whose it is, so that groups of one name are told apart: the company whose journal it is, and the connection
     *     where another connection has a group that is called alike; mostly empty
     * @param totals how many, and what they come to
     */
    public record Group(Key key, String name, List<String> of, Totals totals) {
        /** Copies the list. */
        public Group {
            of = List.copyOf(of);
        }

        /** How many rows. */
        public int count() {
            return totals.count();
        }
    }

    /** Puts rows together. */
    static Grouped of(Books books, Grouping by, LocalDate today, Locale locale,
            Function<ConnectionId, String> connectionName, int... order) {
        var statuses = new StatusTable(today);
        var numbers = new HashMap<Key, Integer>();
        var heads = new ArrayList<Head>();
        var groupOf = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            Sheet sheet = books.pages().get(order[at] / Sheet.MOST).sheet();
            int i = order[at] % Sheet.MOST;
            String name = name(by, sheet, i, statuses);
            Key key = key(by, sheet, i, name);
            Integer known = numbers.putIfAbsent(key, heads.size());
            if (known == null) {
                heads.add(new Head(key, sheet.place(i).connection(), name,
                        by == Grouping.JOURNAL ? sheet.place(i).company() : ""));
            }
            int number = known == null ? heads.size() - 1 : known;
            Head head = heads.get(number);
            head.count++;
            if (by == Grouping.CUSTOMER && isWhole(sheet.party(i))) {
                // rather than that of somebody who works there
                head.name = name;
            }
            groupOf[at] = number;
        }
        nameConnections(heads, connectionName);
        heads.sort(order(by, locale));
        return written(books, heads, numbers, groupOf, order);
    }

    /** Those of several connections that are called alike say of which they are. */
    private static void nameConnections(List<Head> heads, Function<ConnectionId, String> connectionName) {
        var called = new HashMap<List<String>, Set<ConnectionId>>();
        heads.forEach(head -> called.computeIfAbsent(head.called(), any -> new HashSet<>()).add(head.connection));
        for (Head head : heads) {
            if (called.getOrDefault(head.called(), Set.of()).size() > 1) {
                head.of.add(connectionName.apply(head.connection));
            }
        }
    }

    private static Grouped written(Books books, List<Head> heads, Map<Key, Integer> numbers, int[] groupOf,
            int[] order) {
        var next = new int[heads.size()];
        int start = 0;
        for (Head head : heads) {
            next[numbers.getOrDefault(head.key, 0)] = start;
            start += head.count;
        }
        var rows = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            rows[next[groupOf[at]]++] = order[at];
        }
        var groups = new ArrayList<Group>(heads.size());
        int from = 0;
        for (Head head : heads) {
            int to = from + head.count;
            groups.add(new Group(head.key, head.name, head.of,
                    TotalsCount.of(books, Arrays.copyOfRange(rows, from, to))));
            from = to;
        }
        return new Grouped(new RowList(books, rows), groups);
    }

    /** A group while its rows are counted. */
    private static final class Head {
        private final Key key;
        /** Of its first row. */
        private final ConnectionId connection;
        private final List<String> of = new ArrayList<>();
        private String name;
        private int count;

        Head(Key key, ConnectionId connection, String name, String company) {
            this.key = key;
            this.connection = connection;
            this.name = name;
            if (!company.isEmpty()) {
                of.add(company);
            }
        }

        List<String> called() {
            return List.of(name, of.isEmpty() ? "" : of.getFirst());
        }
    }

    private static boolean isWhole(Party party) {
        return party.commercialId() != 0 && party.id() == party.commercialId();
    }

    private static String name(Grouping by, Sheet sheet, int i, StatusTable statuses) {
        return switch (by) {
            case CUSTOMER -> sheet.party(i).name();
            case MONTH -> sheet.dates[i] == Sheet.NO_DAY
                    ? ""
                    : YearMonth.from(LocalDate.ofEpochDay(sheet.dates[i])).toString();
            case STATUS -> statuses.of(sheet, i).name();
            case COMPANY -> sheet.place(i).company();
            case CURRENCY -> sheet.place(i).currency();
            case JOURNAL -> sheet.place(i).journal();
        };
    }

    /** Nothing but the name tells apart those who are no partner, companies of one connection, and journals of one company. */
    private static Key key(Grouping by, Sheet sheet, int i, String name) {
        String connection = sheet.place(i).connection().value();
        return switch (by) {
            case CUSTOMER -> {
                long partner = sheet.party(i).commercialId();
                yield new Key(connection, partner, partner == 0 ? name : "");
            }
            case JOURNAL -> new Key(connection + " " + sheet.place(i).company(), 0, name);
            case COMPANY -> new Key(connection, 0, name);
            case MONTH, STATUS, CURRENCY -> new Key("", 0, name);
        };
    }

    private static Comparator<Head> order(Grouping by, Locale locale) {
        Comparator<Head> unnamed = Comparator.comparing(head -> head.name.isEmpty());
        return switch (by) {
            case MONTH -> unnamed.thenComparing(Comparator.<Head, String>comparing(head -> head.name).reversed());
            case STATUS -> Comparator.comparing(head -> InvoiceStatus.valueOf(head.name));
            case CUSTOMER, COMPANY, CURRENCY, JOURNAL -> {
                Collator collator = Collator.getInstance(locale);
                var keys = new HashMap<String, CollationKey>();
                Function<String, CollationKey> key = text -> keys.computeIfAbsent(text, collator::getCollationKey);
                yield unnamed.thenComparing(head -> key.apply(head.name))
                        .thenComparing(head -> key.apply(String.join(" ", head.of)));
            }
        };
    }
}
