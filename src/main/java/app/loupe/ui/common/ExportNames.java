package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ReadTogether;
import app.loupe.export.ExportForm;
import app.loupe.export.FileNames;
import java.util.List;

/** Decides what an export is called when the owner does not say: whose figures, what and of when. */
public final class ExportNames {
    private final String who;
    private final boolean several;

    /** Names of what was read of these connections. */
    public ExportNames(Wording wording, ReadTogether read) {
        List<String> names = read.connections().stream().map(ConnectionProfile::name).toList();
        several = names.size() != 1;
        who = names.size() == 1 ? names.getFirst() : wording.get("export.file.all");
    }

    /** A name of what a screen offers; without that of the connection, which is the owner's own, where it is for others. */
    public String of(ExportOffer.Part part, ExportForm form) {
        return several || !part.isForOthers()
                ? of(part.fileName(), form)
                : new FileNames().next(part.fileName(), form.extension());
    }

    /** A name that every system allows, with the ending of the form: "Acme Trading invoices 2026-11.xlsx". */
    public String of(String what, ExportForm form) {
        return form.isFolder() ? FileNames.safe(who, what) : new FileNames().next(who, what, form.extension());
    }
}
