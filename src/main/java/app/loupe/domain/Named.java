package app.loupe.domain;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of something that records refer to. When it changes in Odoo, the records that refer to it do not change.
 *
 * @param company whose name it is for an account; 0 for everything else
 */
public record Named(NameKind kind, long id, long company, String name) {
    /** What an invoice refers to, without its lines. */
    public static Stream<Named> of(Invoice invoice) {
        return references(invoice).filter(Named::isTold);
    }

    /** The same, also what has no name that anybody could tell. */
    public static Stream<Named> references(Invoice invoice) {
        return present(named(NameKind.COMPANY, invoice.booking().company()),
                named(NameKind.CURRENCY, invoice.booking().currency()),
                named(NameKind.CURRENCY, invoice.booking().companyCurrency()),
                named(NameKind.JOURNAL, invoice.booking().journal()),
                named(NameKind.SALESPERSON, invoice.booking().salesperson()),
                named(NameKind.PAYMENT_TERMS, invoice.booking().paymentTerms()),
                named(NameKind.BANK_ACCOUNT, invoice.booking().bankAccount()),
                named(NameKind.PARTNER, invoice.parties().partner()),
                named(NameKind.PARTNER, invoice.parties().commercialPartner()));
    }

    /** What a journal item refers to. */
    public static Stream<Named> of(MoveLine line) {
        return references(line).filter(Named::isTold);
    }

    /** The same, also what has no name that anybody could tell. */
    public static Stream<Named> references(MoveLine line) {
        Ref account = line.posting().account();
        Ref company = line.posting().company();
        return present(account == null
                ? null
                : new Named(NameKind.ACCOUNT, account.id(), Ref.idOf(company), account.name()),
                named(NameKind.COMPANY, company), named(NameKind.CURRENCY, line.posting().currency()),
                named(NameKind.JOURNAL, line.entry().journal()), named(NameKind.TAX, line.taxes().tax()),
                named(NameKind.TAX_GROUP, line.taxes().group()), named(NameKind.UNIT, line.price().unit()),
                named(NameKind.PARTNER, line.posting().partner()), named(NameKind.PRODUCT, line.price().product()));
    }

    /** What a partner refers to. */
    public static Stream<Named> of(Partner partner) {
        return references(partner).filter(Named::isTold);
    }

    /** The same, also what has no name that anybody could tell. */
    public static Stream<Named> references(Partner partner) {
        return present(named(NameKind.PARTNER, partner.parent()),
                named(NameKind.PARTNER, partner.commercialPartner()),
                named(NameKind.COUNTRY, partner.contact().address().country()));
    }

    /** What a product refers to. */
    public static Stream<Named> of(Product product) {
        return references(product).filter(Named::isTold);
    }

    /** The same, also what has no name that anybody could tell. */
    public static Stream<Named> references(Product product) {
        return present(named(NameKind.CATEGORY, product.category()), named(NameKind.UNIT, product.unit()));
    }

    private static @Nullable Named named(NameKind kind, @Nullable Ref ref) {
        return ref == null ? null : new Named(kind, ref.id(), 0, ref.name());
    }

    private static Stream<Named> present(@Nullable Named... all) {
        return Stream.of(all).filter(Objects::nonNull);
    }

    private boolean isTold() {
        return !name.isEmpty();
    }
}
