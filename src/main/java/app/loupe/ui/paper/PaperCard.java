package app.loupe.ui.paper;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardLayer;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import app.loupe.ui.paper.PaperViewModel.Printing.Asking;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows a PDF page by page, with what can be done with it below. On the FX thread. */
public final class PaperCard implements Card {
    private static final String HIDDEN_NAME = "Loupe";
    private static final double STEP = 1.25;
    private static final double SMALLEST = 0.4;
    private static final double LARGEST = 4;
    /** So much wider the place has to be before the pages are drawn anew. */
    private static final double FITTING_STEP = 0.05;
    /** What a page has at its sides: the scroll bar, and room of the cell. */
    private static final double BESIDE = 40;

    private final PaperViewModel model;
    private final Wording wording;
    private final VBox view = new VBox();
    private final StackPane body = new StackPane();
    private final ListView<Integer> pages = new ListView<>();
    private final Label note = Nodes.paragraph("", "muted");
    private final Label warning = Nodes.paragraph("", "paper-warning");
    private final Label said = Nodes.paragraph("", "muted");
    private final Button print;
    private final Button save;
    private final HBox zooming;
    private final HBox buttons;
    /** Where the owner is asked for a printer, in the place of the buttons. */
    private final StackPane asked = new StackPane();
    private double zoom = 1;
    private boolean isZoomed;

