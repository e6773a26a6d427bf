package app.loupe.odoo;

import app.loupe.domain.RecordKind;

/** Decides the context of a request: constants only, because some contexts make an Odoo do things. */
final class RequestContext {
    private RequestContext() {}

    /** Archived partners and products are wanted too: old invoices refer to them. No language, no companies. */
    static String of(RecordKind kind) {
        return switch (kind) {
            case INVOICE, JOURNAL_ITEM -> "{}";
            case PARTNER, PRODUCT -> "{\"active_test\":false}";
        };
    }
}
