package app.loupe.review;

import app.loupe.domain.MoveType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows the words of the search that name a filter: statuses, kinds of documents, the owner's marks and periods seen
 * from today.
 */
final class Keywords {
    private static final Map<String, StatusChoice> STATUSES = Map.ofEntries(Map.entry("unpaid", StatusChoice.UNPAID),
            Map.entry("open", StatusChoice.UNPAID),
            Map.entry("overdue", StatusChoice.OVERDUE), Map.entry("late", StatusChoice.OVERDUE),
            Map.entry("past-due", StatusChoice.OVERDUE),
            Map.entry("to-pay", StatusChoice.UNPAID),
            Map.entry("to-be-paid", StatusChoice.UNPAID), Map.entry("must-pay", StatusChoice.UNPAID),
            Map.entry("not-paid", StatusChoice.UNPAID), Map.entry("not-yet-paid", StatusChoice.UNPAID),
            Map.entry("partially-paid", StatusChoice.PARTLY_PAID), Map.entry("part-paid", StatusChoice.PARTLY_PAID),
            Map.entry("partial-payment", StatusChoice.PARTLY_PAID),
            Map.entry("partial-payments", StatusChoice.PARTLY_PAID),
            Map.entry("paid", StatusChoice.PAID), Map.entry("partly-paid", StatusChoice.PARTLY_PAID),
            Map.entry("draft", StatusChoice.DRAFT), Map.entry("drafts", StatusChoice.DRAFT),
            Map.entry("cancelled", StatusChoice.CANCELLED), Map.entry("canceled", StatusChoice.CANCELLED),
            Map.entry("reversed", StatusChoice.REVERSED), Map.entry("in-payment", StatusChoice.IN_PAYMENT),
            Map.entry("blocked", StatusChoice.BLOCKED),
            Map.entry("removed", StatusChoice.REMOVED), Map.entry("removed-in-odoo", StatusChoice.REMOVED));
    private static final Set<MoveType> CREDITS = EnumSet.of(MoveType.CREDIT_NOTE, MoveType.VENDOR_REFUND);
    private static final Set<String> REFUNDS = Set.of("refund", "refunds");
    private static final Set<MoveType> RECEIPTS = EnumSet.of(MoveType.SALES_RECEIPT, MoveType.PURCHASE_RECEIPT);
    private static final Map<Set<MoveType>, List<String>> NAMES_OF_TYPES = Map.of(
            EnumSet.of(MoveType.CUSTOMER_INVOICE), List.of("invoice", "customer-invoice", "sales-invoice"),
            EnumSet.of(MoveType.VENDOR_BILL), List.of("bill", "vendor-bill", "supplier-bill", "purchase-bill",
                    "vendor-invoice", "supplier-invoice", "purchase-invoice"),
            CREDITS, List.of("credit", "credit-note", "refund"),
            EnumSet.of(MoveType.VENDOR_REFUND), List.of("vendor-refund", "supplier-refund", "vendor-credit-note",
                    "supplier-credit-note"),
            RECEIPTS, List.of("receipt"));
    /** What the overview calls what customers owe, and whether the word is said of vendors as well. */
    private static final Map<String, Boolean> RECEIVABLES = Map.of("receivable", false, "receivables", false,
            "outstanding", true);
    /** What stands behind a kind of document, and says whose it is ({@link SideWords}). */
    private static final Map<String, MoveType> SIDES = Map.of("of-customers", MoveType.CUSTOMER_INVOICE,
            "to-customers", MoveType.CUSTOMER_INVOICE, "of-vendors", MoveType.VENDOR_BILL, "from-vendors",
            MoveType.VENDOR_BILL);
    private static final Map<String, InvoicePeriod> PERIODS = Map.ofEntries(
            Map.entry("today", InvoicePeriod.Relative.TODAY),
            Map.entry("this-month", InvoicePeriod.Relative.THIS_MONTH),
            Map.entry("last-month", InvoicePeriod.Relative.LAST_MONTH),
            Map.entry("this-quarter", InvoicePeriod.Relative.THIS_QUARTER),
            Map.entry("last-quarter", InvoicePeriod.Relative.LAST_QUARTER),
            Map.entry("this-year", InvoicePeriod.Relative.THIS_YEAR),
            Map.entry("last-year", InvoicePeriod.Relative.LAST_YEAR),
            Map.entry("yesterday", InvoicePeriod.Near.YESTERDAY), Map.entry("tomorrow", InvoicePeriod.Near.TOMORROW),
            Map.entry("this-week", InvoicePeriod.Near.THIS_WEEK), Map.entry("last-week", InvoicePeriod.Near.LAST_WEEK),
            Map.entry("next-week", InvoicePeriod.Near.NEXT_WEEK),
            Map.entry("next-month", InvoicePeriod.Near.NEXT_MONTH),
            Map.entry("next-quarter", InvoicePeriod.Near.NEXT_QUARTER),
            Map.entry("next-year", InvoicePeriod.Near.NEXT_YEAR),
            Map.entry("current-week", InvoicePeriod.Near.THIS_WEEK),
            Map.entry("current-month", InvoicePeriod.Relative.THIS_MONTH),
            Map.entry("current-quarter", InvoicePeriod.Relative.THIS_QUARTER),
            Map.entry("current-year", InvoicePeriod.Relative.THIS_YEAR),
            Map.entry("previous-week", InvoicePeriod.Near.LAST_WEEK),
            Map.entry("previous-month", InvoicePeriod.Relative.LAST_MONTH),
            Map.entry("previous-quarter", InvoicePeriod.Relative.LAST_QUARTER),
            Map.entry("previous-year", InvoicePeriod.Relative.LAST_YEAR));
    private static final Map<String, MarkChoice> MARKS = Map.of("flag", MarkChoice.FLAGGED, "flagged",
            MarkChoice.FLAGGED, "reviewed", MarkChoice.REVIEWED, "reviewed-by-me", MarkChoice.REVIEWED, "to-review",
            MarkChoice.TO_REVIEW, "reminder",
            MarkChoice.REMINDER);
    /** Too common as words to be filters unless they are asked for as such. */
    private static final Map<String, MarkChoice> FIELD_MARKS = Map.of("new", MarkChoice.NEW, "note", MarkChoice.NOTED);
    private static final Condition.Filter OVERDUE = new Condition.Status(StatusChoice.OVERDUE);
    private static final Map<String, Condition.Filter> NAMED = named();

