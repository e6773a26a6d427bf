package app.loupe.domain;

import app.loupe.domain.InvoiceChange.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run found changed at one invoice, in a word. An invoice that is new is that, whatever else came with it, unless it was
 * removed by then; of several other changes the one counts that the owner has to know first. The constants stand in the order in
 * which kinds are listed.
 */
public enum ChangeKind {
    /** What a posted document shows changed. */
    EDITED(Group.NEEDS_A_LOOK),
    REMOVED(Group.NEEDS_A_LOOK),
    INACCESSIBLE(Group.NEEDS_A_LOOK),
    /** Of what a posted document shows, only the due date or the payment terms changed. */
    DUE_DATE_MOVED(Group.NEEDS_A_LOOK),
    /** Less is paid than before. */
    PAYMENT_TAKEN_BACK(Group.NEEDS_A_LOOK),
    CANCELLED(Group.NEEDS_A_LOOK),
    PAID(Group.GOOD_NEWS),
    PARTLY_PAID(Group.GOOD_NEWS),
    NEW(Group.NEW),
    OTHER(Group.OTHER);

    private static final Set<InvoiceField> OF_THE_DAY = Set.of(InvoiceField.DUE_DATE, InvoiceField.PAYMENT_TERMS);

    private final Group group;

    ChangeKind(Group group) {
        this.group = group;
    }

    /** The groups under which kinds are listed. */
    public enum Group {
        NEEDS_A_LOOK,
        GOOD_NEWS,
        NEW,
        OTHER
    }

    /** The group under which this kind is listed. */
    public Group group() {
        return group;
    }

    /** The kind of all changes that one run found at one invoice. */
    public static ChangeKind of(List<InvoiceChange> changes) {
        // what comes with a new invoice is no change
        if (any(changes, change -> change.kind() == Kind.NEW)) {
            return any(changes, change -> change.kind() == Kind.REMOVED) ? REMOVED : NEW;
        }
        if (any(changes, change -> change.editedAfterPosting() && !OF_THE_DAY.contains(change.field()))) {
            return EDITED;
        }
        if (any(changes, change -> change.kind() == Kind.REMOVED)) {
            return REMOVED;
        }
        if (any(changes, change -> change.kind() == Kind.INACCESSIBLE)) {
            return INACCESSIBLE;
        }
        if (any(changes, InvoiceChange::editedAfterPosting)) {
            return DUE_DATE_MOVED;
        }
        return settled(changes);
    }

    private static ChangeKind settled(List<InvoiceChange> changes) {
        boolean more = any(changes, change -> change.kind() == Kind.PAYMENT_ADDED);
        boolean less = any(changes, change -> change.kind() == Kind.PAYMENT_REMOVED);
        Optional<InvoiceChange> state = changes.stream()
                .filter(change -> change.field() == InvoiceField.PAYMENT_STATE).findFirst();
        int before = state.map(change -> rank(change.before())).orElse(0);
        int after = state.map(change -> rank(change.after())).orElse(0);
        boolean cancelledOut = state.map(InvoiceChange::after).flatMap(PaymentState::ofOdoo)
                .filter(PaymentState.REVERSED::equals).isPresent();
        // a reversal is no payment, and one after another takes none back
        if ((after < before && (less || !cancelledOut)) || (state.isEmpty() && less && !more)) {
            return PAYMENT_TAKEN_BACK;
        }
        if (any(changes, change -> change.field() == InvoiceField.STATE
                && change.after().equals(MoveState.CANCELLED.odoo()))) {
            return CANCELLED;
        }
        if (after == rank(PaymentState.PAID.odoo()) && before < after) {
            return PAID;
        }
        return after > before || (more && !less && state.isEmpty()) ? PARTLY_PAID : OTHER;
    }

    /** How far a payment state is paid; a reversal is no payment. */
    private static int rank(String state) {
        return PaymentState.ofOdoo(state).map(known -> switch (known) {
            case PAID, IN_PAYMENT -> 2;
            case PARTIAL -> 1;
            case NOT_PAID, REVERSED, BLOCKED, LEGACY -> 0;
        }).orElse(0);
    }

    private static boolean any(List<InvoiceChange> changes, Predicate<InvoiceChange> which) {
        return changes.stream().anyMatch(which);
    }
}
