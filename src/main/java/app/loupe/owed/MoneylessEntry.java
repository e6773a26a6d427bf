package app.loupe.owed;

import app.loupe.domain.Folding;
import app.loupe.domain.Payment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by the names that Odoo's payment box gives of an entry that it moved no money: an entry of miscellaneous
 * operations, an opening balance, a write-off with an entry of its own. One that is a part of the payment's entry is not found:
 * Odoo gives one amount for both. The box does not give the type of the journal, so its name and the code in
 * front of the entry's number decide; a journal that an owner named otherwise is taken for one of money.
 */
public final class MoneylessEntry {
    /** Codes of the journals without money that Odoo's charts of accounts make. */
    private static final Set<String> CODES = Set.of("MISC", "EXCH", "CABA", "STJ");
    /** How those journals, and those that accountants add beside them, are named; folded, and in the middle of a name. */
    private static final List<String> NAMES = List.of("miscellaneous", "opening", "write off", "writeoff", "divers",
            "diverse", "diverses", "verschiedene", "varias", "varios", "varie", "ouverture", "eroffnung", "apertura",
            "abertura", "cash basis", "exchange difference", "write offs", "bad debt", "bad debts", "forderungsverlust",
            "forderungsverluste", "forderungsausfall", "forderungsausfalle", "irrecouvrable", "irrecouvrables",
            "incobrable",
            "incobrables", "oninbaar", "oninbare");
    private static final char END_OF_CODE = '/';
    /** Behind the number, the box has what was written by hand in brackets. */
    private static final String BEHIND_NUMBER = " (";

    private MoneylessEntry() {}

    /** Its number, or the name of its journal where the box gives no number; empty for an entry that may have moved money. */
    public static Optional<String> nameOf(Payment payment) {
        String number = number(payment.reference());
        return isOne(payment.label(), number)
                ? Optional.of(number.isEmpty() ? payment.label() : number)
                : Optional.empty();
    }

    /** Whether an entry of this number, in a journal of this name, moved no money. */
    public static boolean isOne(String journal, String number) {
        return CODES.contains(code(number)) || namesOne(journal);
    }

    private static String number(String reference) {
        int end = reference.indexOf(BEHIND_NUMBER);
        return (end < 0 ? reference : reference.substring(0, end)).strip();
    }

    private static String code(String number) {
        int end = number.indexOf(END_OF_CODE);
        return end < 0 ? "" : number.substring(0, end).toUpperCase(Locale.ROOT);
    }

    private static boolean namesOne(String journal) {
        String spaced = " " + Folding.fold(journal).replaceAll("[^\\p{L}]+", " ") + " ";
        return NAMES.stream().anyMatch(name -> spaced.contains(" " + name + " "));
    }
}
