package app.loupe.transfer;

import app.loupe.domain.Blocking;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedChange;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.PhraseKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.transfer.TransferRow.Kind;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a transfer file: settings, filters, connections, books and then the history, in this order. It is whole once
 * {@link #end} was called. More than is read is refused with {@link ProblemCode#TRANSFER_TOO_LARGE}. For one thread.
 */
@Blocking
public final class TransferWriter {
    private final TransferHeader header;
    private final PhraseKey key;
    private final DataOutputStream rows;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private long written;

    /**
     * Begins the file.
     *
     * @param to stays the caller's to close
     * @param passphrase the caller's to close
     */
    public TransferWriter(OutputStream to, PhraseKey.Maker keys, Secret passphrase) throws IOException {
        try {
            TransferHeader.Fresh fresh = TransferHeader.fresh(keys, passphrase);
            header = fresh.header();
            key = fresh.key();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("deriving a key failed", broken);
        }
        to.write(header.bytes());
        rows = new DataOutputStream(new SealedOutput(to, header, key));
    }

    private void write(TransferRow row) throws IOException, ProblemException {
        row.write(rows);
        written++;
        if (counts.merge(row.kind(), 1, Integer::sum) > row.kind().most() || written > TransferRow.MOST_ROWS
                || rows.size() > TransferRow.MOST_BYTES) {
            // better no file than one that does not open
            throw ProblemException.of(ProblemCode.TRANSFER_TOO_LARGE);
        }
    }

    /** A setting. */
    public void setting(String name, String value) throws IOException, ProblemException {
        write(TransferRow.of(Kind.SETTING, name, value));
    }

    /** A filter that the owner named. */
    public void filter(KeptFilter filter) throws IOException, ProblemException {
        var texts = new ArrayList<String>(List.of(filter.name(), filter.search()));
        new TreeMap<>(filter.choice()).forEach((name, value) -> {
            texts.add(name);
            texts.add(value);
        });
        write(new TransferRow(Kind.FILTER, texts));
    }

    /** A connection; its password is sealed once more by itself, so that it lies open in no buffer. */
    public void connection(MovedConnection moved) throws IOException, ProblemException {
        ConnectionDetails details = moved.details();
        Endpoint endpoint = details.endpoint();
        CertificatePin pin = details.pin();
        write(TransferRow.of(Kind.CONNECTION, details.name(), endpoint.address().url(), endpoint.database(),
                endpoint.username(), Objects.toString(moved.since(), ""), pin == null ? "" : pin.sha256(),
                Objects.toString(details.keyExpires(), ""), sealed(moved)));
    }

    private String sealed(MovedConnection moved) throws ProblemException {
        Secret password = moved.password();
        if (password == null) {
            return "";
        }
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    key.sealPassword(password, header.bound(place(moved.details().endpoint()))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing failed", broken);
        }
    }

    /** What a password is bound to: where it leads. No two endpoints give the same text. */
    static String place(Endpoint endpoint) {
        return "password " + Stream.of(endpoint.address().url(), endpoint.database(), endpoint.username())
                .map(text -> text.length() + ":" + text).collect(Collectors.joining());
    }

    /** What is kept of some books, but the history. */
    public void book(MovedBook book) throws IOException, ProblemException {
        write(TransferRow.of(Kind.BOOK, book.book().address(), book.book().database(), book.seen()));
        for (var one : new TreeMap<>(book.marks()).entrySet()) {
            InvoiceMark mark = one.getValue();
            InvoiceMark.Review review = mark.review();
            write(TransferRow.of(Kind.MARK, one.getKey(), mark.flagged(), mark.note(),
                    review == null ? "" : review.at(), review == null ? "" : review.digest(),
                    review == null ? "" : review.change(), Objects.toString(mark.remindOn(), ""), mark.opened()));
        }
        for (var one : new TreeMap<>(book.partnerNotes()).entrySet()) {
            write(TransferRow.of(Kind.PARTNER, one.getKey(), one.getValue()));
        }
        for (String known : book.known()) {
            write(TransferRow.of(Kind.KNOWN, known));
        }
    }

    /** A change; the numbers of the changes ascend. */
    public void change(MovedChange moved) throws IOException, ProblemException {
        InvoiceChange change = moved.change();
        write(TransferRow.of(Kind.CHANGE, moved.book().address(), moved.book().database(), moved.number(),
                change.invoice(), change.name(), change.company(), change.run(), change.noticed(), change.kind().name(),
                change.field().name(), change.record(), change.before(), change.after(), change.posted()));
    }

    /** Ends the file. */
    public void end() throws IOException {
        TransferRow.of(Kind.END, written).write(rows);
        rows.close();
    }
}
