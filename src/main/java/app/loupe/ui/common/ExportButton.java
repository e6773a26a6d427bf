package app.loupe.ui.common;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** "Export…" in the head of a screen: asks the window for the dialog, as Ctrl/Cmd+E does. */
public final class ExportButton extends Button {
    /** A button in these words. */
    public ExportButton(Wording wording) {
        super(wording.get("export.button"));
        setId("export-button");
        setAccessibleText(wording.get("export.button.name"));
        setMinWidth(Region.USE_PREF_SIZE);
        setMnemonicParsing(false);
        setOnAction(event -> fireEvent(new ExportRequest()));
    }
}
