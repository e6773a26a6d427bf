package app.loupe.store;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.Originals;
import app.loupe.domain.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Original PDFs in the invoice store. Each part is checked against its hash whenever it is read. */
final class StoredOriginals implements Originals {
    /** Bytes in one row: H2 holds up to a megabyte. */
    private static final int MAX_PART = 1_000_000;
    /** Parts read at once, eight megabytes at most. */
    private static final int PARTS = 8;

    private final LedgeredSession session;

    StoredOriginals(LedgeredSession session) {
        this.session = session;
    }

    @Override
    public Optional<OriginalPdf> original(InvoiceKey invoice) throws ProblemException {
        return session.read(s -> {
            List<OriginalPdfEntity> parts = s.createSelectionQuery("""
                    from OriginalPdfEntity o where o.connectionId = :c and o.invoiceId = :id order by o.part""",
                    OriginalPdfEntity.class).setParameter("c", invoice.connection().value())
                    .setParameter("id", invoice.id()).list();
            return parts.isEmpty() ? Optional.<OriginalPdf>empty() : Optional.of(joined(parts));
        });
    }

    private static OriginalPdf joined(List<OriginalPdfEntity> parts) {
        var bytes = new ByteArrayOutputStream();
        demand(parts.size() == parts.getFirst().parts);
        for (OriginalPdfEntity part : parts) {
            demand(part);
            bytes.writeBytes(part.bytes);
        }
        return OriginalPdf.of(bytes.toByteArray(), parts.getFirst().readAt)
                .orElseThrow(() -> new IllegalStateException("no PDF"));
    }

    @Override
    public void keep(InvoiceKey invoice, OriginalPdf pdf) throws ProblemException {
        session.write(invoice.connection(), (s, delta) -> {
            int gone = s.createMutationQuery(
                    "delete from OriginalPdfEntity o where o.connectionId = :c and o.invoiceId = :id")
                    .setParameter("c", invoice.connection().value()).setParameter("id", invoice.id()).executeUpdate();
            s.insertMultiple(parts(invoice, pdf));
            return gone;
        });
        session.flush();
    }

    private static List<OriginalPdfEntity> parts(InvoiceKey invoice, OriginalPdf pdf) {
        byte[] bytes = pdf.bytes();
        int parts = (bytes.length - 1) / MAX_PART + 1;
        return Stream.iterate(0, part -> part < parts, part -> part + 1).map(part -> {
            var row = new OriginalPdfEntity();
            row.connectionId = invoice.connection().value();
            row.invoiceId = invoice.id();
            row.part = part;
            row.parts = parts;
            row.readAt = pdf.readAt();
            row.bytes = Arrays.copyOfRange(bytes, part * MAX_PART, Math.min(bytes.length, (part + 1) * MAX_PART));
            row.partHash = hash(row);
            return row;
        }).toList();
    }

    private static long hash(OriginalPdfEntity row) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            Instant at = row.readAt;
            sha.update(row.connectionId.getBytes(StandardCharsets.UTF_8));
            sha.update(ByteBuffer.allocate(2 * Long.BYTES + 3 * Integer.BYTES).putLong(row.invoiceId).putInt(row.part)
                    .putInt(row.parts).putLong(at.getEpochSecond()).putInt(at.getNano()).array());
            return ByteBuffer.wrap(sha.digest(row.bytes)).getLong();
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Checks every part of a connection against its hash; returns how many there are. */
    static long check(StatelessSession session, String connection) {
        var count = new long[1];
        InParts.each("o.invoiceId", row -> row.invoiceId,
                next -> session.createSelectionQuery("from OriginalPdfEntity o where o.connectionId = :c" + next,
                        OriginalPdfEntity.class).setParameter("c", connection),
                PARTS, row -> {
                    demand(row);
                    count[0]++;
                });
        return count[0];
    }

    private static void demand(OriginalPdfEntity row) {
        demand(row.partHash == hash(row));
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new IllegalStateException("a PDF that is not what was stored");
        }
    }
}
