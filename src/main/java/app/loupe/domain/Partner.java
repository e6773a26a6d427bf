package app.loupe.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer or vendor, as far as an owner reviewing invoices needs it. Absent text is empty. */
public record Partner(long id, Instant writeDate, String name, @Nullable Ref parent, @Nullable Ref commercialPartner,
        boolean isCompany, boolean active, String vat, String reference, String email, String phone, Address address) {
    /** Where to find it. */
    public record Address(String street, String street2, String zip, String city,
            @Nullable Ref country) implements Part {}
}
