package app.loupe.review;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that a row has from short lists of words, numbered so that two bytes hold it and a table answers what it means. */
record Standing(MoveType type, MoveState state, PaymentState payment, Presence presence, boolean toReview) {
    /** Each at its number. */
    static final List<Standing> ALL = all();
    private static final int STATES = MoveState.values().length;
    private static final int PAYMENTS = PaymentState.values().length;
    private static final int PRESENCES = Presence.values().length;

    static Standing of(InvoiceRow row) {
        return new Standing(row.type(), row.state(), row.paymentState(), row.presence(), row.otherInfo().toReview());
    }

    private static List<Standing> all() {
        var all = new ArrayList<Standing>();
        for (MoveType type : MoveType.values()) {
            for (MoveState state : MoveState.values()) {
                for (PaymentState payment : PaymentState.values()) {
                    for (Presence presence : Presence.values()) {
                        all.add(new Standing(type, state, payment, presence, false));
                        all.add(new Standing(type, state, payment, presence, true));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** Whether something holds for each of them, to be looked up by their numbers. */
    static boolean[] table(Predicate<Standing> wanted) {
        var table = new boolean[ALL.size()];
        for (int i = 0; i < table.length; i++) {
            table[i] = wanted.test(ALL.get(i));
        }
        return table;
    }

    /** For each of them whether it is added up on one side: sales, or else purchases. */
    static boolean[] addedUp(boolean purchases) {
        return table(standing -> standing.isAddedUp() && standing.type().isSale() != purchases);
    }

    /** Its number in {@link #ALL}, reckoned from its place there: to look it up is a third of writing the books. */
    @SuppressWarnings("EnumOrdinal")
    short number() {
        int number = (type.ordinal() * STATES + state.ordinal()) * PAYMENTS + payment.ordinal();
        return (short) ((number * PRESENCES + presence.ordinal()) * 2 + (toReview ? 1 : 0));
    }

    /** Whether the invoice counts; see {@link Counting}. */
    boolean counts() {
        return Counting.counts(presence);
    }

    /** Whether its amounts are added up: posted, and it counts. */
    boolean isAddedUp() {
        return state == MoveState.POSTED && counts();
    }

    /** Whether money may still come. */
    boolean isOpen() {
        return isAddedUp() && switch (payment) {
            case NOT_PAID, PARTIAL, BLOCKED -> true;
            case IN_PAYMENT, PAID, REVERSED, LEGACY -> false;
        };
    }

    /** The one status on a day; of an invoice that does not count why it does not. */
    InvoiceStatus status(@Nullable LocalDate due, LocalDate today) {
        return switch (presence) {
            case PRESENT -> InvoiceStatus.of(state, payment, due, today);
            case REMOVED_IN_ODOO -> InvoiceStatus.REMOVED_IN_ODOO;
            case NO_LONGER_ACCESSIBLE -> InvoiceStatus.NO_LONGER_ACCESSIBLE;
        };
    }
}
