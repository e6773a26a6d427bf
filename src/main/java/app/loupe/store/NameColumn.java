package app.loupe.store;

import app.loupe.domain.NameKind;
import app.loupe.domain.RecordKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns in which rows show something by its name: what is not here keeps the name that it was read with. */
enum NameColumn {
    INVOICE_PARTNER(NameKind.PARTNER, InvoiceEntity.class, "partner", row -> row.partner),
    INVOICE_COMMERCIAL_PARTNER(NameKind.PARTNER, InvoiceEntity.class, "commercialPartner",
            row -> row.commercialPartner),
    INVOICE_COMPANY(NameKind.COMPANY, InvoiceEntity.class, "company", row -> row.company),
    INVOICE_CURRENCY(NameKind.CURRENCY, InvoiceEntity.class, "currency", row -> row.currency),
    INVOICE_COMPANY_CURRENCY(NameKind.CURRENCY, InvoiceEntity.class, "companyCurrency", row -> row.companyCurrency),
    INVOICE_JOURNAL(NameKind.JOURNAL, InvoiceEntity.class, "journal", row -> row.journal),
    INVOICE_SALESPERSON(NameKind.SALESPERSON, InvoiceEntity.class, "salesperson", row -> row.salesperson),
    INVOICE_PAYMENT_TERMS(NameKind.PAYMENT_TERMS, InvoiceEntity.class, "paymentTerms", row -> row.paymentTerms),
    LINE_PARTNER(NameKind.PARTNER, LineEntity.class, "partner", row -> row.partner),
    LINE_PRODUCT(NameKind.PRODUCT, LineEntity.class, "product", row -> row.product),
    LINE_UNIT(NameKind.UNIT, LineEntity.class, "unit", row -> row.unit),
    LINE_TAX(NameKind.TAX, LineEntity.class, "tax", row -> row.tax),
    LINE_TAX_GROUP(NameKind.TAX_GROUP, LineEntity.class, "taxGroup", row -> row.taxGroup),
    LINE_ACCOUNT(NameKind.ACCOUNT, LineEntity.class, "account", row -> row.account),
    LINE_COMPANY(NameKind.COMPANY, LineEntity.class, "company", row -> row.company),
    LINE_CURRENCY(NameKind.CURRENCY, LineEntity.class, "currency", row -> row.currency),
    LINE_JOURNAL(NameKind.JOURNAL, LineEntity.class, "journal", row -> row.journal),
    PARTNER_PARENT(NameKind.PARTNER, PartnerEntity.class, "parent", row -> row.parent),
    PARTNER_COMMERCIAL_PARTNER(NameKind.PARTNER, PartnerEntity.class, "commercialPartner",
            row -> row.commercialPartner),
    PARTNER_COUNTRY(NameKind.COUNTRY, PartnerEntity.class, "country", row -> row.country),
    PRODUCT_CATEGORY(NameKind.CATEGORY, ProductEntity.class, "category", row -> row.category),
    PRODUCT_UNIT(NameKind.UNIT, ProductEntity.class, "unit", row -> row.unit);

    private final NameKind kind;
    private final Class<? extends RecordEntity> type;
    private final String field;
    @SuppressWarnings("ImmutableEnumChecker") // reads a field and keeps nothing
    private final Function<RecordEntity, @Nullable RefValue> reference;

    <T extends RecordEntity> NameColumn(NameKind kind, Class<T> type, String field,
            Function<T, @Nullable RefValue> reference) {
        this.kind = kind;
        this.type = type;
        this.field = field;
        this.reference = row -> reference.apply(type.cast(row));
    }

    /** Those of a row. */
    static List<NameColumn> of(RecordEntity row) {
        return Arrays.stream(values()).filter(column -> column.type == row.getClass()).toList();
    }

    /** Those that show things of a kind. */
    static List<NameColumn> of(NameKind kind) {
        return Arrays.stream(values()).filter(column -> column.kind == kind).toList();
    }

    NameKind kind() {
        return kind;
    }

    /** Name of the entity, for queries. */
    String entity() {
        return type.getSimpleName();
    }

    /**
     * Whether a thing is remembered because this column refers to it. Those to whom partners alone refer are no parties of an
     * invoice, and are not read.
     */
    boolean isRemembered() {
        return this != PARTNER_PARENT && this != PARTNER_COMMERCIAL_PARTNER;
    }

    String field() {
        return field;
    }

    @Nullable
    RefValue value(RecordEntity row) {
        return reference.apply(row);
    }

    /** Since Odoo 18 an account has a name of its own in each company. */
    boolean isPerCompany() {
        return kind == NameKind.ACCOUNT;
    }

    /** Whose name the row shows; 0 where all companies have the same. */
    long company(RecordEntity row) {
        return isPerCompany() && row instanceof LineEntity line && line.company != null ? line.company.id() : 0;
    }

    /** The kind of record that the row is. */
    RecordKind shownBy() {
        if (type == InvoiceEntity.class) {
            return RecordKind.INVOICE;
        }
        if (type == LineEntity.class) {
            return RecordKind.JOURNAL_ITEM;
        }
        return type == PartnerEntity.class ? RecordKind.PARTNER : RecordKind.PRODUCT;
    }
}
