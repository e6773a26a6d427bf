package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Folding;
import app.loupe.domain.Invoice;
import app.loupe.domain.Money;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds bills of one vendor that carry the same reference: entered twice, and soon paid twice. Refunds are held against
 * refunds. A bill that was reversed and entered again is none, nor is a text without a figure, nor a contract or customer
 * number that stands on bills of three or more months, nor what a vendor numbers from 1 every year: bills of two years with a
 * short number, or of different totals, are held against each other only when they lie close together. Those with a longer
 * reference and the same total are one bill, even where a year was mistyped.
 */
final class DuplicateReferences implements Check {
    private static final int REPEATED = 3;
    private static final int CLOSE_MONTHS = 9;
    /** Figures of a number that may begin with 1 every year; with the year in it, it has more. */
    private static final int MOST_RUNNING_FIGURES = 4;

    private final ConnectionId connection;
    private final Map<Same, List<Bill>> bills = new LinkedHashMap<>();

    private record Same(long company, long partner, boolean refund, String reference) {}

    private record Bill(Finding.Document document, String partner, String reference, Money total) {
        private LocalDate datedOr(LocalDate newest) {
            LocalDate date = document.date();
            return date == null ? newest : date;
        }
    }

    DuplicateReferences(ConnectionId connection) {
        this.connection = connection;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        Ref partner = invoice.parties().commercialPartner();
        if (!present || invoice.type().isSale() || invoice.state() == MoveState.CANCELLED || partner == null
                || (invoice.state() == MoveState.POSTED && invoice.paymentState() == PaymentState.REVERSED)) {
            return;
        }
        String folded = folded(invoice.otherInfo().ref());
        if (folded.chars().anyMatch(Character::isDigit)) {
            bills.computeIfAbsent(
                    new Same(Ref.idOf(invoice.booking().company()), partner.id(), invoice.type().isRefund(), folded),
                    none -> new ArrayList<>(1))
                    .add(new Bill(Finding.Document.of(connection, invoice), partner.name(), invoice.otherInfo().ref(),
                            Money.of(invoice.amounts().total(), invoice.booking().currency())));
        }
    }

    /** Letters and digits: "inv-001" and "INV 001" are one reference to whoever types them. */
    static String folded(String reference) {
        return Folding.fold(reference).codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) throws ProblemException {
        for (List<Bill> same : bills.values()) {
            if (same.size() > 1 && !isContract(same)) {
                close(same, cancel).stream().filter(group -> group.size() > 1 && !isContract(group))
                        .map(this::finding).forEach(found);
            }
        }
    }

    /** Those that belong together, each with at least one other of its group; without a date they are as new as the newest. */
    private static List<List<Bill>> close(List<Bill> same, CancelToken cancel) throws ProblemException {
        LocalDate newest = same.stream().map(bill -> bill.document().date()).filter(date -> date != null)
                .max(Comparator.naturalOrder()).orElse(LocalDate.MAX);
        var groups = new ArrayList<List<Bill>>();
        for (Bill bill : same) {
            cancel.check();
            List<List<Bill>> joined = groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> belongTogether(other, bill, newest))).toList();
            groups.removeAll(joined);
            groups.add(Stream.concat(joined.stream().flatMap(List::stream), Stream.of(bill)).toList());
        }
        return groups;
    }

    private static boolean belongTogether(Bill one, Bill other, LocalDate newest) {
        return isClose(one.datedOr(newest), other.datedOr(newest))
                || (one.total().equals(other.total()) && !isRunning(one.reference()));
    }

    private static boolean isRunning(String reference) {
        return reference.chars().filter(Character::isDigit).count() <= MOST_RUNNING_FIGURES;
    }

    private static boolean isClose(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear() || (one.isBefore(other)
                ? other.isBefore(one.plusMonths(CLOSE_MONTHS))
                : one.isBefore(other.plusMonths(CLOSE_MONTHS)));
    }

    private static boolean isContract(List<Bill> same) {
        long months = same.stream().map(Bill::document).map(Finding.Document::date).filter(date -> date != null)
                .map(YearMonth::from).distinct().count();
        return same.size() >= REPEATED && months == same.size();
    }

    private Finding finding(List<Bill> same) {
        List<Bill> ordered = same.stream().sorted(Comparator.comparingLong(bill -> bill.document().key().id()))
                .toList();
        Bill first = ordered.getFirst();
        var fact = new Fact.SameReference(first.partner(), first.reference(),
                ordered.stream().map(Bill::total).toList());
        return Finding.of(connection, fact.sameSum() ? Weight.HIGH : Weight.MEDIUM,
                ordered.stream().map(Bill::document).toList(), fact,
                ordered.stream().map(bill -> Long.toString(bill.document().key().id()))
                        .collect(Collectors.joining("-")));
    }
}
