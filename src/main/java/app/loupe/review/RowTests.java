package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DaysLate;
import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a question into tests of whole pages. Everything that is the same for many rows is looked up when the tests are
 * made, so that each of them is one loop over one column, or one walk over the bytes of all texts. A test looks only at the rows
 * that the tests before it have left, so that columns are asked before texts, and long words, which few rows hold, before short
 * ones.
 */
final class RowTests {
    private static final BitSet NONE = new BitSet();

    private final Books books;
    private final LocalDate today;
    private final Marks marks;

    private RowTests(Books books, LocalDate today, Marks marks) {
        this.books = books;
        this.today = today;
        this.marks = marks;
    }

    /** Which rows of a page pass. */
    @FunctionalInterface
    interface Test {
        /** Which of these rows do, by their places on the sheet: a set of the caller's own. */
        BitSet rows(LinedSheet page, BitSet among);

        /** Which of all rows do. */
        default BitSet rows(LinedSheet page) {
            var all = new BitSet(Sheet.MOST);
            all.set(0, page.sheet().count);
            return rows(page, all);
        }
    }

    /** One column looked up. */
    @FunctionalInterface
    interface Column {
        boolean passes(Sheet sheet, int i);
    }

    /** What passes a filter, whether it counts or not. */
    static Test of(InvoiceFilter filter, Books books, LocalDate today, Marks marks) {
        return new RowTests(books, today, marks).of(filter);
    }

    /** What passes a filter and counts ({@link Counting}), unless a chip or a typed word asks for removed ones. */
    static Test shown(InvoiceFilter filter, Books books, LocalDate today, Marks marks) {
        var tests = new RowTests(books, today, marks);
        Test asked = tests.of(filter);
        return filter.asksForRemoved() ? asked : all(List.of(standing(Standing::counts), asked));
    }

    private Test of(InvoiceFilter filter) {
        var parts = new ArrayList<Test>();
        if (filter.only() != null) {
            parts.add(among(filter.only()));
        }
        chips(filter, parts);
        var groups = new LinkedHashMap<Object, List<Condition>>();
        var words = new ArrayList<InvoiceQuery.Term>();
        for (InvoiceQuery.Term term : filter.query().terms()) {
            Condition first = term.readings().getFirst();
            if (first instanceof Condition.Filter filtering && filtering.isAlternative() && !term.excluded()) {
                groups.computeIfAbsent(filtering.group(), group -> new ArrayList<>()).addAll(term.readings());
            } else {
                words.add(term);
            }
        }
        groups.values().forEach(group -> parts.add(any(group)));
        words.sort(Comparator.comparing(InvoiceQuery.Term::excluded)
                .thenComparing(term -> term.token().value().length(), Comparator.reverseOrder()));
        words.forEach(term -> parts.add(term.excluded() ? not(any(term.readings())) : any(term.readings())));
        return all(parts);
    }

    /**
     * A chip that stands must hold, because it is named beside the rows. One that is set aside gives way only to rows for which the
     * typed filter of its group holds, not to those found by its word.
     */
    private void chips(InvoiceFilter filter, List<Test> parts) {
        var aside = new SetAside(filter);
        if (!filter.types().isEmpty()) {
            parts.add(chip(!aside.types(filter.types()),
                    standing(standing -> filter.types().contains(standing.type())),
                    any(filter.typed(Condition.Types.class)), any(filter.typed(Condition.Receivable.class)),
                    any(filter.typed(Condition.In.class).stream().filter(Condition.In::namesSide).toList())));
        }
        if (!filter.currency().isEmpty()) {
            parts.add(chip(!aside.currency(), place(place -> place.currency().equals(filter.currency())),
                    any(filter.typed(Condition.Currencies.class))));
        }
        if (!filter.company().isEmpty()) {
            parts.add(chip(!aside.company(), place(place -> place.company().equals(filter.company())),
                    any(filter.typed(Condition.In.class).stream().filter(in -> in.field() == RowField.COMPANY)
                            .toList())));
        }
        if (filter.period() != InvoicePeriod.Relative.ALL) {
            parts.add(chip(!aside.period(), dated(filter.period()), any(filter.typed(Condition.Dated.class))));
        }
        if (!filter.marks().isEmpty()) {
            List<MarkChoice> stand = filter.marks().stream().filter(mark -> !aside.mark(mark)).toList();
            parts.add(chip(!stand.isEmpty(),
                    any((stand.isEmpty() ? filter.marks() : stand).stream().map(Condition.Marked::new).toList()),
                    any(filter.typed(Condition.Marked.class))));
        }
        if (!filter.statuses().isEmpty()) {
            List<StatusChoice> stand = filter.statuses().stream().filter(status -> !aside.status(status)).toList();
            parts.add(chip(!stand.isEmpty(),
                    any((stand.isEmpty() ? filter.statuses() : stand).stream().map(Condition.Status::new).toList()),
                    any(filter.typed(Condition.Status.class)), any(filter.typed(Condition.Receivable.class)),
                    any(filter.typed(Condition.Late.class)), any(filter.typed(Condition.Due.class))));
        }
    }

