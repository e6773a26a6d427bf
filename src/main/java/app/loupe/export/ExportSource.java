package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ChangeHistory;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.Shelf;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What packs and archives are made from.
 *
 * @param read the connections that are taken away
 * @param currency code of the only currency whose documents are taken away; empty for all
 */
public record ExportSource(InvoiceReader reader, Shelf shelf, ChangeHistory changes, ReadTogether read,
        String currency) {
    /** Of the documents in every currency. */
    public ExportSource(InvoiceReader reader, Shelf shelf, ChangeHistory changes, ReadTogether read) {
        this(reader, shelf, changes, read, "");
    }

    /** Whether what is in a currency is taken away. */
    boolean takes(String of) {
        return currency.isEmpty() || of.equalsIgnoreCase(currency);
    }

    /** The choice of one currency, as it stands beside other filters; none where all are taken. */
    List<String> filters() {
        return currency.isEmpty() ? List.of() : List.of(currency);
    }

    /**
     * The head of a pack or an archive: this foot, the choice, from which day on the copies are, and
     * of which connection something may be missing.
     */
    List<String> notes(Texts texts, String foot) {
        var notes = new ArrayList<>(FilterNotes.of(texts, List.of(foot), filters()));
        notes.addAll(KeptNote.of(texts, read));
        notes.addAll(KeptNote.booked(texts, read));
        read.connections().stream().filter(one -> one.lastSynced() == null)
                .map(one -> texts.get("paper.readme.not-synced", one.name())).forEach(notes::add);
        return notes;
    }

    /** The day of the oldest of the copies, in this zone; empty where none of them is complete. */
    private Optional<LocalDate> copied(ZoneId zone) {
        return read.connections().stream().map(ConnectionProfile::lastSynced).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).map(instant -> LocalDate.ofInstant(instant, zone));
    }

    /**
     * The day of the oldest copy where it, or a later one, is asked for: what came to Odoo after the copy is not known. Null
     * where all of the days lie before it.
     */
    @Nullable
    LocalDate knownTo(ExportSpan span, ZoneId zone) {
        return copied(zone).filter(copied -> !span.to().isBefore(copied)).orElse(null);
    }

    /** The line that says so; none where the copies know all of the days. */
    static List<String> openDays(Texts texts, @Nullable LocalDate knownTo) {
        return knownTo == null
                ? List.of()
                : List.of(texts.get("paper.readme.open-days", new DateText(texts, ZoneOffset.UTC).day(knownTo)));
    }

    /** What the copies are now, by connection ({@link InvoiceReader#state}). */
    @Blocking
    Map<ConnectionId, String> states() throws ProblemException {
        var states = new HashMap<ConnectionId, String>();
        for (ConnectionId id : ids()) {
            states.put(id, reader.state(id));
        }
        return states;
    }

    /** The ids of the connections. */
    Set<ConnectionId> ids() {
        return new Chosen(read.connections()).ids();
    }
}
