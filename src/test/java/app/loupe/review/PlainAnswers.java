package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.LineKind;
import app.loupe.domain.LineTerm;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers of the books, worked out row by row in the plainest way: what {@link Books} are compared with. */
record PlainAnswers(List<InvoiceRow> rows, List<PrintedLine> lines, LocalDate today) {
    List<InvoiceRow> found(InvoiceFilter filter, boolean removedToo) {
        List<StatusChoice> typed = filter.typed(Condition.Status.class).stream().map(Condition.Status::choice).toList();
        boolean asked = (typed.isEmpty() ? filter.statuses() : typed).contains(StatusChoice.REMOVED);
        return rows.stream().filter(row -> removedToo || asked || row.presence() == InvoiceRow.Presence.PRESENT)
                .filter(row -> passes(row, filter)).toList();
    }

    private boolean passes(InvoiceRow row, InvoiceFilter filter) {
        Map<Object, List<InvoiceQuery.Term>> groups = filter.query().terms().stream()
                .filter(term -> !term.excluded() && isAlternative(term))
                .collect(Collectors.groupingBy(term -> ((Condition.Filter) term.readings().getFirst()).group()));
        var aside = new SetAside(filter);
        List<StatusChoice> standing = filter.statuses().stream().filter(choice -> !aside.status(choice)).toList();
        return chip(!aside.types(filter.types()), filter.types().isEmpty() || filter.types().contains(row.type()), row,
                Stream.of(filter.typed(Condition.Types.class).stream(),
                        filter.typed(Condition.Receivable.class).stream(),
                        filter.typed(Condition.In.class).stream().filter(Condition.In::namesSide))
                        .flatMap(sort -> sort).toList())
                && chip(!aside.company(),
                        filter.company().isEmpty() || filter.company().equals(row.otherInfo().company()), row,
                        filter.typed(Condition.In.class).stream().filter(in -> in.field() == RowField.COMPANY).toList())
                && chip(!aside.currency(),
                        filter.currency().isEmpty() || filter.currency().equals(row.amounts().currency()), row,
                        filter.typed(Condition.Currencies.class))
                && chip(!aside.period(), filter.period().contains(row.invoiceDate(), today), row,
                        filter.typed(Condition.Dated.class))
                && chip(!standing.isEmpty(), filter.statuses().isEmpty()
                        || (standing.isEmpty() ? filter.statuses() : standing).stream()
                                .anyMatch(choice -> answers(row, choice)),
                        row,
                        Stream.of(Condition.Status.class, Condition.Receivable.class, Condition.Late.class,
                                Condition.Due.class)
                                .flatMap(sort -> filter.typed(sort).stream()).toList())
                && groups.values().stream().allMatch(group -> group.stream().anyMatch(term -> any(row, term)))
                && filter.query().terms().stream().filter(InvoiceQuery.Term::excluded).noneMatch(term -> any(row, term))
                && filter.query().terms().stream()
                        .filter(term -> !term.excluded() && !isAlternative(term))
                        .allMatch(term -> any(row, term));
    }

    private static boolean isAlternative(InvoiceQuery.Term term) {
        return term.readings().getFirst() instanceof Condition.Filter filter && filter.isAlternative();
    }

    /** A chip that stands holds; another gives way to what is typed. */
    private boolean chip(boolean stands, boolean passes, InvoiceRow row, List<? extends Condition> typed) {
        return passes || (!stands && typed.stream().anyMatch(condition -> holds(row, condition)));
    }

    private boolean any(InvoiceRow row, InvoiceQuery.Term term) {
        return term.readings().stream().anyMatch(condition -> holds(row, condition));
    }