    /**
     * A card over this model; opened it reads the paper.
     *
     * @param printer knows the printers
     * @param save asks where to, and saves the file there
     */
    public PaperCard(PaperViewModel model, Wording wording, CardLayer layer, PagePrinter printer,
            Consumer<PaperCard> save) {
        this.model = model;
        this.wording = wording;
        this.print = Nodes.button(wording.get("pages.print"),
                () -> model.look(printer));
        this.save = Nodes.button(wording.get("pages.save"), () -> save.accept(this), Styles.ACCENT);
        Button close = Nodes.button(wording.get("pages.close"), () -> {
            // a printing is ended in sight of its owner, who is told how far it came
            if (model.printingProperty().get() instanceof PaperViewModel.Printing.Going) {
                model.stopPrinting();
            } else {
                layer.close();
            }
        });
        print.setId("paper-print");
        this.save.setId("paper-save");
        close.setId("paper-close");
        close.setCancelButton(true);
        Button smaller = Nodes.button("\u2212", () -> zoomBy(1 / STEP));
        Button larger = Nodes.button("+", () -> zoomBy(STEP));
        smaller.setId("paper-smaller");
        larger.setId("paper-larger");
        smaller.setAccessibleText(wording.get("pages.smaller"));
        larger.setAccessibleText(wording.get("pages.larger"));
        zooming = new HBox(smaller, larger);
        zooming.getStyleClass().add("paper-zoom");
        var head = new HBox(Nodes.label(model.paper().title(), "card-title"), Nodes.spacer(), zooming);
        head.getStyleClass().add("paper-head");
        buttons = new HBox(Nodes.spacer(), close, print, this.save);
        buttons.getStyleClass().add("card-buttons");
        VBox.setVgrow(body, Priority.ALWAYS);
        view.getChildren().addAll(head, warning, note, body, said, asked, buttons);
        view.getStyleClass().addAll("card", "paper-card");
        Nodes.dress(view, PaperCard.class, "paper.css");
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::zoomKeys);
        // Esc ends what is on top: the question for a printer, or the printing, before the card
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) {
                return;
            }
            switch (model.printingProperty().get()) {
                case Asking asking -> {
                    model.giveUp();
                    event.consume();
                }
                case PaperViewModel.Printing.Going going -> {
                    model.stopPrinting();
                    event.consume();
                }
                default -> {
                    // the card is on top
                }
            }
        });
        pages.setId("paper-pages");
        pages.setAccessibleText(wording.get("pages.pages"));
        pages.getStyleClass().add("paper-pages");
        pages.setCellFactory(list -> new PageCell(model, wording, () -> zoom));
        pages.widthProperty().subscribe(this::fit);
        note.textProperty().bind(model.noteProperty());
        warning.setId("paper-warning");
        warning.textProperty().bind(model.warningProperty());
        warning.textProperty().subscribe(text -> Nodes.show(warning, !text.isEmpty()));
        model.shownProperty().subscribe(this::show);
        model.printingProperty().subscribe(this::say);
        model.printingProperty().subscribe(printing -> close.setText(wording.get(
                printing instanceof PaperViewModel.Printing.Going ? "pages.stop" : "pages.close")));
    }

    /** The list of printed jobs is on a screen of its own, and on the printer's: it hides what the window hides. */
    private String jobName() {
        return wording.money().isHidden() ? HIDDEN_NAME : model.paper().title();
    }

    /** What it shows. */
    PaperViewModel model() {
        return model;
    }

    private void zoomKeys(KeyEvent event) {
        if (event.isShortcutDown() && (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.EQUALS
                || event.getCode() == KeyCode.ADD)) {
            zoomBy(STEP);
            event.consume();
        } else if (event.isShortcutDown() && (event.getCode() == KeyCode.MINUS
                || event.getCode() == KeyCode.SUBTRACT)) {
            zoomBy(1 / STEP);
            event.consume();
        }
    }

    /** A page is seen in its whole width, but never larger than it is, until the owner says how large it is to be. */
    private void fit() {
        if (isZoomed || pages.getWidth() <= 0
                || !(model.shownProperty().get() instanceof PaperViewModel.Shown.Pages all)) {
            return;
        }
        double widest = all.sizes().stream().mapToDouble(PageCell::width).max().orElse(1);
        double steps = Math.floor((pages.getWidth() - BESIDE) / widest / FITTING_STEP);
        double fitting = Math.clamp(steps * FITTING_STEP, SMALLEST, 1);
        if (fitting != zoom) {
            zoom = fitting;
            pages.refresh();
        }
    }

    private void zoomBy(double factor) {
        isZoomed = true;
        zoom = Math.clamp(zoom * factor, SMALLEST, LARGEST);
        pages.refresh();
    }

    private void show(PaperViewModel.Shown shown) {
        boolean readable = shown instanceof PaperViewModel.Shown.Pages;
        print.setDisable(!readable);
        zooming.setDisable(!readable);
        save.setDisable(model.file().isEmpty());
        switch (shown) {
            case PaperViewModel.Shown.Reading reading -> body.getChildren()
                    .setAll(Nodes.paragraph(wording.get("pages.reading"), "muted"));
            case PaperViewModel.Shown.Failed failed -> body.getChildren().setAll(problem(failed.problem()));
            case PaperViewModel.Shown.Pages all -> {
                pages.getItems().setAll(IntStream.range(0, all.sizes().size()).boxed().toList());
                body.getChildren().setAll(pages);
                fit();
            }
        }
    }

    private VBox problem(Problem problem) {
        var box = new VBox(Nodes.paragraph(wording.shown().title(problem), "problem-title"),
                Nodes.paragraph(wording.shown().text(problem)), Nodes.paragraph(wording.shown().advice(problem)));
        box.setId("paper-problem");
        box.getStyleClass().add("paper-problem");
        return box;
    }

    private void say(PaperViewModel.Printing printing) {
        ask(printing);
        said.setText(switch (printing) {
            case PaperViewModel.Printing.Idle idle -> "";
            case PaperViewModel.Printing.Looking looking -> wording.get("pages.looking");
            case Asking asking -> "";
            case PaperViewModel.Printing.Going going -> wording.get("pages.going", going.done(), going.of());
            case PaperViewModel.Printing.Done done -> done.copies() == 1
                    ? wording.get("pages.done", done.pages())
                    : wording.get("pages.done.copies", done.pages(), done.copies());
            case PaperViewModel.Printing.Stopped stopped -> wording.get("pages.stopped", stopped.done(), stopped.of());
            case PaperViewModel.Printing.Failed failed -> wording.sentence(failed.problem());
        });
        Nodes.show(said, !said.getText().isEmpty());
    }

    private void ask(PaperViewModel.Printing printing) {
        boolean isThere = !asked.getChildren().isEmpty();
        boolean asks = printing instanceof Asking;
        asked.getChildren().clear();
        Nodes.show(asked, asks);
        Nodes.show(buttons, !asks);
        if (printing instanceof Asking asking) {
            var block = new PrintBlock(asking, wording, order -> model.print(order, jobName()), model::giveUp);
            asked.getChildren().setAll(block);
            block.begin();
        } else if (isThere) {
            print.requestFocus();
        }
    }

    /** Says something below the pages: where the file was saved, or why not. */
    void say(String sentence) {
        said.setText(sentence);
        Nodes.show(said, !sentence.isEmpty());
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void opened() {
        model.begin();
        view.lookup(model.printingProperty().get() instanceof Asking ? "#paper-printer" : "#paper-close")
                .requestFocus();
    }

    @Override
    public Optional<Problem> undone() {
        return model.printingProperty().get() instanceof PaperViewModel.Printing.Going
                ? Optional.of(Problem.of(ProblemCode.PRINT_STOPPED))
                : Optional.empty();
    }

    @Override
    public void closed() {
        model.close();
    }
}
