package app.loupe.store;

import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveState;
import app.loupe.domain.WantedPayments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Reads the invoices whose payments are to be found, newest first. */
record WantedRows(StatelessSession session, String connection) {
    private static final String QUERY = """
            select i.id, i.state, i.amountTotal, i.amountResidual, i.invoiceDate, i.presence,
              case when i.paymentsAt = i.writeDate then 1 else 0 end
            from InvoiceEntity i
            where i.connectionId = :c and %s""".formatted(StateRows.HAS_PAYMENTS);
    private static final String NOT_FOUND = " and (i.paymentsAt is null or i.paymentsAt <> i.writeDate)";
    private static final String NOT_THERE = """
            and (i.paymentsAt is null or i.paymentsAt <> i.writeDate or not exists (select 1 from PaymentEntity p
             where p.connectionId = i.connectionId and p.invoiceId = i.id))""";
    private static final String THESE = " and i.id in (:ids) order by i.id";

    /**
     * Among the present invoices that have or had payments, those whose payments are in doubt, or all. While a copy is
     * filled for the first time, also invoices that have no payments yet.
     */
    List<WantedPayments> all(boolean everything) {
        var wanted = new WantedList.Builder();
        boolean first = new FirstFilling(session, connection).isUnderWay();
        Optional<List<Long>> known = everything || first
                ? Optional.empty()
                : new StateRows(session, connection).paymentsWanted();
        String condition = everything ? "" : first ? NOT_THERE : NOT_FOUND;
        known.ifPresentOrElse(ids -> some(ids, wanted),
                () -> InParts.<Object[]>each("i.id", row -> (Long) row[0],
                        next -> session.createSelectionQuery(QUERY + condition + next, Object[].class)
                                .setParameter("c", connection),
                        InParts.ROWS, row -> add(row, wanted)));
        return wanted.newestFirst();
    }

    private void some(Collection<Long> ids, WantedList.Builder wanted) {
        for (List<Long> chunk : CopyTransaction.chunks(ids.stream().sorted().toList())) {
            session.createSelectionQuery(QUERY + NOT_FOUND + THESE, Object[].class).setParameter("c", connection)
                    .setParameter("ids", chunk).list().forEach(row -> add(row, wanted));
        }
    }

    private static void add(Object[] row, WantedList.Builder wanted) {
        if (Presence.PRESENT.name().equals(row[5])) {
            BigDecimal settled = MoveState.POSTED.name().equals(row[1])
                    ? Decimals.sensible((BigDecimal) row[2]).subtract(Decimals.sensible((BigDecimal) row[3]))
                    : BigDecimal.ZERO;
            wanted.add((LocalDate) row[4],
                    new WantedPayments((Long) row[0], settled.abs(), Integer.valueOf(1).equals(row[6])));
        }
    }
}
