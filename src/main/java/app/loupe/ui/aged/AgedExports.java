package app.loupe.ui.aged;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ReadTogether;
import app.loupe.export.AgedEntry;
import app.loupe.export.AgedFile;
import app.loupe.export.AgedReports;
import app.loupe.export.FileTakeaway;
import app.loupe.export.CopyFoot;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedRow;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Offers the aged list that is shown, or the items behind one of its figures, to be taken away. */
record AgedExports(AgedViewModel model, Wording wording) {
    /** What can be taken away now, as of the day on which it was read; empty before, and without a connection. */
    Optional<ExportOffer> offer() {
        AgedViewModel.Shown shown = model.shown().get();
        if (!shown.read()) {
            return Optional.empty();
        }
        List<ConnectionProfile> of = shown.of();
        AgedQuestion question = shown.question();
        var balance = new AgedBalance(question.asOf().orElse(shown.day()), question.payable(), question.by(),
                shown.day());
        var read = new ReadTogether(of, List.of());
        var notes = new ArrayList<String>();
        notes.add(AgedReports.title(wording.texts(), wording.clock(), balance));
        if (!shown.title().isEmpty()) {
            notes.add(shown.title());
        }
        if (question.booked()) {
            notes.add(wording.get(shown.split() ? "aged.hint.split" : "aged.hint.booked"));
        }
        var reports = new AgedReports(wording.texts(), question.payable(), read, notes,
                new CopyFoot(wording.texts(), wording.clock(), read).text());
        Map<ConnectionId, ConnectionProfile> profiles = new Chosen(of).byId();
        String title = wording.get(question.payable() ? "aged.payable" : "aged.receivable");
        return ExportOffer.of(String.join(" \u00b7 ", notes), of, ExportOffer.Part.list(wording, title,
                question.cell().isPresent()
                        ? items(reports, shown, profiles)
                        : sums(reports, shown, profiles)));
    }

    private FileTakeaway sums(AgedReports reports, AgedViewModel.Shown shown,
            Map<ConnectionId, ConnectionProfile> profiles) {
        List<AgedEntry<AgedRow>> rows = AgedRows.ordered(shown.lines()).stream()
                .map(line -> new AgedEntry<>(Objects.requireNonNull(profiles.get(line.connection())), line.row()))
                .toList();
        return new FileTakeaway(
                (format, out, steps) -> AgedFile.sums(wording.texts(), reports, rows).write(format, out));
    }

    private FileTakeaway items(AgedReports reports, AgedViewModel.Shown shown,
            Map<ConnectionId, ConnectionProfile> profiles) {
        List<AgedEntry<AgedItem>> items = shown.behind().stream()
                .map(behind -> new AgedEntry<>(Objects.requireNonNull(profiles.get(behind.connection())),
                        behind.aged()))
                .toList();
        return new FileTakeaway(
                (format, out, steps) -> AgedFile.items(wording.texts(), reports, items).write(format, out));
    }
}