    private Keywords() {}

    private static Map<String, Condition.Filter> named() {
        var named = new HashMap<String, Condition.Filter>();
        STATUSES.forEach((word, choice) -> named.put(word, new Condition.Status(choice)));
        NAMES_OF_TYPES.forEach((types, words) -> words.forEach(word -> {
            named.put(word, new Condition.Types(types));
            named.put(word + "s", new Condition.Types(types));
        }));
        // what the counts say, so that whoever types it finds what was counted
        named.put("documents", new Condition.Documents());
        RECEIVABLES.forEach((word, ofAnySide) -> named.put(word, new Condition.Receivable(ofAnySide)));
        SIDES.forEach((word, type) -> named.put(word, new Condition.Types(Set.of(type))));
        MARKS.forEach((word, choice) -> named.put(word, new Condition.Marked(choice)));
        PERIODS.forEach((word, period) -> named.put(word, new Condition.Dated(period)));
        return Map.copyOf(named);
    }

    /** Every word that names a filter, in English and as the file of a language has it. */
    static Set<String> words(String language) {
        var words = new HashSet<>(NAMED.keySet());
        if (SearchWords.LANGUAGES.contains(language)) {
            SearchWords.words(language).forEach((english, others) -> {
                if (NAMED.containsKey(english.toString())) {
                    Stream.of(others.toString().split(",", -1)).map(String::strip).forEach(words::add);
                }
            });
        }
        return words;
    }

    /** What a folded word behind {@code mark:} asks for. */
    static Optional<Condition.Marked> mark(String word) {
        String english = SearchWords.english(word);
        return Optional.ofNullable(MARKS.getOrDefault(english, FIELD_MARKS.get(english))).map(Condition.Marked::new);
    }

    /** Whether a word asks for a status. */
    static boolean isOfStatus(Condition.Filter word) {
        return word instanceof Condition.Status || word instanceof Condition.Receivable;
    }

    /** Whether a word asks for kinds of documents. */
    static boolean isOfTypes(Condition.Filter word) {
        return word instanceof Condition.Types || word instanceof Condition.Documents;
    }

    /** Whether a folded word says whose documents are; several words are joined with hyphens. */
    static boolean isSide(String word) {
        return SIDES.containsKey(word) || SIDES.containsKey(SearchWords.english(word));
    }

    /** Whether a folded word is one for refunds, of which customers have some, too. */
    static boolean isRefund(String word) {
        return REFUNDS.contains(word) || REFUNDS.contains(SearchWords.english(word));
    }

    /** Whether a folded word is one for overdue; several words are joined with hyphens. */
    static boolean isOverdue(String word) {
        return find(word).filter(OVERDUE::equals).isPresent();
    }

    /** The period that a folded word names, seen from today. */
    static Optional<InvoicePeriod> period(String word) {
        return Optional.ofNullable(PERIODS.getOrDefault(word, PERIODS.get(SearchWords.english(word))));
    }

    /** What a folded word asks for; empty when it is plain text. Several words are joined with hyphens. */
    static Optional<Condition.Filter> find(String word) {
        return Optional.ofNullable(NAMED.getOrDefault(word, NAMED.get(SearchWords.english(word))));
    }
}
