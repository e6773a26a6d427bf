package app.loupe.ui.paper;

import app.loupe.ui.common.LetterKeys;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a printer, pages and copies. The system's own dialog would not do it: Java has it for programs with AWT's window
 * alone (jvm-options.txt). On the FX thread.
 */
final class PrintBlock extends VBox {
    /** More is rather a slip of the finger. */
    private static final int MOST_COPIES = 99;
    private static final int DIGITS = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final ComboBox<PagePrinter.Device> devices = new ComboBox<>();
    private final TextField first;
    private final TextField last;
    private final TextField copies = number("paper-copies", 1);
    private final Label wrong;
    private final Button start;
    private final int pages;

    /**
     * Asks once.
     *
     * @param start gets what is to be printed
     * @param cancel the owner gave up
     */
    PrintBlock(PaperViewModel.Printing.Asking asking, Wording wording, Consumer<PrintOrder> start, Runnable cancel) {
        this.pages = asking.pages();
        this.first = number("paper-first", 1);
        this.last = number("paper-last", pages);
        this.start = Nodes.button(wording.get("pages.print.start"), () -> order().ifPresent(start), Styles.ACCENT);
        this.start.setId("paper-start");
        this.start.setDefaultButton(true);
        Button back = Nodes.button(wording.get("pages.print.cancel"), cancel);
        back.setId("paper-cancel");
        devices.setId("paper-printer");
        devices.setConverter(new StringConverter<>() {
            @Override
            public String toString(PagePrinter.@Nullable Device device) {
                return device == null ? "" : device.name();
            }

            @Override
            public PagePrinter.Device fromString(String text) {
                throw new IllegalStateException("nothing is typed here");
            }
        });
        LetterKeys.on(devices);
        devices.getItems().setAll(asking.devices());
        devices.getSelectionModel().selectFirst();
        wrong = Nodes.paragraph(wording.get("pages.print.wrong", pages, MOST_COPIES), "print-wrong");
        wrong.setId("paper-wrong");
        var fields = new FlowPane(field(wording.get("pages.print.printer"), devices),
                field(wording.get("pages.print.first"), first), field(wording.get("pages.print.last"), last),
                field(wording.get("pages.print.copies"), copies));
        fields.getStyleClass().add("print-fields");
        var buttons = new HBox(Nodes.spacer(), back, this.start);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("print-block");
        getChildren().addAll(fields, wrong, buttons);
        first.textProperty().subscribe(this::check);
        last.textProperty().subscribe(this::check);
        copies.textProperty().subscribe(this::check);
        check();
    }

    /** Takes the focus. */
    void begin() {
        devices.requestFocus();
    }

    private static VBox field(String name, Control control) {
        var label = Nodes.label(name, "field-label");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        var field = new VBox(label, control);
        field.getStyleClass().add("form-field");
        return field;
    }

    private static TextField number(String id, int number) {
        var field = new TextField(Integer.toString(number));
        field.setId(id);
        field.setPrefColumnCount(DIGITS);
        return field;
    }

    private void check() {
        boolean readable = order().isPresent();
        start.setDisable(!readable);
        Nodes.show(wrong, !readable);
        // said where the focus is, too
        for (TextField field : List.of(first, last, copies)) {
            field.setAccessibleHelp(readable ? "" : wrong.getText());
        }
    }

    private Optional<PrintOrder> order() {
        int from = read(first);
        int to = read(last);
        int times = read(copies);
        return from >= 1 && from <= to && to <= pages && times >= 1 && times <= MOST_COPIES
                ? Optional.of(new PrintOrder(devices.getValue(), from, to, times))
                : Optional.empty();
    }

    /** The number in a field; 0 when there is none. */
    private static int read(TextField field) {
        String typed = field.getText().strip();
        return NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
    }
}
