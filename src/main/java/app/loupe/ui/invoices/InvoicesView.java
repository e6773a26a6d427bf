package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.KeptSearch;
import app.loupe.review.Listed;
import app.loupe.review.RowList;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.ColumnMemory;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.ExportButton;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.ScreenKey;
import app.loupe.ui.common.SidePane;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The invoices screen: tool bar and chips above, table and detail side by side, totals below. */
public final class InvoicesView implements Screen {
    /** How long the search must rest before it is kept: every keeping writes to the disk. */
    static final Duration SEARCH_REST = Duration.seconds(2);

    /** Narrower, the names of products would be broken for columns that the open invoice tells as well. */
    private static final double DETAIL_KEEPS = 1;

    private final InvoicePorts ports;
    private final Background background;
    private final Wording wording;
    private final boolean inbox;
    private final InvoiceWords words;
    private final InvoicesViewModel model;
    private final InvoiceDetailView detail;
    private final InvoiceList table;
    private final NamedFilters filters;
    private final SearchBox search;
    private final SearchTokens understood;
    private final UndoBar undo;
    private final FooterBar footer;
    private final RemindBar reminder;
    private @Nullable InvoiceKey resumed;
    private @Nullable DragDesk drags;
    private final FontSize fontSize = new FontSize();
    private final BorderPane view = new BorderPane();

    /** Builds the screen; it reads nothing before {@link #select}. */
    public InvoicesView(InvoicePorts ports, Background background, Wording wording) {
        this(ports, background, wording,
                new MarksViewModel(ports.notes(), ports.drafts(), background, wording.clock()), false);
    }

    /** The review inbox: the same screen over all documents that are new, to review or reviewed, with the same marks. */
    public InvoicesView inbox() {
        var view = new InvoicesView(ports, background, wording, model.marks(), true);
        if (drags != null) {
            view.dragWith(drags);
        }
        return view;
    }

    private InvoicesView(InvoicePorts ports, Background background, Wording wording, MarksViewModel marks,
            boolean inbox) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        this.inbox = inbox;
        words = new InvoiceWords(wording);
        model = new InvoicesViewModel(ports.shelf(), marks, background, wording.clock(), wording.texts().locale());
        if (inbox) {
            model.choice().begin(FilterChoice.State.INBOX);
        }
        undo = new UndoBar(marks, words);
        footer = new FooterBar(model, words);
        model.choice().marks().addListener((InvalidationListener) change -> marks.letGo());
        var detailModel = new InvoiceDetailViewModel(ports, background);
        model.selected().subscribe(row -> {
            detailModel.show(row);
            if (row != null) {
                marks.open(row);
            }
        });
        model.readings().subscribe(count -> detailModel.show(model.selected().get()));
        reminder = new RemindBar(marks, words, this::backToTable);
        var remind = new RemindMenu(marks, words, reminder::ask);
        detail = new InvoiceDetailView(detailModel, model, new DetailLinks(ports.navigator(), words),
                new DetailPapers(ports, words), remind);
        table = new InvoiceList(model, words, fontSize.font(), detail, background, remind);
        filters = new NamedFilters(model, table::sortBy);
        var saving = new SaveBar(filters, words, table.view()::requestFocus);
        search = new SearchBox(model, words, table::enter);
        new InsteadOfRows(model, words, wording, ports.sync(), inbox).show(table::placeholder);

