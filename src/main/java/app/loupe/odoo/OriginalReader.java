package app.loupe.odoo;

import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.List;
import java.util.Optional;

/** Reads the PDF that an Odoo keeps on one invoice. A server that has no such field keeps none. */
final class OriginalReader {
    private final ModelReader reader;

    OriginalReader(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * The bytes of the file, unchecked; empty when there are none, or when the invoice is gone.
     *
     * @throws ProblemException when the invoice is not readable for this user, or the answer is not what was asked
     */
    Optional<byte[]> original(long invoice) throws ProblemException {
        Verdict verdict = reader.read(RecordKind.INVOICE, List.of(invoice), List.of(FieldMap.ORIGINAL));
        if (!(verdict instanceof Verdict.Answered answered)) {
            throw reader.failure(verdict, RecordKind.INVOICE);
        }
        List<Row> rows = reader.rows(RecordKind.INVOICE, answered.result(), 1);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.getFirst();
        try {
            if (row.id() != invoice) {
                throw reader.malformed();
            }
            return row.file(FieldMap.ORIGINAL);
        } catch (UnreadableFieldException unreadable) {
            throw reader.malformed();
        }
    }
}
