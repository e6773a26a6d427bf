package app.loupe.odoo;

import app.loupe.domain.MoveType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one request in Odoo's prefix notation, built here from constants, ids and dates only, so that no
 * text from outside this class reaches a server's search.
 */
record Criteria(List<String> terms) {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC);

    Criteria {
        terms = List.copyOf(terms);
    }

    /** Every record. */
    static Criteria any() {
        return new Criteria(List.of());
    }

    /** The documents that Loupe keeps: every type but "entry". */
    static Criteria documents() {
        return any().and(in("move_type", MoveType.odooValues()));
    }

    /** Lines of such documents. */
    static Criteria documentLines() {
        return any().and(in("move_id.move_type", MoveType.odooValues()));
    }

    /**
     * Receivable and payable items of entries that are no documents. From 16 on accounts are marked on which nothing of trade
     * stands, such as VAT that is owed to the tax office: that is no customer's or vendor's debt.
     */
    static Criteria openItems(OdooVersion version) {
        Criteria items = any().and("[\"move_id.move_type\",\"=\",\"entry\"]")
                .and("[\"parent_state\",\"!=\",\"cancel\"]");
        return version.hasAccountType()
                ? items.and(in("account_id.account_type", List.of("asset_receivable", "liability_payable")))
                        .and("[\"account_id.non_trade\",\"=\",false]")
                : items.and(in("account_id.internal_type", List.of("receivable", "payable")));
    }

    Criteria ids(Collection<Long> ids) {
        return and(numbers("id", ids));
    }

    Criteria ofMoves(Collection<Long> ids) {
        return and(numbers("move_id", ids));
    }

    /** Partners that are one of these companies' own. */
    Criteria ofCompanies(Collection<Long> ids) {
        return and(numbers(FieldMap.OWN_COMPANIES, ids));
    }

    Criteria after(long id) {
        return id == 0 ? this : and("[\"id\",\">\"," + id + "]");
    }

    Criteria invoiceDateFrom(@Nullable LocalDate since) {
        return dateFrom("invoice_date", since);
    }

    Criteria moveDateFrom(@Nullable LocalDate since) {
        return dateFrom("move_id.invoice_date", since);
    }

    Criteria accountingDateFrom(@Nullable LocalDate since) {
        return dateFrom("date", since);
    }

    /** Written at that second or later: {@code >=} is the one operator that all versions understand alike. */
    Criteria writtenFrom(Instant second) {
        return and(atLeast("write_date", SECONDS.format(second)));
    }

    /** Lines as {@link #writtenFrom}, and all lines of drafts. */
    Criteria writtenFromOrOfDrafts(Instant second) {
        return and("\"|\"").and(atLeast("write_date", SECONDS.format(second)))
                .and("[\"parent_state\",\"=\",\"draft\"]");
    }

    /** As {@link #writtenFrom}, or its template was: before 17 a template's change does not touch the product. */
    Criteria writtenWithTemplateFrom(Instant second) {
        String text = SECONDS.format(second);
        return and("\"|\"").and(atLeast("write_date", text)).and(atLeast("product_tmpl_id.write_date", text));
    }

    /** The JSON array. */
    String json() {
        return "[" + String.join(",", terms) + "]";
    }

    private Criteria dateFrom(String field, @Nullable LocalDate since) {
        return since == null
                ? this
                : and("\"|\"").and(atLeast(field, since.toString())).and("[\"" + field + "\",\"=\",false]");
    }

    private Criteria and(String term) {
        var more = new ArrayList<>(terms);
        more.add(term);
        return new Criteria(more);
    }

    private static String atLeast(String field, String value) {
        return "[\"" + field + "\",\">=\",\"" + value + "\"]";
    }

    private static String in(String field, List<String> constants) {
        return "[\"" + field + "\",\"in\",[\"" + String.join("\",\"", constants) + "\"]]";
    }

    private static String numbers(String field, Collection<Long> ids) {
        return "[\"" + field + "\",\"in\","
                + ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")) + "]";
    }
}
