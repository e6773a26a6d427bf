package app.loupe.review;

import app.loupe.domain.MoveType;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides whose the documents are that a word such as {@code outstanding} asks for: by itself it is the name of the overview's card,
 * which counts what customers owe; {@code outstanding bills}, or the same word while only kinds of purchases are chosen, are the
 * bills that are unpaid.
 */
final class Receivables {
    private static final Condition UNPAID = new Condition.Status(StatusChoice.UNPAID);

    private Receivables() {}

    /** The search as it is meant beside these chosen kinds, of which none are all. */
    static InvoiceQuery beside(Set<MoveType> chosen, InvoiceQuery query) {
        if (query.terms().stream().noneMatch(Receivables::isOfAnySide)
                || !(namesKind(query) || (!chosen.isEmpty() && chosen.stream().noneMatch(MoveType::isSale)))) {
            return query;
        }
        return new InvoiceQuery(query.typed(), query.terms().stream().map(Receivables::asStatus).toList(),
                query.unreadable(), query.hints());
    }

    private static boolean isOfAnySide(InvoiceQuery.Term term) {
        return term.readings().getFirst() instanceof Condition.Receivable(boolean ofAnySide) && ofAnySide;
    }

    private static boolean namesKind(InvoiceQuery query) {
        return query.terms().stream().filter(term -> !term.excluded()).map(term -> term.readings().getFirst())
                .anyMatch(reading -> switch (reading) {
                    case Condition.Types _,Condition.Documents _ -> true;
                    case Condition.In in -> in.namesSide();
                    default -> false;
                });
    }

    private static InvoiceQuery.Term asStatus(InvoiceQuery.Term term) {
        return isOfAnySide(term)
                ? new InvoiceQuery.Term(term.token(),
                        Stream.concat(Stream.of(UNPAID), term.readings().stream().skip(1)).toList())
                : term;
    }
}