    private static Test chip(boolean stands, Test chosen, Test... typed) {
        return stands ? chosen : Stream.of(typed).reduce(chosen, RowTests::or);
    }

    private Test any(List<? extends Condition> conditions) {
        return conditions.stream().map(this::test).reduce(RowTests::or).orElse((page, among) -> new BitSet());
    }

    static Test or(Test one, Test other) {
        return (page, among) -> {
            BitSet rows = one.rows(page, among);
            BitSet rest = without(among, rows);
            if (!rest.isEmpty()) {
                rows.or(other.rows(page, rest));
            }
            return rows;
        };
    }

    static Test all(List<Test> tests) {
        return (page, among) -> {
            BitSet rows = without(among, NONE);
            for (Test test : tests) {
                if (!rows.isEmpty()) {
                    rows = test.rows(page, rows);
                }
            }
            return rows;
        };
    }

    private static Test not(Test test) {
        return (page, among) -> without(among, test.rows(page, among));
    }

    private static BitSet without(BitSet rows, BitSet others) {
        var rest = (BitSet) rows.clone();
        rest.andNot(others);
        return rest;
    }

    private Test test(Condition condition) {
        return switch (condition) {
            case Condition.Text text -> text.isForLines() ? or(inRow(text), inLines(text.line())) : inRow(text);
            case Condition.Scattered scattered -> all(scattered.words().stream().map(RowTests::inRow).toList());
            case Condition.Amount amount -> or(isAmount(amount), inLines(amount.line()));
            case Condition.Total total -> {
                var bounds = new AmountBounds(total.range());
                Test inside = each((sheet, i) -> sheet.decimals[i] == Sheet.EXACT
                        ? bounds.contains(sheet.amounts(i).total())
                        : bounds.contains(sheet.total[i], sheet.decimals[i]));
                yield total.currencies().isEmpty()
                        ? inside
                        : all(List.of(place(place -> total.currencies().contains(place.currency())), inside));
            }
            case Condition.Status status -> status(status.choice());
            case Condition.Receivable _ -> all(List.of(standing(standing -> standing.type().isSale()),
                    or(status(StatusChoice.UNPAID), status(StatusChoice.BLOCKED))));
            case Condition.Late late -> {
                int day = Sheet.day(today);
                yield all(List.of(status(StatusChoice.OVERDUE),
                        each((sheet, i) -> late.range().contains(DaysLate.on(day, sheet.openDue(i))))));
            }
            case Condition.Due due -> {
                var days = new DayMemory(
                        day -> day != Sheet.NO_DAY && due.period().contains(Sheet.date(day), today));
                Test open = each((sheet, i) -> days.test(sheet.openDue(i)));
                yield due.period() instanceof InvoicePeriod.Overdue
                        ? all(List.of(status(StatusChoice.OVERDUE), open))
                        : open;
            }
            case Condition.In in -> new FieldTests(books).of(in);
            case Condition.Documents _ -> standing(any -> true);
            case Condition.Types types -> standing(standing -> types.types().contains(standing.type()));
            case Condition.Dated dated -> dated(dated.period());
            case Condition.Marked marked -> each((sheet, i) -> marks.matches(marked.choice(), sheet, i, today));
            case Condition.Note note -> each((sheet, i) -> {
                String text = marks.note(sheet, i);
                return !text.isEmpty() && note.forms().stream().anyMatch(Folding.searchable(text)::contains);
            });
            case Condition.Currencies currencies -> place(place -> currencies.codes().contains(place.currency()));
        };
    }

