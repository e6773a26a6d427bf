package app.loupe.ui.export;

import app.loupe.export.ExportForm;
import java.nio.file.Path;
import java.util.Locale;

/** A place that the owner named: it stays as it is in every form, but for its ending. */
final class ChosenPlace {
    private final Path named;
    private final String name;

    /** Named while this form was chosen: what it ends with is no part of its name then. */
    ChosenPlace(Path named, ExportForm form) {
        this.named = named;
        String whole = String.valueOf(named.getFileName());
        name = !form.isFolder() && endsWith(whole, form)
                ? whole.substring(0, whole.length() - form.extension().length() - 1)
                : whole;
    }

    /** The letters of an ending are the same in every language. */
    private static boolean endsWith(String name, ExportForm form) {
        return name.toLowerCase(Locale.ROOT).endsWith("." + form.extension());
    }

    /** The same place in this form: as it was named where it has the ending of the form already. */
    Path as(ExportForm form) {
        if (form.isFolder()) {
            return named.resolveSibling(name);
        }
        return endsWith(String.valueOf(named.getFileName()), form)
                ? named
                : named.resolveSibling(name + "." + form.extension());
    }
}
