package app.loupe.review;

import app.loupe.domain.MoveType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which chips a search sets aside: {@code bills} shows bills while the chip "Customer invoices" is on ({@link InvoiceFilter}), and
 * a chip that looked chosen meanwhile would say of the list what is not so. A chip stays where the search names the same, or something
 * wider without a name of something else: it is true of every row then ({@link RowTests}).
 *
 * @param filter chips and search together
 */
public record SetAside(InvoiceFilter filter) {
    /** Of no chips and no search. */
    public static final SetAside NOTHING = new SetAside(InvoiceFilter.ALL);

    private static final Set<StatusChoice> OPEN = EnumSet.of(StatusChoice.UNPAID, StatusChoice.OVERDUE,
            StatusChoice.PARTLY_PAID);

    /** Whether the search asks for other kinds of documents than these, which are one chip, and than those of the chips beside it. */
    public boolean types(Set<MoveType> chip) {
        Set<MoveType> typed = typedKinds();
        return namesKinds() && (typed.stream().noneMatch(chip::contains)
                || !typed.stream().allMatch(type -> chip.contains(type) || filter.types().contains(type)));
    }

    /** The kinds of documents that are asked for, by the search or else by chips; empty for all. */
    public Set<MoveType> kinds() {
        return namesKinds() ? typedKinds() : filter.types();
    }

    private boolean namesKinds() {
        return !filter.typed(Condition.Types.class).isEmpty() || asksReceivable()
                || filter.typed(Condition.In.class).stream().anyMatch(Condition.In::namesSide);
    }

    private boolean asksReceivable() {
        return !filter.typed(Condition.Receivable.class).isEmpty();
    }

    private Set<MoveType> typedKinds() {
        List<Condition.Types> kinds = filter.typed(Condition.Types.class);
        List<Condition.In> sides = filter.typed(Condition.In.class).stream().filter(Condition.In::namesSide).toList();
        return Arrays.stream(MoveType.values())
                .filter(type -> kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.types().contains(type)))
                .filter(type -> type.isSale() || !asksReceivable())
                .filter(type -> sides.isEmpty() || sides.stream()
                        .anyMatch(side -> type.isSale() == (side.field() == RowField.CUSTOMER)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the search asks for other statuses than this chip and those beside it; what is due or late is not paid. */
    public boolean status(StatusChoice chip) {
        Set<StatusChoice> typed = filter.typed(Condition.Status.class).stream().map(Condition.Status::choice)
                .collect(Collectors.toSet());
        if (asksReceivable()) {
            typed.add(StatusChoice.UNPAID);
        }
        boolean due = !filter.typed(Condition.Due.class).isEmpty() || !filter.typed(Condition.Late.class).isEmpty();
        boolean named = typed.isEmpty()
                ? chip == StatusChoice.UNPAID
                : typed.stream().anyMatch(covered(chip)::contains);
        return (due || !typed.isEmpty()) && !(named && typed.stream().allMatch(one -> covered(chip).contains(one)
                || filter.statuses().stream().anyMatch(beside -> covered(beside).contains(one))));
    }

    /** The statuses that a chip is true of. */
    private static Set<StatusChoice> covered(StatusChoice chip) {
        return chip == StatusChoice.UNPAID ? OPEN : Set.of(chip);
    }

    /** Whether the search asks for other marks of the owner's than this chip and those beside it. */
    public boolean mark(MarkChoice chip) {
        List<Condition.Marked> typed = filter.typed(Condition.Marked.class);
        return !typed.isEmpty() && (typed.stream().noneMatch(mark -> mark.choice() == chip) || !typed.stream()
                .allMatch(mark -> mark.choice() == chip || filter.marks().contains(mark.choice())));
    }

    /** Whether the search asks for other days than the chosen period. */
    public boolean period() {
        List<Condition.Dated> typed = filter.typed(Condition.Dated.class);
        return !typed.isEmpty() && !typed.equals(List.of(new Condition.Dated(filter.period())));
    }

    /** Whether the search asks for other companies than the chosen one. */
    public boolean company() {
        List<Condition.In> typed = filter.typed(Condition.In.class).stream()
                .filter(in -> in.field() == RowField.COMPANY).toList();
        return !typed.stream().allMatch(in -> in.isHeldBy(filter.company()));
    }

    /** Whether the search asks for other currencies than the chosen one. */
    public boolean currency() {
        List<Condition.Currencies> typed = filter.typed(Condition.Currencies.class);
        return !typed.stream().allMatch(some -> some.codes().contains(filter.currency()));
    }
}
