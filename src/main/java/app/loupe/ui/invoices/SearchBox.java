package app.loupe.ui.invoices;

import app.loupe.ui.common.KeyNames;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TextRuler;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * The field in which an owner searches, with its shortcut and its help. What it asks for in an empty field is never cut: with
 * large texts or in a narrow window the shortcut makes way, and then the longer words for shorter ones.
 */
final class SearchBox {
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** What lies between the words and the shortcut at least, in heights of a letter. */
    private static final double GAP_EM = 0.5;

    private final CustomTextField view = new CustomTextField();
    private final SearchHelp help;
    private final Label hint;
    private final InvoiceWords words;

    /** A box; {@code onEnter} is told when the keyboard wants to go on to what was found. */
    SearchBox(InvoicesViewModel model, InvoiceWords words, Runnable onEnter) {
        this.words = words;
        hint = Nodes.label(KeyNames.of(SEARCH, words.wording()), "subtle", "small");
        help = new SearchHelp(words, query -> {
            view.setText(query);
            goOn();
        });
        help.below(view);
        var right = new HBox(hint, help.view());
        right.getStyleClass().add("search-right");
        view.setId("invoice-search");
        view.setAccessibleText(words.get("search.accessible"));
        view.setAccessibleHelp(words.get("search.help"));
        view.setRight(right);
        view.getStyleClass().add("search-field");
        view.textProperty().bindBidirectional(model.choice().search());
        view.textProperty().subscribe(text -> fit());
        view.widthProperty().subscribe(width -> fit());
        view.fontProperty().subscribe(font -> fit());
        right.widthProperty().subscribe(width -> fit());
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

    private void fit() {
        var ruler = new TextRuler(view.getFont());
        double room = view.getWidth() - view.getInsets().getLeft() - view.getInsets().getRight()
                - help.view().prefWidth(-1) - GAP_EM * ruler.em();
        String all = words.get("search.prompt");
        String asked = ruler.plain(List.of(all)) <= room ? all : words.get("search.short");
        view.setPromptText(asked);
        // measured in the larger letters of the field: nothing is known of a label that is not shown
        Nodes.show(hint, view.getText().isEmpty()
                && ruler.plain(List.of(asked)) + ruler.plain(List.of(hint.getText())) + GAP_EM * ruler.em() <= room);
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
