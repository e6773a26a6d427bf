package app.loupe.review;

import app.loupe.domain.MoveType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides whose the documents are that a word such as {@code outstanding} asks for: by itself it is the name of the overview's card,
 * which counts what customers owe; {@code outstanding bills}, or the same word while only kinds of purchases are chosen, are the
 * bills that are unpaid. A word that is of customers alone is read so, too, where nothing but purchases is named beside it: no bill is
 * owed by a customer.
 */
final class Receivables {
    private static final Condition UNPAID = new Condition.Status(StatusChoice.UNPAID);

    private Receivables() {}

    /** The search as it is meant beside these chosen kinds, of which none are all. */
    static InvoiceQuery beside(Set<MoveType> chosen, InvoiceQuery query) {
        List<Condition> kinds = kinds(query);
        Predicate<Condition.Receivable> isStatus = !kinds.isEmpty()
                && kinds.stream().allMatch(Receivables::isOfPurchases)
                        ? any -> true
                        : word -> word.ofAnySide() && (!kinds.isEmpty()
                                || (!chosen.isEmpty() && chosen.stream().noneMatch(MoveType::isSale)));
        return query.terms().stream().noneMatch(term -> isMeant(isStatus, term))
                ? query
                : new InvoiceQuery(query.typed(), query.terms().stream()
                        .map(term -> isMeant(isStatus, term) ? asStatus(term) : term).toList(),
                        query.unreadable(), query.hints());
    }

    private static boolean isMeant(Predicate<Condition.Receivable> asStatus, InvoiceQuery.Term term) {
        return term.readings().getFirst() instanceof Condition.Receivable word && asStatus.test(word);
    }

    /** What names kinds of documents, or a side. */
    private static List<Condition> kinds(InvoiceQuery query) {
        return query.terms().stream().filter(term -> !term.excluded()).map(term -> term.readings().getFirst())
                .filter(reading -> switch (reading) {
                    case Condition.Types _,Condition.Documents _ -> true;
                    case Condition.In in -> in.namesSide();
                    default -> false;
                }).toList();
    }

    private static boolean isOfPurchases(Condition kind) {
        return switch (kind) {
            case Condition.Types types -> types.types().stream().noneMatch(MoveType::isSale);
            case Condition.In in -> in.field() == RowField.VENDOR;
            default -> false;
        };
    }

    private static InvoiceQuery.Term asStatus(InvoiceQuery.Term term) {
        return new InvoiceQuery.Term(term.token(),
                Stream.concat(Stream.of(UNPAID), term.readings().stream().skip(1)).toList());
    }
}