    private boolean holds(InvoiceRow row, Condition condition) {
        return switch (condition) {
            case Condition.Text text -> inRow(row, text)
                    || (text.line().typed().length() > 1 && inLines(row.key(), text.line()));
            case Condition.Scattered scattered -> scattered.words().stream().allMatch(word -> inRow(row, word));
            case Condition.Amount amount ->
                Stream.of(row.amounts().untaxed(), row.amounts().tax(), row.amounts().total(), row.amounts().residual())
                        .anyMatch(one -> one.abs().compareTo(amount.line().value()) == 0)
                        || inLines(row.key(), amount.line());
            case Condition.Total total -> total.range().contains(row.amounts().total().abs())
                    && (total.currencies().isEmpty() || total.currencies().contains(row.amounts().currency()));
            case Condition.Status status -> answers(row, status.choice());
            case Condition.Receivable _ -> row.type().isSale()
                    && (answers(row, StatusChoice.UNPAID) || answers(row, StatusChoice.BLOCKED));
            case Condition.Late late -> answers(row, StatusChoice.OVERDUE) && new ReviewRow(row).openDueDate()
                    .filter(due -> late.range().contains(due.until(today, ChronoUnit.DAYS))).isPresent();
            case Condition.Due due -> (!(due.period() instanceof InvoicePeriod.Overdue)
                    || answers(row, StatusChoice.OVERDUE))
                    && new ReviewRow(row).openDueDate().filter(day -> due.period().contains(day, today)).isPresent();
            case Condition.In in -> in.field() == RowField.PRODUCT
                    ? inLines(row.key(), in.text().line())
                    : texts(row, in.field()).anyMatch(text -> holds(text, in.text().line()));
            case Condition.Documents _ -> true;
            case Condition.Types types -> types.types().contains(row.type());
            case Condition.Dated dated -> dated.period().contains(row.invoiceDate(), today);
            case Condition.Marked marked -> false;
            case Condition.Note note -> false;
            case Condition.Currencies currencies -> currencies.codes().contains(row.amounts().currency());
        };
    }

    private static Stream<String> texts(InvoiceRow row, RowField field) {
        return switch (field) {
            case NUMBER -> Stream.of(row.number());
            case PARTNER -> Stream.of(row.partner().name());
            case CUSTOMER -> row.type().isSale() ? Stream.of(row.partner().name()) : Stream.empty();
            case VENDOR -> row.type().isSale() ? Stream.empty() : Stream.of(row.partner().name());
            case VAT -> Stream.of(row.partner().vat());
            case REFERENCE -> Stream.of(row.otherInfo().ref(), row.otherInfo().paymentReference());
            case SOURCE -> Stream.of(row.otherInfo().origin());
            case COMPANY -> Stream.of(row.otherInfo().company());
            case SALESPERSON -> Stream.of(row.otherInfo().salesperson());
            case JOURNAL -> Stream.of(row.booking().journal());
            case PRODUCT -> Stream.empty();
        };
    }

    private static boolean inRow(InvoiceRow row, Condition.Text text) {
        return holds(String.join("\n", row.number(), row.partner().name(), row.partner().vat(), row.otherInfo().ref(),
                row.otherInfo().paymentReference(), row.otherInfo().origin(), row.otherInfo().company(),
                row.otherInfo().salesperson()), text.line());
    }

    private static boolean holds(String text, LineTerm.Text term) {
        String searched = Folding.searchable(text);
        return Folding.forms(term.typed()).stream().anyMatch(form -> term.whole()
                ? containsWhole(searched, form)
                : searched.contains(form));
    }

