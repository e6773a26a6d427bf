package app.loupe.ui.overview;

import app.loupe.ui.common.ExportButton;
import app.loupe.ui.common.ExportOffer;
import java.lang.ref.WeakReference;
import java.util.Optional;
import app.loupe.export.FileTakeaway;
import app.loupe.export.KeptNote;
import app.loupe.export.OverviewFile;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.owed.CurrencyView;
import app.loupe.review.Overview;
import app.loupe.ui.common.AsOf;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.CopyAge;
import app.loupe.ui.common.DayChip;
import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The overview: five figures, and what stands behind them over time, by age, by customer and by product. */
public final class OverviewScreen implements Screen {
    private final Wording wording;
    private final OverviewPorts ports;
    private final OverviewWords words;
    private final OverviewViewModel model;
    private final CardRow cards;
    private final OverviewPanels panels;
    /** What is owed in other currencies: a line for each side. */
    private final VBox elsewhere = new VBox();
    private final ScrollPane figures = new ScrollPane();
    private final StackPane center = new StackPane();
    /** From when on the copies are: without it their figures would pass for all there is. */
    private final Label kept = Nodes.paragraph("", "overview-kept");
    private final DayChip asOf;
    private final Label hint = Nodes.paragraph("", "muted");
    private final Label copy = Nodes.label("", "copy-age");
    private final BorderPane view = new BorderPane();

    /** Builds the screen; it reads nothing before {@link #select}. */
    public OverviewScreen(OverviewPorts ports, Background background, Wording wording) {
        this.ports = ports;
        this.wording = wording;
        words = new OverviewWords(wording);
        model = new OverviewViewModel(ports.shelf(), ports.notes(), background, wording);
        var font = new FontSize();
        cards = new CardRow(ports.navigator(), font.font());
        panels = new OverviewPanels(words, ports.navigator(), font.font());
        view.getStyleClass().add("overview");
        view.getChildren().add(font);
        Nodes.dress(view, OverviewScreen.class, "overview.css");
        elsewhere.setId("overview-elsewhere");
        elsewhere.getChildren().setAll(new SaidFigures(), new SaidFigures());
        kept.setId("overview-kept");
        var content = new VBox(kept, cards, elsewhere, panels.view());
        content.getStyleClass().add("overview-figures");
        figures.setContent(content);
        figures.setFitToWidth(true);
        figures.getStyleClass().add("overview-scroll");
        asOf = AsOf.chip("overview-as-of", wording, this::tell);
        var head = new FlowRow(Nodes.label(words.get("title"), "screen-title"), Nodes.spacer(), asOf,
                new MoneyChooser(model, words).view(), new ExportButton(wording),
                new SyncButton(ports.sync(), wording));
        head.getStyleClass().add("tool-bar-row");
        view.setTop(head);
        view.setCenter(center);
        copy.setMinWidth(Label.USE_PREF_SIZE);
        var foot = new FlowRow(hint, Nodes.spacer(), copy);
        foot.getStyleClass().add("overview-foot");
        view.setBottom(foot);
        model.shown().subscribe(this::show);
        ports.sync().running().subscribe(running -> show(model.shown().get()));
        ports.sync().failure().subscribe(why -> show(model.shown().get()));
    }

    /** What was reviewed or flagged meanwhile counts. */
    @Override
    public void entered() {
        model.load();
    }

    /** In which money the owner looked last. */
    @Override
    public void remember(Memory memory) {
        model.remember(memory);
    }

    private void show(OverviewViewModel.Shown shown) {
        shown.content().ifPresent(content -> {
            cards.show(content.cards());
            show(content.elsewhere());
            panels.show(content,
                    shown.asOf().map(day -> wording.get("day.as-of", wording.dates().day(day))));
        });
        // what was chosen, also while its figures are being read
        AsOf.show(asOf, wording, model.asOf());
        Nodes.show(asOf, shown.content().isPresent());
        hint.setText(shown.asOf().isEmpty() ? "" : String.join(" \u00b7 ", hints(shown)));
        Node wanted = shown.content().isPresent() ? figures : message(shown);
        if (!center.getChildren().contains(wanted)) {
            center.getChildren().setAll(wanted);
        }
        tellCopy();
    }

