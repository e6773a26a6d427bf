package app.loupe.store;

import app.loupe.domain.NameKind;
import app.loupe.domain.RecordKind;
import java.util.Arrays;
import java.util.List;

/** The columns by which rows refer to something that has a name. */
enum NameColumn {
    INVOICE_PARTNER(NameKind.PARTNER, InvoiceEntity.class, "partnerId"),
    INVOICE_COMMERCIAL_PARTNER(NameKind.PARTNER, InvoiceEntity.class, "commercialPartnerId"),
    INVOICE_COMPANY(NameKind.COMPANY, InvoiceEntity.class, "companyId"),
    INVOICE_CURRENCY(NameKind.CURRENCY, InvoiceEntity.class, "currencyId"),
    INVOICE_COMPANY_CURRENCY(NameKind.CURRENCY, InvoiceEntity.class, "companyCurrencyId"),
    INVOICE_JOURNAL(NameKind.JOURNAL, InvoiceEntity.class, "journalId"),
    INVOICE_SALESPERSON(NameKind.SALESPERSON, InvoiceEntity.class, "salespersonId"),
    INVOICE_PAYMENT_TERMS(NameKind.PAYMENT_TERMS, InvoiceEntity.class, "paymentTermsId"),
    INVOICE_BANK_ACCOUNT(NameKind.BANK_ACCOUNT, InvoiceEntity.class, "bankAccountId"),
    LINE_PARTNER(NameKind.PARTNER, LineEntity.class, "partnerId"),
    LINE_PRODUCT(NameKind.PRODUCT, LineEntity.class, "productId"),
    LINE_UNIT(NameKind.UNIT, LineEntity.class, "unitId"),
    LINE_TAX(NameKind.TAX, LineEntity.class, "taxId"),
    LINE_TAX_GROUP(NameKind.TAX_GROUP, LineEntity.class, "taxGroupId"),
    LINE_ACCOUNT(NameKind.ACCOUNT, LineEntity.class, "accountId"),
    LINE_COMPANY(NameKind.COMPANY, LineEntity.class, "companyId"),
    LINE_CURRENCY(NameKind.CURRENCY, LineEntity.class, "currencyId"),
    LINE_JOURNAL(NameKind.JOURNAL, LineEntity.class, "journalId"),
    PARTNER_PARENT(NameKind.PARTNER, PartnerEntity.class, "parentId"),
    PARTNER_COMMERCIAL_PARTNER(NameKind.PARTNER, PartnerEntity.class, "commercialPartnerId"),
    PARTNER_COUNTRY(NameKind.COUNTRY, PartnerEntity.class, "countryId"),
    PRODUCT_CATEGORY(NameKind.CATEGORY, ProductEntity.class, "categoryId"),
    PRODUCT_UNIT(NameKind.UNIT, ProductEntity.class, "unitId");

    private final NameKind kind;
    private final Class<? extends RecordEntity> type;
    private final String field;

    NameColumn(NameKind kind, Class<? extends RecordEntity> type, String field) {
        this.kind = kind;
        this.type = type;
        this.field = field;
    }

    /** Those that refer to things of a kind. */
    static List<NameColumn> of(NameKind kind) {
        return Arrays.stream(values()).filter(column -> column.kind == kind).toList();
    }

    /** What it refers to. */
    NameKind kind() {
        return kind;
    }

    /** Name of the entity, for queries. */
    String entity() {
        return type.getSimpleName();
    }

    /**
     * Whether only partners and products refer by it. Partners to whom only partners refer are on no invoice and are not
     * read.
     */
    boolean isOfMasters() {
        return type == PartnerEntity.class || type == ProductEntity.class;
    }

    /** Whether lines have it, packed ones too. */
    boolean isOfLines() {
        return type == LineEntity.class;
    }

    /** The field with the id, for queries. */
    String field() {
        return field;
    }

    /** Since Odoo 18 an account has a name of its own in each company. */
    boolean isPerCompany() {
        return kind == NameKind.ACCOUNT;
    }

    /** The kind of record that the row is. */
    RecordKind shownBy() {
        if (type == InvoiceEntity.class) {
            return RecordKind.INVOICE;
        }
        if (isOfLines()) {
            return RecordKind.JOURNAL_ITEM;
        }
        return type == PartnerEntity.class ? RecordKind.PARTNER : RecordKind.PRODUCT;
    }
}
