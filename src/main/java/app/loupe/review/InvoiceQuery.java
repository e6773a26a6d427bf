package app.loupe.review;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.List;

/**
 * What an owner typed into the search, read once; the window and the command line share it.
 *
 * <ul>
 * <li>Words and {@code "phrases"} must all appear in number, partner, VAT, reference, payment reference, source
 * document, company or a line; case and accents do not matter.
 * <li>{@code >1000 >=1000 <50 <=50 =99.5 1000..2000 1000.. ..50}: the total, without its sign, in any currency. All must
 * hold.
 * <li>{@code unpaid overdue paid partly-paid draft cancelled reversed in-payment blocked removed}: one of those named.
 * <li>{@code invoice bill credit refund receipt} and their plurals: one of those named; {@code credit} is both kinds of
 * credit notes, {@code refund} only the vendor's.
 * <li>{@code 2026 2026-03 today this-month last-month this-year last-year}: invoice date in one of those named.
 * <li>{@code -word} excludes whatever the word asks for.
 * <li>Two-word names may be written with a blank: {@code partly paid}, {@code last month}. A keyword in quotes is text,
 * unless it is such a two-word name.
 * </ul>
 *
 * @param typed as it was typed
 * @param terms what it asks for
 * @param unreadable words that look like a keyword and are none, such as {@code >abc}; they are among the terms as text
 */
public record InvoiceQuery(String typed, List<Term> terms, List<String> unreadable) {
    /** Asks for nothing: every invoice answers. */
    public static final InvoiceQuery EMPTY = new InvoiceQuery("", List.of(), List.of());

    private static final int SHORTEST_LINE_TEXT = 2;

    /** Copies the lists. */
    public InvoiceQuery {
        terms = List.copyOf(terms);
        unreadable = List.copyOf(unreadable);
    }

    /** One condition, asked for or excluded. */
    public record Term(Condition condition, boolean excluded) {}

    /** Reads what is typed in the window: what cannot be read is looked for as text. */
    public static InvoiceQuery typed(String text) {
        return text.isBlank() ? EMPTY : new QueryReader(text).read();
    }

    /**
     * Reads a query that must be right, as the command line's.
     *
     * @throws ProblemException {@link ProblemCode#QUERY_UNREADABLE} with the first unreadable word
     */
    public static InvoiceQuery parse(String text) throws ProblemException {
        InvoiceQuery query = typed(text);
        if (!query.unreadable.isEmpty()) {
            throw ProblemException.of(ProblemCode.QUERY_UNREADABLE, query.unreadable.getFirst());
        }
        return query;
    }

    /** Whether it asks for nothing. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /**
     * The words and phrases that may also stand in a line, as typed: the caller asks
     * {@link app.loupe.domain.InvoiceReader#withLineText} for each and gives the answers as {@link LineHits}. Single
     * letters are left out, because they would hit nearly every invoice.
     */
    public List<String> textTerms() {
        return terms.stream().map(Term::condition).filter(Condition.Text.class::isInstance)
                .map(Condition.Text.class::cast).map(Condition.Text::typed)
                .filter(text -> text.length() >= SHORTEST_LINE_TEXT).distinct().toList();
    }
}
