package app.loupe.export;

/**
 * What was taken away.
 *
 * @param documents how many invoices, bills and credit notes
 * @param files how many files
 * @param seal the last value of an archive's chain, which stands for all of it; empty where there is no chain
 */
public record ExportOutcome(int documents, int files, String seal) {}
