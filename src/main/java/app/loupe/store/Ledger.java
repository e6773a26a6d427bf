package app.loupe.store;

import app.loupe.domain.ProblemException;
import java.util.Optional;

/**
 * Keeps beside the store how much it held at its last flush, because H2 opens a damaged file silently with fewer rows
 * (R4).
 */
final class Ledger {
    private final DurableText text;

    Ledger(FileProtection folder, String storeName) {
        this.text = new DurableText(folder,
                folder.file(storeName.equals("invoices") ? "store.ledger" : storeName + ".ledger"));
    }

    /** What was written last; empty when there is no ledger or it is damaged. */
    Optional<LedgerState> read() throws ProblemException {
        return text.read().flatMap(LedgerState::parse);
    }

    /** Replaces the ledger, durably. */
    void write(LedgerState state) throws ProblemException {
        text.write(state.text());
    }
}
