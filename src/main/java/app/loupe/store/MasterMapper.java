package app.loupe.store;

import app.loupe.domain.NameKind;
import app.loupe.domain.Partner;
import app.loupe.domain.Product;

/** Maps partners and products to their rows and back. */
final class MasterMapper {
    private MasterMapper() {}

    static PartnerEntity row(String connection, Partner partner, ContentHash hash) {
        var row = new PartnerEntity();
        fill(row, connection, partner.id(), hash);
        row.writeDate = partner.writeDate();
        row.parentId = Names.id(partner.parent());
        row.commercialPartnerId = Names.id(partner.commercialPartner());
        row.countryId = Names.id(partner.contact().address().country());
        row.ownCompanyId = partner.ownCompany() == 0 ? null : partner.ownCompany();
        row.company = partner.isCompany();
        row.name = partner.name();
        row.active = partner.active();
        row.vat = partner.vat();
        row.reference = partner.reference();
        row.email = partner.contact().email();
        row.phone = partner.contact().phone();
        row.street = partner.contact().address().street();
        row.street2 = partner.contact().address().street2();
        row.zip = partner.contact().address().zip();
        row.city = partner.contact().address().city();
        return row;
    }

    static Partner partner(PartnerEntity row, Names names) {
        return new Partner(row.id, row.writeDate, row.name, names.ref(NameKind.PARTNER, row.parentId),
                names.ref(NameKind.PARTNER, row.commercialPartnerId), row.company, row.active, row.vat, row.reference,
                new Partner.Contact(row.email, row.phone,
                        new Partner.Address(row.street, row.street2, row.zip, row.city,
                                names.ref(NameKind.COUNTRY, row.countryId))),
                row.ownCompanyId == null ? 0 : row.ownCompanyId);
    }

    static ProductEntity row(String connection, Product product, ContentHash hash) {
        var row = new ProductEntity();
        fill(row, connection, product.id(), hash);
        row.writeDate = product.writeDate();
        row.name = product.name();
        row.defaultCode = product.defaultCode();
        row.barcode = product.barcode();
        row.active = product.active();
        row.categoryId = Names.id(product.category());
        row.unitId = Names.id(product.unit());
        return row;
    }

    static Product product(ProductEntity row, Names names) {
        return new Product(row.id, row.writeDate, row.name, row.defaultCode, row.barcode, row.active,
                names.ref(NameKind.CATEGORY, row.categoryId), names.ref(NameKind.UNIT, row.unitId));
    }

    private static void fill(RecordEntity row, String connection, long id, ContentHash hash) {
        row.connectionId = connection;
        row.id = id;
        row.rowHash = hash.summand();
        row.contentHash = hash.second();
    }
}
