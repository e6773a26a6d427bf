package app.loupe.text;

import app.loupe.domain.OwedItem;
import app.loupe.domain.StatementEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words what stands in a statement of a customer or vendor. Safe for use by several threads. */
public final class StatementText {
    private static final String BETWEEN = " \u00b7 ";
    private static final int MOST_NAMED = 3;

    private final Texts texts;
    private final DateText dates;

    /** Words in the language of the texts. */
    public StatementText(Texts texts, DateText dates) {
        this.texts = texts;
        this.dates = dates;
    }

    /**
     * Of an entry in a list of its own: "INV/2026/00911" of an invoice; "BILL/2026/0044 \u00b7 V-4711" of a bill, which its
     * vendor knows by that number; "Bank \u00b7 BNK1/2026/00044 \u00b7 REF 8812" of another
     * one, each part where the copy holds it; that it is an entry where it holds none.
     */
    public String document(OwedItem.Entry entry) {
        return document(entry, texts);
    }

    /** The same in the language of these texts, where nothing else of a statement is worded. */
    public static String document(OwedItem.Entry entry, Texts texts) {
        return called(entry, entry.reference(), texts);
    }

    /**
     * The same in a statement, where {@link #about} stands beside it: "Bank \u00b7 BNK1/2026/00044", and the reference in the
     * place of a number that is not there.
     */
    public String inStatement(OwedItem.Entry entry) {
        return called(entry, entry.number().isEmpty() ? entry.reference() : "", texts);
    }

    private static String called(OwedItem.Entry entry, String reference, Texts texts) {
        if (entry.type() != null) {
            String own = entry.number().isEmpty() ? entry.reference() : entry.number();
            return isBought(entry) && !reference.isBlank() && !reference.equals(own) ? own + BETWEEN + reference : own;
        }
        String all = Stream.of(entry.journal(), entry.number(), reference).filter(part -> !part.isBlank()).distinct()
                .collect(Collectors.joining(BETWEEN));
        return all.isEmpty() ? texts.get("statement.document.entry") : all;
    }

    /**
     * What there is to say of an entry: when it is due, how late it is, what it is about, its reference. Never that it paid something: an
     * entry may as well be a difference of exchange rates. Of what was settled by something that the statement does not hold,
     * by what: who is sent the statement reads nothing of whom that is booked with.
     *
     * @param settles the entries that it was matched with
     * @param due null without a due date
     * @param late days; 0 when nothing of it is late
     * @param lowers whether it lowers what is owed
     */
    public String about(StatementEvent event, OwedItem.Entry entry, List<OwedItem.Entry> settles,
            @Nullable LocalDate due, long late, boolean lowers) {
        String did = lowers ? "statement.about.settled-" : "statement.about.used-";
        return switch (event) {
            case StatementEvent.Booked booked -> about(booked, entry, settles, due, late);
            case StatementEvent.InCurrency in -> texts.get(did + "in", names(settles), in.currency());
            case StatementEvent.Elsewhere elsewhere -> texts.get(did + "elsewhere", names(settles));
            case StatementEvent.Unlisted unlisted -> texts.get(did + "unlisted");
            case StatementEvent.Together together -> texts.get(did + "together");
        };
    }

    private String about(StatementEvent.Booked booked, OwedItem.Entry entry, List<OwedItem.Entry> settles,
            @Nullable LocalDate due, long late) {
        if (isInvoice(entry)) {
            return withVendorsNumber(due == null ? "" : due(due, late), entry);
        }
        if (entry.type() != null) {
            return withVendorsNumber(credit(settles), entry);
        }
        String matched = settles.isEmpty() ? unnamed(booked) : texts.get("statement.about.on", names(settles));
        // an entry that is owed is late as an invoice is
        String dueFirst = due != null && late > 0 ? due(due, late) + BETWEEN + matched : matched;
        return isSaid(entry, settles) ? dueFirst : dueFirst + BETWEEN + entry.reference();
    }

    /** What is said, and behind it the number that the vendor knows a bill or refund by. */
    private static String withVendorsNumber(String said, OwedItem.Entry entry) {
        if (!isBought(entry) || isSaid(entry, List.of())) {
            return said;
        }
        return said.isEmpty() ? entry.reference() : said + BETWEEN + entry.reference();
    }

    private static boolean isBought(OwedItem.Entry entry) {
        return entry.type() != null && !entry.type().isSale();
    }

    /** A credit note is for invoices or bills; what else it was matched with settled it, mostly the money that went back. */
    private String credit(List<OwedItem.Entry> settles) {
        List<OwedItem.Entry> corrected = settles.stream().filter(StatementText::isInvoice).toList();
        List<OwedItem.Entry> others = settles.stream().filter(other -> !isInvoice(other)).toList();
        String credit = corrected.isEmpty()
                ? texts.get("statement.about.credit")
                : texts.get("statement.about.credit-for", names(corrected));
        return others.isEmpty()
                ? credit
                : credit + BETWEEN + texts.get("statement.about.settled-by", names(others));
    }

    private static boolean isInvoice(OwedItem.Entry entry) {
        return entry.type() != null && !entry.type().isRefund();
    }

    /** Whether its reference stands beside it already: Odoo writes the number of the invoice that it pays there. */
    private static boolean isSaid(OwedItem.Entry entry, List<OwedItem.Entry> settles) {
        String reference = entry.reference();
        return reference.isBlank() || entry.number().isEmpty() || reference.equals(entry.number())
                || named(settles).anyMatch(reference::equals);
    }

    /** What was matched with an entry that is not in the copy is told as such by a line of its own, and here no less. */
    private String unnamed(StatementEvent.Booked booked) {
        return texts.get("statement.about." + switch (booked.matched()) {
            case NOTHING -> "unmatched";
            case PART -> "matched-in-part";
            case ALL -> "matched-unlisted";
        });
    }

    private String due(LocalDate due, long late) {
        return late > 0
                ? texts.get("statement.about.due-late", dates.day(due), late)
                : texts.get("statement.about.due", dates.day(due));
    }

    private static String names(List<OwedItem.Entry> entries) {
        String named = named(entries).collect(Collectors.joining(", "));
        return entries.size() > MOST_NAMED ? named + ", \u2026" : named;
    }

    private static Stream<String> named(List<OwedItem.Entry> entries) {
        return entries.stream().limit(MOST_NAMED).map(OwedItem.Entry::number);
    }
}
