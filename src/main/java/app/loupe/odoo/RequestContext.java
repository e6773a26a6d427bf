package app.loupe.odoo;

import app.loupe.domain.RecordKind;
import java.util.ArrayList;

/** Decides the context of a request: constants only, because some contexts make an Odoo do things. */
final class RequestContext {
    private RequestContext() {}

    /**
     * Archived partners and products are wanted too: old invoices refer to them. No language, unless the words of an error
     * were not understood; one company when the names of that company are asked for.
     */
    static String of(RecordKind kind, References references) {
        var keys = new ArrayList<String>();
        switch (kind) {
            case INVOICE, JOURNAL_ITEM -> {
                if (references.company() != 0) {
                    keys.add("\"allowed_company_ids\":[" + references.company() + "]");
                }
            }
            case PARTNER, PRODUCT -> keys.add("\"active_test\":false");
        }
        if (references.english()) {
            keys.add("\"lang\":\"en_US\"");
        }
        return "{" + String.join(",", keys) + "}";
    }
}
