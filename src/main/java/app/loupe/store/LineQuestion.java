package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineTerm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds the invoices whose lines hold some terms, all in one walk over the lines: each row of the answer says which.
 *
 * <p>The stored search text is folded only, so that {@code Müller} is kept as {@code muller}. Somebody who types
 * {@code mueller} is answered from the label itself, but only on lines whose search text could be meant: no stored line
 * has to be written again.
 */
final class LineQuestion {
    private static final Pattern DIGRAPH = Pattern.compile("(?<=[aou])e|(?<=a)a|(?<=d)j");
    private static final String SPELLED = spelled("lower(l.label || '\n' || coalesce(l.product.name, ''))",
            Map.of("ä", "ae", "ö", "oe", "ø", "oe", "ü", "ue", "å", "aa", "đ", "dj"));

    private final List<LineTerm> terms;
    private final Map<String, Object> parameters = new HashMap<>();

    LineQuestion(Set<LineTerm> terms) {
        this.terms = List.copyOf(terms);
    }

    Map<LineTerm, Set<InvoiceKey>> ask(StatelessSession session, List<String> connections) {
        List<String> conditions = terms.stream().map(this::condition).toList();
        String flags = conditions.stream().map(condition -> "case when " + condition + " then 1 else 0 end")
                .collect(Collectors.joining(", "));
        var query = session.createSelectionQuery("select distinct l.connectionId, l.invoiceId, " + flags
                + " from LineEntity l where l.connectionId in (:c) and l.invoiceId is not null and ("
                + String.join(" or ", conditions) + ")", Object[].class).setParameter("c", connections);
        parameters.forEach(query::setParameter);
        Map<LineTerm, Set<InvoiceKey>> found = new LinkedHashMap<>();
        terms.forEach(term -> found.put(term, new HashSet<>()));
        query.list().forEach(row -> add(row, found));
        return found;
    }

    private void add(@Nullable Object[] row, Map<LineTerm, Set<InvoiceKey>> found) {
        if (row[0] instanceof String connection && row[1] instanceof Long invoice) {
            var key = new InvoiceKey(new ConnectionId(connection), invoice);
            IntStream.range(0, terms.size()).filter(at -> Integer.valueOf(1).equals(row[at + 2]))
                    .forEach(at -> found.computeIfAbsent(terms.get(at), same -> new HashSet<>()).add(key));
        }
    }

    private String condition(LineTerm term) {
        return switch (term) {
            case LineTerm.Text text -> text(text);
            case LineTerm.Amount amount -> amount(amount.value());
        };
    }

    private String text(LineTerm.Text text) {
        var ways = new ArrayList<String>();
        for (String form : Folding.forms(text.typed())) {
            ways.add(holds("l.searchText", form, text.whole()));
        }
        String folded = Folding.fold(text.typed());
        String loose = DIGRAPH.matcher(folded).replaceAll("\uffff");
        if (!loose.equals(folded)) {
            // any text in the place of the second letter: few lines are left for the slow comparison
            ways.add("l.searchText like " + parameter(like(loose).replace('\uffff', '%')) + " escape '\\' and "
                    + holds(SPELLED, folded, text.whole()));
        }
        return ways.stream().collect(Collectors.joining(") or (", "((", "))"));
    }

    private String holds(String where, String form, boolean whole) {
        String like = where + " like " + parameter(like(form)) + " escape '\\'";
        return whole
                ? like + " and function('regexp_like', " + where + ", " + parameter("(?<![\\p{L}\\p{N}])"
                        + Pattern.quote(form) + "(?![\\p{L}\\p{N}])") + ") = true"
                : like;
    }

    private String amount(BigDecimal value) {
        String either = "in (" + parameter(value) + ", " + parameter(value.negate()) + ")";
        return "(l.kind = 'PRODUCT' and (l.priceSubtotal " + either + " or l.priceTotal " + either + " or l.priceUnit "
                + either + "))";
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static String like(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String spelled(String expression, Map<String, String> spellings) {
        String spelled = expression;
        for (var spelling : spellings.entrySet()) {
            spelled = "replace(" + spelled + ", '" + spelling.getKey() + "', '" + spelling.getValue() + "')";
        }
        return spelled;
    }
}
