package app.loupe.ui.invoices;

import app.loupe.ui.common.KeyNames;
import app.loupe.ui.common.Nodes;
import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The field in which an owner searches, with its shortcut and its help. */
final class SearchBox {
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final CustomTextField view = new CustomTextField();
    private final SearchHelp help;

    /** A box; {@code onEnter} is told when the keyboard wants to go on to what was found. */
    SearchBox(InvoicesViewModel model, InvoiceWords words, Runnable onEnter) {
        help = new SearchHelp(words, query -> {
            view.setText(query);
            goOn();
        });
        Label hint = Nodes.label(KeyNames.of(SEARCH, words.wording()), "subtle", "small");
        hint.visibleProperty().bind(view.textProperty().isEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        var right = new HBox(hint, help.view());
        right.getStyleClass().add("search-right");
        view.setId("invoice-search");
        view.setPromptText(words.get("search.prompt"));
        view.setAccessibleText(words.get("search.accessible"));
        view.setAccessibleHelp(words.get("search.help"));
        view.setRight(right);
        view.getStyleClass().add("search-field");
        view.textProperty().bindBidirectional(model.choice().search());
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                help.open();
                event.consume();
            } else if (view.equals(event.getTarget())
                    && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER)) {
                onEnter.run();
                event.consume();
            }
        });
    }

    TextField view() {
        return view;
    }

    /** Lets the owner type, in the place of what is there. */
    void focus() {
        view.requestFocus();
        view.selectAll();
    }

    /** Lets the owner type on behind what is there. */
    void goOn() {
        view.requestFocus();
        view.end();
    }
}
