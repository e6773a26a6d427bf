package app.loupe.domain;

/**
 * The result of comparing every invoice with Odoo.
 *
 * @param invoices how many there are, here or there
 * @param verified how many of them are here as Odoo has them
 * @param repaired records, not only invoices, that differed from Odoo although nothing there showed it
 */
public record Verified(int invoices, int verified, int repaired) {
    /** Nothing was compared yet. */
    public static final Verified NONE = new Verified(0, 0, 0);

    /** The sum of both. */
    public Verified plus(Verified other) {
        return new Verified(invoices + other.invoices, verified + other.verified, repaired + other.repaired);
    }

    /** Whether none was left out. */
    public boolean isComplete() {
        return verified == invoices;
    }
}
