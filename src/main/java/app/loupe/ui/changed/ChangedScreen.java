package app.loupe.ui.changed;

import app.loupe.ui.common.ExportButton;
import app.loupe.ui.common.ExportOffer;
import app.loupe.domain.ChangeKind;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.review.ChangeSpan;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureTable;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** What changed: each invoice that a sync found different, with what it said before and says after. */
public final class ChangedScreen implements Screen {
    private final ChangedPorts ports;
    private final Wording wording;
    private final ChangedViewModel model;
    private final ChangedTable table;
    private final FigureFooter footer;
    private final BorderPane view = new BorderPane();

    /** Builds the screen; it reads nothing before {@link #keepUp}. */
    public ChangedScreen(ChangedPorts ports, Background background, Wording wording) {
        this.ports = ports;
        this.wording = wording;
        var font = new FontSize();
        model = new ChangedViewModel(ports, background, wording);
        table = new ChangedTable(wording, font.font(), this::open);
        view.getStyleClass().add("changed");
        view.getChildren().add(font);
        Nodes.dress(view, ChangedScreen.class, "changed.css");
        Nodes.dress(view, FigureTable.class, "figures.css");
        var head = new FlowRow(Nodes.label(wording.get("changed.title"), "screen-title"),
                table.table().columnsButton(ChangedTable.FIXED, wording),
                Nodes.spacer(), new ExportButton(wording), new SyncButton(ports.sync(), wording));
        head.getStyleClass().add("tool-bar-row");
        view.setTop(new VBox(head, new ChangedFilters(model, wording).view()));
        view.setCenter(table.table().view());
        footer = new FigureFooter(wording);
        view.setBottom(footer);
        model.shown().subscribe(this::show);
        ports.sync().failure().subscribe(why -> table.table().placeholder(message(model.shown().get())));
    }

    private void follow(List<ConnectionProfile> connections) {
        model.follow(connections);
        footer.age(connections);
    }

    private void open(InvoiceKey key) {
        ports.navigator().open(new Destination.OneInvoice(key));
    }

    private void show(ChangedViewModel.Shown shown) {
        table.table().placeholder(message(shown));
        table.show(shown.rows(), model.isOfSeveral());
        footer.say(ChangedExports.line(shown, wording));
    }

    private EmptyMessage message(ChangedViewModel.Shown shown) {
        return shown.read()
                ? EmptyMessage.firstFailed(wording, model.connections(), ports.sync()).orElseGet(this::nothing)
                : EmptyMessage.of(wording, "changed.empty.loading");
    }

    private EmptyMessage nothing() {
        String key = model.connections().isEmpty()
                ? "no-connection"
                : !model.wasSynced()
                        ? "never-synced"
                        : model.span().get() == ChangeSpan.UNSEEN ? "nothing-new" : "nothing";
        return EmptyMessage.of(wording, "changed.empty." + key);
    }

    @Override
    public void remember(Memory memory) {
        table.table().remember(memory);
    }

    @Override
    public PageId page() {
        return PageId.CHANGED;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        follow(connections);
    }

    @Override
    public void refresh() {
        // keepUp has done it: the count in the sidebar is of the same reading
    }

    @Override
    public void rewrite() {
        model.rewrite();
    }

    @Override
    public void keepUp(List<ConnectionProfile> connections) {
        follow(connections);
    }

    @Override
    public ObservableValue<Aside> aside() {
        return model.unseen().map(count -> count.intValue() == 0
                ? Aside.NONE
                : new Aside(wording.get("nav.changed.new", count), "news"));
    }

    @Override
    public Optional<ExportOffer> exports() {
        return new ChangedExports(model, wording).offer();
    }

    @Override
    public void focusSearch() {
        table.table().view().requestFocus();
    }

    @Override
    public Runnable bookmark() {
        ChangeSpan span = model.span().get();
        ChangeKind kind = model.kind().get();
        Optional<ChangedRow.Entry> chosen = table.table().chosen();
        return () -> {
            model.span().set(span);
            model.kind().set(kind);
            chosen.ifPresent(table.table()::select);
            table.table().view().requestFocus();
        };
    }
}
