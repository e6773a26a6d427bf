package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionProfile;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.SyncControl;
import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The invoices screen: tool bar and chips above, table and detail side by side, totals below. */
public final class InvoicesView implements Screen {
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Wording words;
    private final InvoicesViewModel model;
    private final InvoiceDetailView detail;
    private final InvoiceTable table;
    private final CustomTextField search = new CustomTextField();
    private final BorderPane view = new BorderPane();

    /** Builds the screen; it reads nothing before {@link #select}. The clock gives the owner's day and time zone. */
    public InvoicesView(InvoicePorts ports, Background background, Texts texts, Clock clock) {
        words = Wording.of(texts, clock);
        model = new InvoicesViewModel(ports.reader(), background, clock, texts.locale());
        var detailModel = new InvoiceDetailViewModel(ports, background);
        model.selected().subscribe(detailModel::show);
        detail = new InvoiceDetailView(detailModel, model, words);
        table = new InvoiceTable(model, words, detail.view()::requestFocus);
        model.showing().subscribe(this::showState);

        view.getStyleClass().add("invoices-view");
        view.getStylesheets()
                .add(Objects.requireNonNull(InvoicesView.class.getResource("invoices.css")).toExternalForm());
        view.setTop(new VBox(toolBar(ports.sync()), new ChipsBar(model, words).view()));
        view.setCenter(table.view());
        view.setRight(detail.view());
        view.setBottom(new FooterBar(model, words).view());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        model.select(connections);
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** For tests: what the screen shows. */
    InvoicesViewModel model() {
        return model;
    }

    private HBox toolBar(SyncControl control) {
        var title = new Label(words.get("title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(title, gap, searchField(), syncButton(control));
        bar.getStyleClass().add("tool-bar-row");
        return bar;
    }

    private Node searchField() {
        var hint = new Label(SEARCH.getDisplayText());
        hint.getStyleClass().addAll("subtle", "small");
        hint.visibleProperty().bind(search.textProperty().isEmpty());
        search.setId("invoice-search");
        search.setPromptText(words.get("search.prompt"));
        search.setAccessibleText(words.get("search.accessible"));
        search.setAccessibleHelp(words.get("search.help"));
        search.setRight(hint);
        search.getStyleClass().add("search-field");
        search.textProperty().bindBidirectional(model.choice().search());
        return search;
    }

    private Node syncButton(SyncControl control) {
        var button = new Button();
        button.setId("sync-button");
        button.getStyleClass().add(Styles.ACCENT);
        button.setMinWidth(Button.USE_PREF_SIZE);
        control.running().subscribe(running -> {
            button.setText(words.get(running ? "sync.stop" : "sync.start"));
            button.setAccessibleText(words.get(running ? "sync.stop.accessible" : "sync.start.accessible"));
        });
        button.setOnAction(event -> {
            if (control.running().get()) {
                control.stop();
            } else {
                control.start();
            }
        });
        return button;
    }

    private void showState(InvoicesViewModel.Showing showing) {
        table.placeholder(switch (showing) {
            case LOADING -> message("loading");
            case NOTHING_SYNCED -> message("nothing-synced");
            case NOTHING_MATCHES -> withClear(message("nothing-matches"));
            case ROWS -> new Region();
        });
    }

    private VBox message(String key) {
        var title = new Label(words.get("empty." + key + ".title"));
        title.getStyleClass().add("empty-title");
        var text = new Label(words.get("empty." + key + ".text"));
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        var box = new VBox(title, text);
        box.getStyleClass().add("empty-message");
        return box;
    }

    private VBox withClear(VBox message) {
        var clear = new Button(words.get("empty.clear"));
        clear.setId("clear-filters");
        clear.setOnAction(event -> model.choice().clear());
        message.getChildren().add(clear);
        return message;
    }

    /** Esc goes one step back: first the search is cleared, then the detail closes. */
    private void escape(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (!search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (model.selected().get() != null) {
            model.selected().set(null);
            event.consume();
        }
        table.view().requestFocus();
    }
}
