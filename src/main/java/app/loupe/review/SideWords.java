package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.MoveType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@code of customers} and {@code of vendors}, which say behind a kind of document whose it is, and the same in the other
 * languages: beside another kind they name its side, so that {@code credit notes of customers} are the customers' alone; by
 * themselves they are the invoices, or the bills.
 */
final class SideWords {
    private SideWords() {}

    /** The terms, each kind of document on the side that one of them names; as they are where none does, or both sides are named. */
    static List<InvoiceQuery.Term> read(List<InvoiceQuery.Term> terms) {
        List<InvoiceQuery.Term> kinds = terms.stream()
                .filter(term -> !term.excluded() && term.token().kind() == Token.Kind.TYPE).toList();
        List<Boolean> sides = kinds.stream().filter(SideWords::isSide).flatMap(SideWords::types).map(MoveType::isSale)
                .distinct().toList();
        if (sides.size() != 1 || kinds.stream().allMatch(SideWords::isSide)) {
            return List.copyOf(terms);
        }
        boolean sale = sides.getFirst();
        var meant = EnumSet.noneOf(MoveType.class);
        kinds.stream().filter(term -> !isSide(term)).flatMap(SideWords::types)
                .map(type -> type.isSale() == sale ? type : ofOtherSide(type)).forEach(meant::add);
        return terms.stream().map(term -> kinds.contains(term) ? ofTypes(term, meant) : term).toList();
    }

    private static boolean isSide(InvoiceQuery.Term term) {
        return Keywords.isSide(Folding.fold(term.token().text()).replace(' ', '-'));
    }

    private static Stream<MoveType> types(InvoiceQuery.Term term) {
        return switch (term.readings().getFirst()) {
            case Condition.Types kinds -> kinds.types().stream();
            case Condition.Documents _ -> Stream.of(MoveType.values());
            default -> Stream.empty();
        };
    }

    /** All of them ask for the same: kinds of documents are alternatives. */
    private static InvoiceQuery.Term ofTypes(InvoiceQuery.Term term, Set<MoveType> types) {
        return new InvoiceQuery.Term(term.token(), Stream.concat(Stream.of(new Condition.Types(types)),
                term.readings().stream().skip(1)).toList());
    }

    private static MoveType ofOtherSide(MoveType type) {
        return switch (type) {
            case CUSTOMER_INVOICE -> MoveType.VENDOR_BILL;
            case CREDIT_NOTE -> MoveType.VENDOR_REFUND;
            case VENDOR_BILL -> MoveType.CUSTOMER_INVOICE;
            case VENDOR_REFUND -> MoveType.CREDIT_NOTE;
            case SALES_RECEIPT -> MoveType.PURCHASE_RECEIPT;
            case PURCHASE_RECEIPT -> MoveType.SALES_RECEIPT;
        };
    }
}
