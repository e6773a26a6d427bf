package app.loupe.odoo;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of companies, currencies, journals, accounts, partners and the like, as far as a session has learnt them. */
final class KnownNames {
    /** What each field refers to; whatever else is referred to has no name here. */
    private static final Map<String, String> MODELS = Map.ofEntries(Map.entry("company_id", "res.company"),
            Map.entry("currency_id", "res.currency"), Map.entry("company_currency_id", "res.currency"),
            Map.entry("journal_id", "account.journal"), Map.entry("account_id", "account.account"),
            Map.entry("tax_line_id", "account.tax"), Map.entry("tax_group_id", "account.tax.group"),
            Map.entry("invoice_payment_term_id", "account.payment.term"), Map.entry("invoice_user_id", "res.users"),
            Map.entry("reversed_entry_id", "account.move"), Map.entry("partner_id", "res.partner"),
            Map.entry("commercial_partner_id", "res.partner"), Map.entry("parent_id", "res.partner"),
            Map.entry("country_id", "res.country"), Map.entry("product_id", "product.product"),
            Map.entry("product_uom_id", "uom.uom"), Map.entry("uom_id", "uom.uom"),
            Map.entry("categ_id", "product.category"));

    /** @param company whose name it is; 0 where all companies have the same */
    private record Key(String model, long id, long company) {}

    private final Map<Key, String> names = new HashMap<>();

    /** Whether a field refers to something that has a name. */
    static boolean isNamed(String field) {
        return MODELS.containsKey(field);
    }

    /** The name of what a field refers to; null when nobody has learnt it. */
    @Nullable
    String find(String field, long id, long company) {
        return names.get(key(field, id, company));
    }

    void put(String field, long id, long company, String name) {
        names.put(key(field, id, company), name);
    }

    /** Since Odoo 18 an account has a code, and with it a name, in each company. */
    static boolean isPerCompany(String field) {
        return field.equals("account_id");
    }

    private static Key key(String field, long id, long company) {
        return new Key(MODELS.getOrDefault(field, field), id, isPerCompany(field) ? company : 0);
    }
}