    static Test each(Column column) {
        return (page, among) -> {
            Sheet sheet = page.sheet();
            long[] asked = among.toLongArray();
            var words = new long[asked.length];
            for (int i = 0; i < asked.length * Long.SIZE; i++) {
                if ((asked[i / Long.SIZE] >>> i & 1) != 0 && column.passes(sheet, i)) {
                    words[i / Long.SIZE] |= 1L << i;
                }
            }
            return BitSet.valueOf(words);
        };
    }

    static Test inRow(Condition.Text text) {
        List<String> forms = text.forms().stream().map(RowTexts::encoded).toList();
        boolean whole = text.line().whole();
        return (page, among) -> page.sheet().search.holding(forms, whole, among);
    }

    /** The invoices with a printed line that holds a term; none where there are no lines. */
    static Test inLines(LineTerm term) {
        return switch (term) {
            case LineTerm.Text text -> {
                List<String> forms = Folding.forms(text.typed()).stream().map(RowTexts::encoded).toList();
                yield (page, among) -> {
                    SheetLines lines = page.lines();
                    return lines == null ? new BitSet() : lines.holding(forms, text.whole(), among);
                };
            }
            case LineTerm.Amount amount -> (page, among) -> {
                var rows = new BitSet(Sheet.MOST);
                SheetLines lines = page.lines();
                if (lines != null) {
                    lines.mark(amount.value(), rows);
                    rows.and(among);
                }
                return rows;
            };
        };
    }

    private static Test isAmount(Condition.Amount amount) {
        var value = AmountBounds.exactly(amount.line().value());
        return each((sheet, i) -> {
            if (sheet.decimals[i] == Sheet.EXACT) {
                Sheet.Amounts exact = sheet.amounts(i);
                return value.contains(exact.total()) || value.contains(exact.residual())
                        || value.contains(exact.untaxed()) || value.contains(exact.tax());
            }
            int decimals = sheet.decimals[i];
            return value.contains(sheet.total[i], decimals) || value.contains(sheet.residual[i], decimals)
                    || value.contains(sheet.untaxed[i], decimals) || value.contains(sheet.tax(i), decimals);
        });
    }

    private static Test among(Set<InvoiceKey> keys) {
        Map<ConnectionId, Set<Long>> ids = keys.stream().collect(
                Collectors.groupingBy(InvoiceKey::connection, Collectors.mapping(InvoiceKey::id, Collectors.toSet())));
        return each((sheet, i) -> ids.getOrDefault(sheet.place(i).connection(), Set.of()).contains(sheet.ids[i]));
    }

    static Test standing(Predicate<Standing> wanted) {
        boolean[] table = Standing.table(wanted);
        return each((sheet, i) -> table[sheet.standings[i]]);
    }

    private Test place(Predicate<Place> wanted) {
        List<Place> all = books.places().all();
        var table = new boolean[all.size()];
        for (int i = 0; i < table.length; i++) {
            table[i] = wanted.test(all.get(i));
        }
        return each((sheet, i) -> table[sheet.places[i]]);
    }

    private Test status(StatusChoice choice) {
        boolean[] late = Standing.table(
                standing -> choice.matches(standing, standing.status(today.minusDays(1), today)));
        boolean[] onTime = Standing.table(standing -> choice.matches(standing, standing.status(null, today)));
        int day = Sheet.day(today);
        return each((sheet, i) -> (StatusTable.isLate(sheet, i, day) ? late : onTime)[sheet.standings[i]]);
    }

    private Test dated(InvoicePeriod period) {
        // made for one question, which one thread asks
        var days = new DayMemory(day -> period.contains(Sheet.date(day), today));
        return each((sheet, i) -> days.test(sheet.dates[i]));
    }
}
