package app.loupe.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer or vendor, or a company whose books these are, as far as an owner reviewing invoices needs it. Absent text
 * is empty.
 *
 * @param ownCompany Odoo's id of the company whose own partner this is; 0 for everybody else
 */
public record Partner(long id, Instant writeDate, String name, @Nullable Ref parent, @Nullable Ref commercialPartner,
        boolean isCompany, boolean active, String vat, String reference, Contact contact, long ownCompany) {
    /** How to reach it. */
    public record Contact(String email, String phone, Address address) implements Part {}

    /** Where to find it. */
    public record Address(String street, String street2, String zip, String city,
            @Nullable Ref country) implements Part {}
}
