package app.loupe.odoo;

import app.loupe.domain.RecordKind;

/** Decides the context of a request: constants only, because some contexts make an Odoo do things. */
final class RequestContext {
    private RequestContext() {}

    /**
     * Archived partners and products are wanted too: old invoices refer to them. No language; one company when the names
     * of that company are asked for.
     */
    static String of(RecordKind kind, References references) {
        String company = references.company() == 0 ? "" : "\"allowed_company_ids\":[" + references.company() + "]";
        return switch (kind) {
            case INVOICE, JOURNAL_ITEM -> "{" + company + "}";
            case PARTNER, PRODUCT -> "{\"active_test\":false}";
        };
    }
}
