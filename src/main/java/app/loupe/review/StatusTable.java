package app.loupe.review;

import app.loupe.domain.InvoiceStatus;
import java.time.LocalDate;

/** Looks up the status of a row on a day: all that a row's words can mean was worked out before. */
final class StatusTable {
    private final int today;
    private final InvoiceStatus[] late;
    private final InvoiceStatus[] onTime;

    StatusTable(LocalDate today) {
        this.today = Sheet.day(today);
        late = Standing.ALL.stream().map(standing -> standing.status(today.minusDays(1), today))
                .toArray(InvoiceStatus[]::new);
        onTime = Standing.ALL.stream().map(standing -> standing.status(null, today)).toArray(InvoiceStatus[]::new);
    }

    InvoiceStatus of(Sheet sheet, int i) {
        return (isLate(sheet, i, today) ? late : onTime)[sheet.standings[i]];
    }

    /** Whether the due date of a row, or of its first open instalment, is before a day. */
    static boolean isLate(Sheet sheet, int i, int today) {
        return sheet.firstDues[i] != Sheet.NO_DAY && sheet.firstDues[i] < today;
    }
}
