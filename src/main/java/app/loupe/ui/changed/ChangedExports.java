package app.loupe.ui.changed;

import app.loupe.domain.ChangeKind;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ReadTogether;
import app.loupe.export.ChangeReports;
import app.loupe.export.FileTakeaway;
import app.loupe.export.FilterNotes;
import app.loupe.review.ChangeFeed;
import app.loupe.text.ChangeText;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers the changes that are listed to be taken away, and says how much of all changes they are. */
record ChangedExports(ChangedViewModel model, Wording wording) {
    /** What can be taken away now; empty before anything was read, and without a connection. */
    Optional<ExportOffer> offer() {
        ChangedViewModel.Shown shown = model.shown().get();
        if (!shown.read()) {
            return Optional.empty();
        }
        ChangeKind kind = shown.question().kind();
        List<String> chosen = kind == null
                ? List.of()
                : List.of(new ChangeText(wording.texts(), wording.dates(), wording.money()).kind(kind));
        List<String> notes = FilterNotes.of(wording.texts(), List.of(line(shown, wording)), chosen);
        var reports = new ChangeReports(wording.texts(), wording.clock(),
                new ReadTogether(shown.question().of(), List.of()), notes);
        Map<InvoiceKey, InvoiceRow> rows = model.invoices();
        return ExportOffer.of(FilterNotes.after(line(shown, wording), chosen), shown.question().of(),
                ExportOffer.Part.list(wording, wording.get("changed.title"), new FileTakeaway(
                        (format, out, steps) -> reports.write(format, shown.listed(), rows, out))));
    }

    /** How many changes there are, since when, and whether these are only the newest. */
    static String line(ChangedViewModel.Shown shown, Wording wording) {
        String span = wording.get("changed.footer." + switch (shown.question().span()) {
            case UNSEEN -> "unseen";
            case TODAY -> "today";
            case WEEK -> "week";
            case ALL -> "all";
        }, shown.entries());
        return shown.cut() ? wording.get("changed.footer.cut", span, ChangeFeed.MOST_CHANGES) : span;
    }
}
