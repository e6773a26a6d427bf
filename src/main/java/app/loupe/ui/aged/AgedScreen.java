package app.loupe.ui.aged;

import app.loupe.ui.common.ExportButton;
import app.loupe.ui.common.ExportOffer;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.owed.AgedBalance;
import app.loupe.ui.common.AsOf;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ChoiceChip;
import app.loupe.ui.common.DayChip;
import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureTable;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Segments;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingLabel;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Aged receivable and payable as of any day; a figure opens the items that it is made of, a name the partner's page. */
public final class AgedScreen implements Screen {
    private final AgedPorts ports;
    private final Wording wording;
    private final AgedViewModel model;
    private final Label title = Nodes.paragraph("", "screen-title");
    private final Hyperlink back = new Hyperlink();
    private final Label slash = Nodes.label("/", "screen-title", "muted");
    private final Segments<Boolean> sides;
    private final DayChip asOf;
    private final ChoiceChip<AgedBalance.By> by;
    private final ChoiceChip<Boolean> money;
    private final WrappingLabel hint = Nodes.paragraph("", "muted");
    private final FigureTable<AgedTarget> list;
    private final FigureTable<AgedTarget> items;
    private final FigureFooter footer;
    private final BorderPane view = new BorderPane();

    /** Builds the screen; it reads nothing before it is seen. */
    public AgedScreen(AgedPorts ports, Background background, Wording wording) {
        this.ports = ports;
        this.wording = wording;
        var font = new FontSize();
        model = new AgedViewModel(ports, background, wording);
        list = new FigureTable<>("aged", wording.get("nav.aged"), AgedRows.columns(wording), font.font(), this::go)
                .cellByCell();
        items = new FigureTable<>("aged-items", wording.get("aged.items"), AgedRows.itemColumns(wording), font.font(),
                this::go);
        sides = new Segments<>(List.of(false, true), payable -> payable ? "side-payable" : "side-receivable",
                payable -> wording.get(payable ? "partners.you-owe" : "partners.owed"),
                payable -> ask(now -> now.of(payable)));
        asOf = AsOf.chip("aged-as-of", wording, day -> ask(now -> now.asOf(day)));
        by = new ChoiceChip<>("aged-by", wording.get("aged.by"), date -> wording.get("aged.by." + EnumKey.of(date)),
                date -> ask(now -> now.by(date)));
        money = new ChoiceChip<>("aged-money", wording.get("aged.money"),
                booked -> wording.get(booked ? "aged.money.company" : "aged.money.each"),
                booked -> ask(now -> now.booked(booked)));
        footer = new FigureFooter(wording);
        hint.setMinWidth(0);
        back.setId("aged-back");
        back.getStyleClass().add("breadcrumb");
        back.setMinWidth(Hyperlink.USE_PREF_SIZE);
        back.setMnemonicParsing(false);
        back.setOnAction(event -> ask(now -> now.behind(Optional.empty())));
        var head = new FlowRow(back, slash, title, Nodes.spacer(), new ExportButton(wording),
                new SyncButton(ports.sync(), wording));
        head.getStyleClass().add("tool-bar-row");
        var chips = new FlowPane(sides, asOf, by, money, list.columnsButton(wording), items.columnsButton(wording));
        chips.getStyleClass().add("figure-filters");
        sides.within(chips);
        var hints = new HBox(hint);
        hints.getStyleClass().add("figure-hint");
        view.getStyleClass().add("aged");
        view.getChildren().add(font);
        Nodes.dress(view, FigureTable.class, "figures.css");
        view.setTop(new VBox(head, chips, hints));
        view.setBottom(footer);
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.asked().get().cell().isPresent()) {
                ask(now -> now.behind(Optional.empty()));
                event.consume();
            }
        });
        model.asked().subscribe(this::show);
        model.shown().subscribe(this::show);
        ports.sync().failure().subscribe(why -> show(model.shown().get()));
    }

    private void ask(UnaryOperator<AgedQuestion> change) {
        model.ask(change.apply(model.asked().get()));
    }

    private void go(AgedTarget target) {
        switch (target) {
            case AgedTarget.Elsewhere elsewhere -> ports.navigator().open(elsewhere.destination());
            case AgedTarget.Cell cell -> ask(now -> now.behind(Optional.of(cell)));
        }
    }

    private void show(AgedQuestion question) {
        sides.show(question.payable());
        AsOf.show(asOf, wording, question.asOf());
        by.show(List.of(AgedBalance.By.values()), question.by());
        money.show(List.of(false, true), question.booked());
    }

    private void show(AgedViewModel.Shown shown) {
        AgedQuestion question = shown.question();
        boolean behind = question.cell().isPresent();
        String side = wording.get(question.payable() ? "aged.payable" : "aged.receivable");
        back.setText(side);
        Nodes.show(back, behind);
        Nodes.show(slash, behind);
        title.setText(behind ? shown.title() : side);
        hint.setText(wording.get(shown.split()
                ? "aged.hint.split"
                : question.booked() ? "aged.hint.booked" : behind ? "aged.hint.items" : "aged.hint"));
        FigureTable<AgedTarget> table = behind ? items : list;
        boolean focused = list.view().isFocused() || items.view().isFocused();
        view.setCenter(table.view());
        table.placeholder(EmptyMessage.of(wording, model.connections(), shown.read(), ports.sync(),
                EmptyMessage.keyOf(model.connections(),
                        question.payable() ? "aged.empty.payable" : "aged.empty.receivable")));
        head(table, question.payable());
        table.show(shown.rows());
        if (focused) {
            table.view().requestFocus();
        }
        footer.show(shown.sums());
    }

    /** Who stands in the first column: only one of both is asked for. */
    private void head(FigureTable<AgedTarget> table, boolean payable) {
        table.view().getColumns().stream().filter(column -> column.getId().equals("partner"))
                .forEach(column -> column.setText(wording.get(payable ? "partners.vendor" : "partners.customer")));
    }

    @Override
    public void remember(Memory memory) {
        list.remember(memory, "aged");
        items.remember(memory, "aged-items");
    }

    @Override
    public PageId page() {
        return PageId.AGED;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        Optional<ConnectionId> whose = model.asked().get().cell().flatMap(AgedTarget.Cell::whose)
                .map(AgedTarget.Whose::connection);
        if (whose.isPresent() && connections.stream().map(ConnectionProfile::id).noneMatch(whose.get()::equals)) {
            ask(now -> now.behind(Optional.empty()));
        }
        model.follow(connections);
        footer.age(connections);
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void rewrite() {
        model.rewrite();
    }

    @Override
    public void entered() {
        if (model.asked().get().cell().isPresent()) {
            ask(now -> now.behind(Optional.empty()));
        }
    }

    @Override
    public Optional<ExportOffer> exports() {
        return new AgedExports(model, wording).offer();
    }

    @Override
    public void focusSearch() {
        (model.asked().get().cell().isPresent() ? items : list).view().requestFocus();
    }

    @Override
    public Runnable bookmark() {
        AgedQuestion question = model.asked().get();
        FigureTable<AgedTarget> table = question.cell().isPresent() ? items : list;
        Optional<Object> chosen = table.chosen();
        return () -> {
            model.ask(question);
            chosen.ifPresent(table::select);
            table.view().requestFocus();
        };
    }
}
