package app.loupe.review;

import org.jspecify.annotations.Nullable;

/**
 * Who stands on the other side of an invoice.
 *
 * @param id 0 when there is none
 * @param commercialId what customers are grouped by; 0 when there is none
 * @param name as printed on the invoice
 * @param vat empty when there is none
 */
record Party(long id, long commercialId, String name, String vat) {
    /** {@inheritDoc} Written out for the reason of {@link Place#equals}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Party that && id == that.id && commercialId == that.commercialId
                && name.equals(that.name) && vat.equals(that.vat);
    }

    @Override
    public int hashCode() {
        return ((Long.hashCode(id) * 31 + Long.hashCode(commercialId)) * 31 + name.hashCode()) * 31 + vat.hashCode();
    }
}
