package app.loupe.domain;

/**
 * What a comparison of every invoice with Odoo came to.
 *
 * @param invoices how many there are, here or there
 * @param verified how many of them are here as Odoo has them
 * @param repaired records, not only invoices, that were not as Odoo has them although nothing there said so
 */
public record Verified(int invoices, int verified, int repaired) {
    /** Nothing was compared yet. */
    public static final Verified NONE = new Verified(0, 0, 0);

    /** Both together. */
    public Verified plus(Verified other) {
        return new Verified(invoices + other.invoices, verified + other.verified, repaired + other.repaired);
    }

    /** Whether none was left out. */
    public boolean isComplete() {
        return verified == invoices;
    }
}
