package app.loupe.domain;

/** What records refer to by its id and show by its name. The names are stored. */
public enum NameKind {
    COMPANY,
    CURRENCY,
    JOURNAL,
    SALESPERSON,
    PAYMENT_TERMS,
    /** Since Odoo 18 an account has a name of its own in each company. */
    ACCOUNT,
    TAX,
    TAX_GROUP,
    UNIT,
    PARTNER,
    PRODUCT,
    CATEGORY,
    COUNTRY,
    /** Its name is its number. */
    BANK_ACCOUNT
}
