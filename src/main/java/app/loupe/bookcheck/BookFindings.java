package app.loupe.bookcheck;

import java.util.List;

/**
 * What a check came to.
 *
 * @param findings by kind, what matters most first
 * @param invoices how many were looked at
 */
public record BookFindings(List<Finding> findings, int invoices) {
    /** Nothing was looked at. */
    public static final BookFindings NOTHING = new BookFindings(List.of(), 0);

    /** Copies the list. */
    public BookFindings {
        findings = List.copyOf(findings);
    }
}
