package app.loupe.ui.invoices;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ReadTogether;
import app.loupe.export.ExportForm;
import app.loupe.export.FilterNotes;
import app.loupe.export.InvoiceGroups;
import app.loupe.export.InvoiceSelection;
import app.loupe.export.InvoicesTakeaway;
import app.loupe.export.LineChoice;
import app.loupe.export.NoteEntry;
import app.loupe.export.NoteReports;
import app.loupe.export.FileTakeaway;
import app.loupe.review.Marks;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.ui.common.DraggedFile;
import app.loupe.ui.common.ExportNames;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Offers the invoices that are shown, in their order, and those that are selected, to be taken away. */
record InvoiceExports(InvoicesViewModel model, InvoiceReader reader, InvoiceWords words) {
    private static final String SELECTED = "selected";

    /** The offer of this moment, as it was asked for; empty before anything was read. */
    Optional<ExportOffer> offer(boolean inbox, RowList selected) {
        Snapshot.Result result = model.result().get();
        return result.asked().filter(asked -> !asked.of().isEmpty())
                .map(asked -> offer(inbox, asked, result, selected));
    }

    /** What is selected as the CSV that Export makes of it; empty while it is not several rows. */
    Optional<DraggedFile> selectedAsCsv(boolean inbox, RowList selected) {
        Wording wording = words.wording();
        return offer(inbox, selected).flatMap(offer -> offer.parts().stream()
                .filter(part -> part.id().equals(SELECTED)).findFirst()
                .map(part -> DraggedFile.of(
                        new ExportNames(wording, offer.read()).of(part.fileName(), ExportForm.CSV),
                        wording.get("drag.rows", selected.size()),
                        new Chosen(offer.read().connections()).ids(),
                        part.takeaway(), ExportForm.CSV)));
    }

    private ExportOffer offer(boolean inbox, Snapshot.Asked asked, Snapshot.Result result, RowList selected) {
        RowList rows = result.rows();
        var read = new ReadTogether(asked.of(), List.of());
        FilterChoice.State chosen = asked.chosen();
        var filterWords = new FilterWords(words);
        List<String> filters = filterWords.of(chosen, asked.aside());
        Wording wording = words.wording();
        String title = wording.get(inbox ? "nav.inbox" : "nav.invoices");
        String file = wording.get(inbox ? "export.file.inbox" : "export.file.invoices",
                filterWords.lasting(FilterWords.standing(chosen.period(), asked.aside()), words.today()));
        List<String> notes = FilterNotes.of(wording.texts(), filters);
        var groups = new InvoiceGroups(rows, asked.by().map(by -> new GroupWords(words, by))
                .map(names -> result.groups().stream().map(names::section).toList()).orElse(List.of()));
        var parts = new ArrayList<ExportOffer.Part>();
        parts.add(part("these", wording.get("export.invoices.these"), new Named(title, file), LineChoice.NONE,
                new InvoiceSelection(read, rows, notes, groups)));
        parts.add(part("lines", wording.get("export.invoices.lines"),
                new Named(title, wording.get("export.file.lines", file)), LineChoice.SHOWN,
                new InvoiceSelection(read, rows, notes, groups)));
        if (inbox) {
            parts.add(marked(read, rows, new Named(title, wording.get("export.file.marks", file)), notes));
        }
        if (selected.size() > 1) {
            parts.add(part(SELECTED, wording.get("export.invoices.selected", selected.size()),
                    new Named(title, wording.get("export.file.selected", file)), LineChoice.NONE,
                    new InvoiceSelection(read, selected, picked(filters, selected.size(), rows.size()))));
        }
        String shown = filters.isEmpty()
                ? wording.get("export.invoices.all", rows.size())
                : wording.get("export.invoices.shown", rows.size(), FilterNotes.line(filters));
        return new ExportOffer(shown, read, parts);
    }

    /** What the owner wrote to each of them, and where it stands in the inbox, as {@code loupe notes} has it. */
    private ExportOffer.Part marked(ReadTogether read, RowList rows, Named named, List<String> notes) {
        Wording wording = words.wording();
        Map<ConnectionId, ConnectionProfile> profiles = new Chosen(read.connections()).byId();
        Marks marks = model.marks().marks().get();
        LocalDate today = words.today();
        return new ExportOffer.Part("marks", wording.get("export.invoices.marks"),
                wording.get("export.invoices.marks.holds"), named.title(), named.file(), rows.size(),
                FileTakeaway.of(wording.texts(), forPrograms -> new NoteReports(wording.texts(), wording.clock(),
                        forPrograms).of(
                                rows.stream().map(ReviewRow::row).flatMap(row -> Stream
                                        .ofNullable(profiles.get(row.key().connection()))
                                        .map(profile -> NoteEntry.ofInvoice(profile, row, marks, today))).toList(),
                                read)
                        .noted(notes)));
    }

    /** What a part is called above its pages, and in a folder. */
    private record Named(String title, String file) {}

    /** That rows were picked by hand, beside how they were listed. */
    private List<String> picked(List<String> filters, int some, int of) {
        var chosen = new ArrayList<>(filters);
        chosen.add(words.wording().get("export.invoices.selected.of", some, of));
        return FilterNotes.of(words.wording().texts(), chosen);
    }

    private ExportOffer.Part part(String id, String name, Named named, LineChoice lines, InvoiceSelection chosen) {
        Wording wording = words.wording();
        return new ExportOffer.Part(id, name,
                wording.get(lines == LineChoice.NONE ? "export.invoices.these.holds" : "export.invoices.lines.holds"),
                named.title(), named.file(), chosen.rows().size(),
                new InvoicesTakeaway(reader, wording.texts(), wording.clock(), lines, chosen));
    }
}
