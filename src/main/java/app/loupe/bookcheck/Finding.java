package app.loupe.bookcheck;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.MoveState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that looks wrong.
 *
 * @param key the same as long as it is about the same documents and figures, whatever they are called meanwhile: what the
 *     owner marks as known
 * @param documents that it is about
 */
public record Finding(ConnectionId connection, String key, Weight weight, List<Document> documents, Fact fact) {
    /** Copies the list. */
    public Finding {
        documents = List.copyOf(documents);
    }

    /**
     * An invoice that a finding is about.
     *
     * @param number empty where it has none, as on a draft
     */
    public record Document(InvoiceKey key, String number, MoveState state, @Nullable LocalDate date) {
        static Document of(ConnectionId connection, Invoice invoice) {
            LocalDate date = invoice.dates().invoice();
            return new Document(new InvoiceKey(connection, invoice.id()), invoice.number(), invoice.state(),
                    date == null ? invoice.dates().accounting() : date);
        }
    }

    /** What it is about, with a key of these parts. */
    static Finding of(ConnectionId connection, Weight weight, List<Document> documents, Fact fact, Object... parts) {
        return new Finding(connection, key(fact.kind(), parts), weight, documents, fact);
    }

    private static String key(FindingKind kind, Object... parts) {
        String key = kind.key() + ":" + Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(":"));
        return key.length() <= KnownFindings.LONGEST_KEY ? key : kind.key() + ":" + digest(key);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Of which kind it is. */
    public FindingKind kind() {
        return fact.kind();
    }

    /** The invoices that it is about. */
    public Set<InvoiceKey> keys() {
        return documents.stream().map(Document::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a document of these days, both included, is among those that it is about. */
    public boolean touches(LocalDate from, LocalDate to) {
        return documents.stream().map(Document::date)
                .anyMatch(date -> date != null && !date.isBefore(from) && !date.isAfter(to));
    }
}
