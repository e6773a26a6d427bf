package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Puts one invoice on paper, as a copy that says that it is one. */
public final class OneInvoicePaper {
    private final InvoiceReader reader;
    private final Texts texts;
    private final Clock clock;

    /** In these words, as of the clock's day. */
    public OneInvoicePaper(InvoiceReader reader, Texts texts, Clock clock) {
        this.reader = reader;
        this.texts = texts;
        this.clock = clock;
    }

    /** The PDF of an invoice of this connection; empty when the copy holds it no longer. */
    @Blocking
    public Optional<byte[]> of(InvoiceRow row, ConnectionProfile profile) throws ProblemException {
        String foot = new CopyFoot(texts, clock, ReadTogether.only(profile)).ofOne(profile,
                row.otherInfo().company());
        Optional<InvoiceCopy> copy = new InvoiceCopies(reader, LocalDate.now(clock)).of(row, foot);
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        try {
            InvoicePaper.write(copy.get(), texts, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Optional.of(out.toByteArray());
    }
}
