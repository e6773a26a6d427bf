package app.loupe.odoo;

import app.loupe.domain.Partner;
import app.loupe.domain.Product;
import java.util.Comparator;

/** Maps partners and products. */
final class MasterRecords {
    private MasterRecords() {}

    static Partner partner(Row row) throws UnreadableFieldException {
        return new Partner(row.id(), row.stamp("write_date"), row.text("name"), row.ref("parent_id"),
                row.ref("commercial_partner_id"), row.flag("is_company"), row.flag("active"), row.text("vat"),
                row.text("ref"),
                new Partner.Contact(row.text("email"), row.text("phone"),
                        new Partner.Address(row.text("street"), row.text("street2"), row.text("zip"), row.text("city"),
                                row.ref("country_id"))),
                row.ids(FieldMap.OWN_COMPANIES).stream().min(Comparator.naturalOrder()).orElse(0L));
    }

    static Product product(Row row) throws UnreadableFieldException {
        return new Product(row.id(), row.stamp("write_date"), row.text("name"), row.text("default_code"),
                row.text("barcode"), row.flag("active"), row.ref("categ_id"), row.ref("uom_id"));
    }
}