        model.result().subscribe(result -> resume(result.rows()));
        view.getStyleClass().add("invoices-view");
        view.getChildren().add(fontSize);
        Nodes.dress(view, InvoicesView.class, "invoices.css");
        Node[] tools = {new GroupMenu(model, words).button(), table.columnsButton()};
        understood = new SearchTokens(model, words, search::goOn);
        view.setTop(new VBox(toolBar(new SyncButton(ports.sync(), wording)), understood.view(), bars(saving, tools),
                saving.view()));
        var beside = new SidePane(detail.view(), DETAIL_KEEPS);
        beside.show(table.view(), table.fitting().needed());
        view.setCenter(beside);
        // over its end: a bar that made room for itself would move the buttons of the detail below the pointer
        var figures = new StackPane(footer.view(), undo.view());
        StackPane.setAlignment(undo.view(), Pos.CENTER_RIGHT);
        undo.view().visibleProperty().subscribe(footer::cover);
        view.setBottom(new VBox(reminder.view(), figures));
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> UndoKeys.press(event, model.marks()));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    /** No figure leads to some rows of the inbox, which are all that would be searched. */
    private Node bars(SaveBar saving, Node... tools) {
        return inbox
                ? new ChipScroll(new InboxBar(model, words, background, tools).view())
                : new VBox(new AmongBar(model.choice(), words, search::goOn).view(), new ChipScroll(new ChipsBar(model,
                        words, new SavedMenu(filters, words, saving::ask).button(), tools[0], tools[1]).view()));
    }

    @Override
    public PageId page() {
        return inbox ? PageId.INBOX : PageId.INVOICES;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<ScreenKey> keys() {
        return inbox
                ? List.of()
                : Stream.concat(MarkKeys.keys(words).stream(), RowCopy.keys(words).stream()).toList();
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.Invoices some) {
            model.open(new FilterChoice.Among(some.title(), some.keys()));
        } else if (destination instanceof Destination.OneInvoice one) {
            model.open(one.key());
        }
        table.view().requestFocus();
    }

    @Override
    public Optional<Destination> place() {
        return Optional.ofNullable(model.selected().get()).map(row -> new Destination.OneInvoice(row.row().key()));
    }

    @Override
    public void resume(Destination place) {
        if (place instanceof Destination.OneInvoice one) {
            resumed = one.key();
        }
    }

    /** The first answer decides whether what was open is still listed. */
    private void resume(RowList rows) {
        InvoiceKey key = resumed;
        if (key != null && !rows.isEmpty()) {
            resumed = null;
            int line = rows.indexOf(key);
            if (line >= 0) {
                model.selected().set(rows.get(line));
            }
        }
    }

    @Override
    public Runnable bookmark() {
        Runnable shown = model.bookmark();
        return () -> {
            shown.run();
            table.view().requestFocus();
        };
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        reminder.drop();
        model.select(connections);
    }

    @Override
    public void forget(ConnectionId id) {
        reminder.drop();
        model.forget(id);
        filters.forget(id);
    }

    @Override
    public void keepUp(List<ConnectionProfile> connections) {
        filters.add(connections);
    }

    @Override
    public void know(List<ConnectionProfile> all) {
        filters.know(all);
        understood.know(all);
    }

    @Override
    public void refresh() {
        model.load();
        model.marks().load();
    }

    @Override
    public Optional<ExportOffer> exports() {
        return new InvoiceExports(model, ports.reader(), words).offer(inbox, table.selectedRows());
    }

    @Override
    public Optional<ShownPaper> paper() {
        return detail.paper();
    }

    @Override
    public void rewrite() {
        table.rewrite();
        detail.rewrite();
        footer.show();
    }

    @Override
    public void focusSearch() {
        search.focus();
    }

    @Override
    public void focusList() {
        table.view().requestFocus();
    }

    /** Columns, order, grouping and chips; the inbox has columns of its own and begins with its own chips. */
    @Override
    public void remember(Memory memory) {
        if (inbox) {
            new ColumnMemory(memory).keep("inbox", table.fitting());
            return;
        }
        var kept = new InvoiceMemory(memory);
        kept.keep(table.fitting());
        kept.order().ifPresent(table::sortBy);
        model.order().subscribe(kept::note);
        kept.grouping().ifPresent(by -> model.groups().by().set(Optional.of(by)));
        model.groups().by().subscribe(kept::note);
        kept.keep(model.choice());
    }

    /**
     * Begins with the search and the company of the last time once the connections are chosen that they were chosen for, and
     * tells of the new ones whenever the owner has left them alone for {@link #SEARCH_REST}. Call before {@link #select}.
     */
    public void rememberSearch(Optional<KeptSearch> kept, Consumer<KeptSearch> whenRested) {
        kept.ifPresent(model::begin);
        var rest = new PauseTransition(SEARCH_REST);
        rest.setOnFinished(event -> search().ifPresent(whenRested));
        model.choice().search().subscribe((before, now) -> rest.playFromStart());
        model.choice().company().subscribe((before, now) -> rest.playFromStart());
    }

    /** Begins with the filters that the owner named before, and tells of all of them whenever one is saved or deleted. */
    public void rememberFilters(List<KeptFilter> kept, Consumer<List<KeptFilter>> whenChanged) {
        filters.begin(kept, whenChanged);
    }

    /** Lets rows and files be dragged out; the inbox does the same. Call before {@link #inbox}. */
    public void dragWith(DragDesk desk) {
        drags = desk;
        detail.dragWith(desk);
        footer.dragWith(desk,
                () -> new InvoiceExports(model, ports.reader(), words).selectedAsCsv(inbox, table.selectedRows()));
        table.dragWith(desk, footer::say);
    }

    /** What is searched now, of which company, and where; empty before connections were chosen. */
    public Optional<KeptSearch> search() {
        return model.search();
    }

    /** The widths, order and choice of the columns. */
    ColumnFitting<Listed> fitting() {
        return table.fitting();
    }

    /** For tests: what the screen shows. */
    InvoicesViewModel model() {
        return model;
    }

    private void backToTable() {
        table.view().requestFocus();
    }

    private FlowRow toolBar(SyncButton sync) {
        Label title = Nodes.label(words.get(inbox ? "inbox.title" : "title"), "screen-title");
        var bar = new FlowRow(title, Nodes.spacer(), search.view(), new ExportButton(wording), sync);
        bar.getStyleClass().add("tool-bar-row");
        return bar;
    }

    /** Esc goes one step back: from the detail to the list; there the search is cleared first, then the detail closes. */
    private void escape(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (event.getTarget() instanceof Node from && detail.contains(from)) {
            event.consume();
        } else if (!search.view().getText().isEmpty()) {
            search.view().clear();
            event.consume();
        } else if (model.selected().get() != null) {
            model.selected().set(null);
            event.consume();
        }
        table.view().requestFocus();
    }
}
