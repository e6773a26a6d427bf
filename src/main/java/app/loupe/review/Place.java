package app.loupe.review;

import app.loupe.domain.ConnectionId;
import org.jspecify.annotations.Nullable;

/**
 * Where an invoice belongs: few of these stand on all rows.
 *
 * @param currency of the document
 * @param companyCurrency what its company keeps its books in
 */
record Place(ConnectionId connection, String company, String currency, String salesperson, String journal,
        String companyCurrency) {
    /**
     * {@inheritDoc} Written out because every row of the books is looked up: what records have by themselves costs
     * several times that.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place that && connection.equals(that.connection) && company.equals(that.company)
                && currency.equals(that.currency) && salesperson.equals(that.salesperson)
                && journal.equals(that.journal) && companyCurrency.equals(that.companyCurrency);
    }

    @Override
    public int hashCode() {
        int hash = connection.value().hashCode();
        hash = hash * 31 + company.hashCode();
        hash = hash * 31 + currency.hashCode();
        hash = hash * 31 + salesperson.hashCode();
        hash = hash * 31 + journal.hashCode();
        return hash * 31 + companyCurrency.hashCode();
    }
}
