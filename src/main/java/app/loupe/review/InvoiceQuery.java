package app.loupe.review;

import app.loupe.domain.KeptSearch;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an owner typed into the search, read once; the window and the command line share it.
 *
 * <p>All parts must hold. A part is a word, a {@code "phrase"} or several words with one meaning, such as
 * {@code partly paid} or {@code 24 Nov 2026}. Case, accents and spellings of umlauts do not matter.
 * <ul>
 * <li>A word is <b>text</b>: number, partner, VAT, reference, payment reference, source document, company, salesperson or
 * a line contain it.
 * <li>A <b>number</b> is text, or exactly an amount: total, due, untaxed, tax, or the price or amount of a line.
 * <li>A word that names a <b>filter</b> asks for it, or for a text that contains it as a whole word: {@code bill smith}
 * finds the bills of Smith and the invoices of Bill Smith. Statuses {@code unpaid open overdue late paid partly-paid
 * draft cancelled reversed in-payment blocked removed}; kinds {@code invoice bill credit credit-note refund receipt} and their
 * plurals, where {@code credit} and {@code refund} are both kinds of credit notes and {@code vendor-refund} only the vendor's; invoice dates in the
 * words of {@link DateWords} and {@code today this-month last-month this-quarter last-quarter this-year
 * last-year}; codes of the copy's currencies;
 * the owner's marks {@code flag reviewed to-review reminder}.
 * Several filters of one sort are alternatives.
 * <li>{@code >1000 >=1000 <50 <=50 =99.5 1000..2000 1000.. ..50} is a range of totals, without sign, in any currency.
 * <li>{@code overdue >60}, {@code late>60}, {@code >60 days}, {@code 60 days late} and their like ({@link LateWords}) are days late:
 * of what is overdue from its first open due date to today, as the list says it beside the status.
 * <li>{@code due next week}, {@code between 100 and 500}, {@code older than 60 days} and their like: {@link PhraseWords}.
 * <li>{@code customer: vendor: partner: product: number: reference: journal: company: salesperson: vat: source:} before a text
 * look for it there alone ({@link RowField}), {@code due:} for the day on which what is open is due.
 * <li>{@code note:anna} is text in the private note, and {@code mark:} before {@code new} or {@code note} asks for invoices that
 * are new in the inbox or have a note.
 * <li>{@code status: late: type: date: currency: amount: mark:} before a value ask for the <b>filter alone</b>; quotation marks or
 * {@code text:} ask for the <b>text alone</b>.
 * <li>{@code -word} excludes what the word, or the phrase that it begins, asks for; of a filter the filter alone, because hiding
 * must not happen by chance. So do {@code not}, {@code without} and their like ({@link Negation}) right before a filter or phrase.
 * </ul>
 *
 * @param typed as it was typed
 * @param terms what it asks for
 * @param unreadable parts that look like a filter and are none, such as {@code >abc}; they are among the terms as text;
 * and what was not read because the search is longer than {@link KeptSearch#LONGEST}, or has too many parts
 * @param hints what may have been meant in another way
 */
public record InvoiceQuery(String typed, List<Term> terms, List<String> unreadable,
        List<SearchHint> hints) {
    /** Asks for nothing: every invoice answers. */
    public static final InvoiceQuery EMPTY = new InvoiceQuery("", List.of(), List.of(), List.of());

    /** Copies the lists. */
    public InvoiceQuery {
        terms = List.copyOf(terms);
        unreadable = List.copyOf(unreadable);
        hints = List.copyOf(hints);
    }

    /**
     * One part of a search.
     *
     * @param readings any of them must hold, or none when it is excluded
     */
    public record Term(Token token, List<Condition> readings) {
        /** Copies the list. */
        public Term {
            readings = List.copyOf(readings);
        }

        /** The same words as this text and nothing else. */
        Term as(Condition.Text only) {
            return new Term(new Token(token.start(), token.end(), Token.Kind.TEXT, token.text(), token.text(),
                    token.excluded(), new Meaning.AsTyped()), List.of(only));
        }

        boolean excluded() {
            return token.excluded();
        }
    }

    /**
     * Reads what is typed in the window: what cannot be read is looked for as text.
     *
     * @param currencies ISO codes that occur in the copy
     * @param order of day and month where only one can be meant: that of the region
     */
    public static InvoiceQuery typed(String text, Set<String> currencies, DayOrder order) {
        return text.isBlank() ? EMPTY : new QueryReader(text, currencies, order).read();
    }

    /** The same where it is of no region: the day stands first. */
    public static InvoiceQuery typed(String text, Set<String> currencies) {
        return typed(text, currencies, DayOrder.DAY_FIRST);
    }

    /**
     * Reads a query that must be right, as the command line's.
     *
     * @param currencies ISO codes that occur in the copy
     * @param order as for {@link #typed}
     * @throws ProblemException {@link ProblemCode#QUERY_UNREADABLE} with the first unreadable word
     */
    public static InvoiceQuery parse(String text, Set<String> currencies, DayOrder order) throws ProblemException {
        InvoiceQuery query = typed(text, currencies, order);
        if (!query.unreadable.isEmpty()) {
            throw ProblemException.of(ProblemCode.QUERY_UNREADABLE, query.unreadable.getFirst());
        }
        return query;
    }

    /** The words that name a filter, in English and in this language; what is one word of several parts has hyphens. */
    public static Set<String> words(Locale language) {
        return Keywords.words(language.getLanguage());
    }

    /** The names in front of a colon that are known, in this language; those of the others are understood as well. */
    public static List<String> fields(Locale language) {
        return SearchWords.fields(language.getLanguage());
    }

    /** What was understood, part by part. */
    public List<Token> tokens() {
        return terms.stream().map(Term::token).toList();
    }

    /** Whether it asks for what the owner wrote. */
    public boolean asksMarks() {
        return terms.stream().flatMap(term -> term.readings().stream())
                .anyMatch(reading -> reading instanceof Condition.Marked || reading instanceof Condition.Note);
    }

    /** Whether it asks for something that may also stand in a line of an invoice. */
    public boolean asksLines() {
        return terms.stream().flatMap(term -> term.readings().stream())
                .anyMatch(reading -> reading instanceof Condition.Amount
                        || (reading instanceof Condition.In in && in.field() == RowField.PRODUCT)
                        || (reading instanceof Condition.Text text && text.isForLines()));
    }
}
