package testkit;

import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import java.time.Instant;

/** Partners of whom a test says little. */
public final class Partners {
    /** Nowhere. */
    public static final Partner.Address NOWHERE = new Partner.Address("", "", "", "", null);

    private Partners() {}

    /** A company with a name and nothing else. */
    public static Partner named(long id, Instant writeDate, String name) {
        return at(id, writeDate, name, "", NOWHERE);
    }

    /** A company with a tax number that can be found. */
    public static Partner at(long id, Instant writeDate, String name, String vat, Partner.Address address) {
        return new Partner(id, writeDate, name, null, null, true, true, vat, "",
                new Partner.Contact("", "", address), 0);
    }

    /** The same as the contact of a company of the books. */
    public static Partner own(long company, Partner partner) {
        return new Partner(partner.id(), partner.writeDate(), partner.name(), partner.parent(),
                partner.commercialPartner(), partner.isCompany(), partner.active(), partner.vat(), partner.reference(),
                partner.contact(), company);
    }

    /** The same with this write date and address. */
    public static Partner moved(Partner partner, Instant writeDate, Partner.Address to) {
        return new Partner(partner.id(), writeDate, partner.name(), partner.parent(), partner.commercialPartner(),
                partner.isCompany(), partner.active(), partner.vat(), partner.reference(),
                new Partner.Contact(partner.contact().email(), partner.contact().phone(), to), partner.ownCompany());
    }

    /** In this street, in no country. */
    public static Partner.Address street(String street, String city, String country) {
        return new Partner.Address(street, "", "1000", city, new Ref(20, country));
    }
}
