package app.loupe.odoo;

import app.loupe.domain.NameKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of companies, currencies, journals, accounts, partners and the like, as far as a session has learnt them. */
final class KnownNames {
    /** What each field refers to; other references have no name here. */
    private static final Map<String, NameKind> KINDS = Map.ofEntries(Map.entry("company_id", NameKind.COMPANY),
            Map.entry("currency_id", NameKind.CURRENCY), Map.entry("company_currency_id", NameKind.CURRENCY),
            Map.entry("journal_id", NameKind.JOURNAL), Map.entry("account_id", NameKind.ACCOUNT),
            Map.entry("tax_line_id", NameKind.TAX), Map.entry("tax_group_id", NameKind.TAX_GROUP),
            Map.entry("invoice_payment_term_id", NameKind.PAYMENT_TERMS),
            Map.entry("invoice_user_id", NameKind.SALESPERSON), Map.entry("partner_id", NameKind.PARTNER),
            Map.entry("commercial_partner_id", NameKind.PARTNER), Map.entry("parent_id", NameKind.PARTNER),
            Map.entry("country_id", NameKind.COUNTRY), Map.entry("product_id", NameKind.PRODUCT),
            Map.entry("product_uom_id", NameKind.UNIT), Map.entry("uom_id", NameKind.UNIT),
            Map.entry("categ_id", NameKind.CATEGORY), Map.entry("partner_bank_id", NameKind.BANK_ACCOUNT));
    /** The number of another invoice is not in this dictionary, but rows show it all the same. */
    private static final String REVERSED = "reversed_entry_id";

    /** @param company whose name it is; 0 where all companies have the same */
    private record Key(String what, long id, long company) {
        // by hand: a name is looked up for every reference of every line, and a record's own methods are slow until they are compiled
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && id == key.id && company == key.company && what.equals(key.what);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(id) + Long.hashCode(company)) + what.hashCode();
        }
    }

    private final Map<Key, String> names = new HashMap<>();

    /** Whether a field refers to something that has a name. */
    static boolean isNamed(String field) {
        return KINDS.containsKey(field) || field.equals(REVERSED);
    }

    /** What a field refers to; empty when the dictionary has no such names. */
    static Optional<NameKind> kind(String field) {
        return Optional.ofNullable(KINDS.get(field));
    }

    /** The name of what a field refers to; null while it is not known. */
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
        return new Key(KINDS.containsKey(field) ? String.valueOf(KINDS.get(field)) : field, id,
                isPerCompany(field) ? company : 0);
    }
}