    private void tellCopy() {
        new CopyAge(model.connections()).show(copy, wording);
        List<String> begins = KeptNote.of(wording.shown(), wording.dates(), model.connections());
        kept.setText(String.join("\n", begins));
        Nodes.show(kept, !begins.isEmpty());
    }

    private void show(List<OverviewContent.Elsewhere> lines) {
        for (int i = 0; i < elsewhere.getChildren().size(); i++) {
            Node said = elsewhere.getChildren().get(i);
            Nodes.show(said, i < lines.size());
            if (said instanceof SaidFigures line) {
                if (i < lines.size()) {
                    line.say(lines.get(i).sentence(), lines.get(i).figures().stream()
                            .map(one -> new SaidFigures.Figure(one.text(), one.name(), () -> model.choose(one.view())))
                            .toList());
                } else {
                    // nothing of a connection that is gone stays, not even where nobody sees it
                    line.say("", List.of());
                }
            }
        }
        Nodes.show(elsewhere, !lines.isEmpty());
    }

    private List<String> hints(OverviewViewModel.Shown shown) {
        var hints = new ArrayList<>(List.of(words.get("past")));
        if (shown.view() instanceof CurrencyView.OfCompanies) {
            hints.add(wording.get("aged.hint.split"));
        }
        model.overview().map(Overview::uncertain).filter(count -> count > 0)
                .ifPresent(count -> hints.add(wording.get("paper.aged-uncertain", count)));
        return hints;
    }

    /** A day that is not over is today, and the chip says so even where nothing else becomes different. */
    private void tell(Optional<LocalDate> day) {
        model.asOf(day);
        AsOf.show(asOf, wording, model.asOf());
    }

    private EmptyMessage message(OverviewViewModel.Shown shown) {
        Optional<EmptyMessage> failed = EmptyMessage.firstFailed(wording, model.connections(), ports.sync());
        if (shown.read() && failed.isPresent()) {
            return failed.get();
        }
        String key = !shown.read() ? "loading" : ports.sync().running().get() ? "syncing" : "nothing";
        return EmptyMessage.of(wording, "overview.empty." + key);
    }

    @Override
    public PageId page() {
        return PageId.OVERVIEW;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        if (!ids(connections).equals(ids(model.connections()))) {
            // other figures are read from their top
            figures.setVvalue(figures.getVmin());
        }
        model.follow(connections);
        tellCopy();
    }

    private static Set<ConnectionId> ids(List<ConnectionProfile> connections) {
        return connections.stream().map(ConnectionProfile::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public Optional<ExportOffer> exports() {
        List<ConnectionProfile> of = model.connections();
        return model.overview().flatMap(overview -> ExportOffer.of(words.get("title"), of,
                ExportOffer.Part.list(wording, "list", wording.get("export.overview"), words.get("title"),
                        new FileTakeaway((format, out, steps) -> new OverviewFile(wording.texts(), wording.clock(),
                                new ReadTogether(of, List.of()), overview).write(format, out)))));
    }

    @Override
    public void forget(ConnectionId id) {
        // bars, cards and rows lead to the invoices behind them
        cards.show(List.of());
        show(List.of());
        panels.forget();
    }

    @Override
    public void rewrite() {
        model.rewrite();
    }

    @Override
    public void focusSearch() {
        cards.getChildrenUnmodifiable().stream().findFirst().ifPresent(Node::requestFocus);
    }

    private @Nullable Node focused() {
        Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
        return Nodes.isInside(owner, view) ? owner : null;
    }

    @Override
    public Runnable bookmark() {
        double place = figures.getVvalue();
        // nothing that stands before this screen, such as a dialog, may be held as long as a way back is
        var focused = new WeakReference<>(focused());
        return () -> {
            figures.setVvalue(place);
            Node there = focused.get();
            if (there != null) {
                there.requestFocus();
            }
        };
    }
}
