package app.loupe.ui.bookcheck;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ReadTogether;
import app.loupe.export.CheckReports;
import app.loupe.export.FileTakeaway;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers the findings that are listed to be taken away. */
record CheckExports(CheckViewModel model, Wording wording) {
    /** What can be taken away now; empty before anything was checked, and without a connection. */
    Optional<ExportOffer> offer() {
        CheckViewModel.Shown shown = model.shown().get();
        if (shown.checked() == null) {
            return Optional.empty();
        }
        List<ConnectionProfile> of = shown.of();
        Map<ConnectionId, ConnectionProfile> profiles = new Chosen(of).byId();
        var found = new ArrayList<CheckReports.Found>();
        for (CheckRow row : shown.rows()) {
            if (row instanceof CheckRow.Entry entry) {
                ConnectionProfile profile = profiles.get(entry.finding().connection());
                if (profile != null) {
                    found.add(new CheckReports.Found(profile, entry.finding(), entry.known()));
                }
            }
        }
        var reports = new CheckReports(wording.texts(), wording.clock(), new ReadTogether(of, List.of()),
                model.alsoKnown().get());
        String title = wording.get("check.title");
        return ExportOffer.of(wording.get("cli.check.count", found.size(), shown.invoices()), of,
                ExportOffer.Part.list(wording, title, FileTakeaway.of(wording.texts(),
                        forPrograms -> reports.of(found, shown.invoices(), forPrograms))));
    }
}