    /** Whether a folded text contains a folded word or phrase with no letter or digit right before or behind it. */
    static boolean containsWhole(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)))) {
                return true;
            }
        }
        return false;
    }

    static String product(PrintedLine line) {
        return line.product() == null ? "" : line.product().name();
    }

    boolean inLines(InvoiceKey key, LineTerm term) {
        return lines.stream().filter(line -> line.invoice().equals(key)).anyMatch(line -> switch (term) {
            case LineTerm.Text text -> holds(line.label(), text) || holds(product(line), text);
            case LineTerm.Amount amount -> line.kind() == LineKind.PRODUCT
                    && Stream.of(line.priceUnit(), line.priceSubtotal(), line.priceTotal())
                            .anyMatch(value -> value.abs().compareTo(amount.value()) == 0);
        });
    }

    private InvoiceStatus status(InvoiceRow row) {
        return switch (row.presence()) {
            case PRESENT -> InvoiceStatus.of(row.state(), row.paymentState(), row.firstOpenDue(), today);
            case REMOVED_IN_ODOO -> InvoiceStatus.REMOVED_IN_ODOO;
            case NO_LONGER_ACCESSIBLE -> InvoiceStatus.NO_LONGER_ACCESSIBLE;
        };
    }

    private boolean answers(InvoiceRow row, StatusChoice choice) {
        InvoiceStatus status = status(row);
        boolean late = status == InvoiceStatus.OVERDUE;
        return switch (choice) {
            case UNPAID -> late || status == InvoiceStatus.UNPAID || status == InvoiceStatus.PARTLY_PAID;
            case OVERDUE -> late;
            case PARTLY_PAID -> status == InvoiceStatus.PARTLY_PAID
                    || (late && row.paymentState() == PaymentState.PARTIAL);
            case PAID -> status == InvoiceStatus.PAID || status == InvoiceStatus.IN_PAYMENT;
            case DRAFT -> status == InvoiceStatus.DRAFT;
            case CANCELLED -> status == InvoiceStatus.CANCELLED;
            case REVERSED -> status == InvoiceStatus.REVERSED;
            case IN_PAYMENT -> status == InvoiceStatus.IN_PAYMENT;
            case BLOCKED -> status == InvoiceStatus.BLOCKED;
            case REMOVED -> row.presence() != InvoiceRow.Presence.PRESENT;
        };
    }

    /** How many of each status. */
    Map<InvoiceStatus, Integer> statuses(List<InvoiceRow> some) {
        return some.stream().collect(Collectors.toMap(this::status, row -> 1, Integer::sum, TreeMap::new));
    }

    /** Direction, currency, total and due of what is added up, without needless zeros. */
    static Set<List<Object>> sums(List<InvoiceRow> some) {
        return some.stream()
                .filter(row -> row.state() == MoveState.POSTED && row.presence() == InvoiceRow.Presence.PRESENT)
                .collect(Collectors.groupingBy(
                        row -> List.of(row.type().isSale() ? Totals.Direction.SALES : Totals.Direction.PURCHASES,
                                row.amounts().currency())))
                .entrySet().stream()
                .map(pot -> List.of(pot.getKey().get(0), pot.getKey().get(1),
                        sum(pot.getValue(), row -> row.type().signed(row.amounts().total())),
                        sum(pot.getValue(), row -> row.type().signed(row.amounts().residual()))))
                .collect(Collectors.toSet());
    }

    private static Object sum(List<InvoiceRow> some, Function<InvoiceRow, BigDecimal> amount) {
        return some.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
    }

    /** Those in the order of a column, newest first among equals. */
    List<InvoiceRow> sorted(List<InvoiceRow> some, InvoiceOrder order, Comparator<String> language) {
        Comparator<InvoiceRow> newest = Comparator
                .<InvoiceRow, LocalDate>comparing(row -> row.invoiceDate() == null ? LocalDate.MAX : row.invoiceDate())
                .thenComparing(row -> NaturalKey.of(row.number())).thenComparingLong(row -> row.key().id()).reversed();
        Comparator<InvoiceRow> upwards = switch (order.column()) {
            case INVOICE_DATE -> newest.reversed();
            case NUMBER -> Comparator.comparing(row -> NaturalKey.of(row.number()));
            case PARTNER -> Comparator.comparing(row -> row.partner().name(), language);
            case COMPANY -> Comparator.comparing(row -> row.otherInfo().company(), language);
            case CONNECTION -> Comparator.comparing(row -> row.key().connection().value());
            case TOTAL -> byAmount(row -> row.type().signed(row.amounts().total()), order.ascending());
            case AMOUNT_DUE -> byAmount(row -> row.type().signed(row.amounts().residual()), order.ascending());
            case STATUS -> Comparator.comparing(this::status);
            case DUE_DATE -> byDueDate(order.ascending());
        };
        return some.stream().sorted(newest).sorted(order.ascending() ? upwards : upwards.reversed()).toList();
    }

    /** The currency of most invoices first both ways; turned round with the rest where the order goes down. */
    private Comparator<InvoiceRow> byAmount(Function<InvoiceRow, BigDecimal> amount, boolean ascending) {
        Map<String, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(row -> row.amounts().currency(), Collectors.counting()));
        Comparator<InvoiceRow> currency = Comparator
                .<InvoiceRow>comparingLong(row -> -counts.getOrDefault(row.amounts().currency(), 0L))
                .thenComparing(row -> row.amounts().currency());
        return (ascending ? currency : currency.reversed()).thenComparing(amount);
    }

    /** Open ones first and those without a date last both ways; turned round with the rest where the order goes down. */
    private static Comparator<InvoiceRow> byDueDate(boolean ascending) {
        Comparator<InvoiceRow> part = Comparator.comparingInt(row -> new ReviewRow(row).openDueDate().isPresent()
                ? 0
                : row.dueDate() == null ? 2 : 1);
        return (ascending ? part : part.reversed()).thenComparing(row -> {
            LocalDate due = new ReviewRow(row).shownDueDate();
            return due == null ? LocalDate.MAX : due;
        });
    }

    Predicate<InvoiceRow> withLine(LineTerm term) {
        return row -> inLines(row.key(), term);
    }
}
