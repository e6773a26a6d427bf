package app.loupe.ui.settings;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Verification;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.CopyAge;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.TransferRequest;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the owner can choose for the window: looks, language, region, size of text, and when it syncs. Chosen is kept at once. */
public final class SettingsScreen implements Screen {
    private static final int BYTES_OF_A_KB = 1_000;

    private final SettingsPorts ports;
    private final Wording wording;
    private final ScrollPane scroll;
    private final VBox view = new VBox();
    private final Label verified = Nodes.paragraph("", "muted");
    private final Label size = Nodes.paragraph("", "muted");
    private final Button verify;
    private final KeptList kept;
    private final Latest<Long> measured;
    private final SettingRows rows;

    /** A screen over these choices. */
    public SettingsScreen(SettingsPorts ports, Preferences chosen, Background background, Wording wording) {
        this.ports = ports;
        this.wording = wording;
        measured = new Latest<>(() -> background.run("measure folder", () -> ports.size().bytes()), this::sized);
        view.getStyleClass().add("settings");
        Nodes.dress(view, SettingsScreen.class, "settings.css");
        verify = Nodes.button(wording.get("settings.verify.now"), ports.runs()::verifyChosen);
        verify.setId("verify-now");
        Button show = Nodes.button(wording.get("settings.folder.show"),
                () -> ports.browser().open(ports.folder().toUri()));
        show.setId("show-folder");
        rows = new SettingRows(wording);
        rows.section("looks");
        rows.add("look", rows.segments("look", List.of(Preferences.Look.values()),
                look -> wording.get("settings.look." + EnumKey.of(look)), chosen.look()));
        var language = new LanguageRow(chosen, ports.speak(), wording);
        rows.add("language", language.explained(), language.choice());
        var region = new RegionRow(chosen, ports.speak(), wording);
        rows.add("region", region.explained(), region.choice());
        rows.add("text-size", rows.segments("text-size", Preferences.TEXT_SIZES,
                each -> wording.get("settings.per-cent", each), chosen.textSize()));
        rows.section("sync");
        rows.add("when", rows.segments("when", List.of(Preferences.When.values()),
                when -> wording.get("settings.when." + EnumKey.of(when)), chosen.when()));
        rows.add("verify", verified, verify);
        kept = new KeptList(wording);
        rows.addWide("kept", kept);
        rows.add("news", rows.onOff("news", chosen.news()));
        rows.addWide("notices", new NoticeChoice(wording, chosen.silenced()));
        rows.section("privacy");
        Button lock = Nodes.button(wording.get("settings.lock.now"), ports.lock());
        lock.setId("lock-now");
        var lockChoice = new FlowRow(rows.segments("lock", List.of(Preferences.LockAfter.values()),
                after -> wording.get("settings.lock." + EnumKey.of(after)), chosen.lockAfter()), lock);
        lockChoice.getStyleClass().add("setting-choices");
        rows.add("lock", lockChoice);
        rows.add("hide", rows.onOff("hide", chosen.hidden()));
        rows.section("computer");
        rows.add("folder", size, show);
        rows.add("transfer", transfer());
        scroll = new ScrollPane(rows.view());
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(wording.get("settings.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var head = new FlowRow(Nodes.label(wording.get("settings.title"), "screen-title"), Nodes.spacer());
        head.getStyleClass().add("tool-bar-row");
        view.getChildren().addAll(head, scroll);
    }

    private FlowRow transfer() {
        var ways = new FlowRow(transferring("make", false), transferring("bring", true));
        ways.getStyleClass().add("setting-choices");
        return ways;
    }

    private Button transferring(String way, boolean brings) {
        Button button = Nodes.button(wording.get("settings.transfer." + way),
                () -> view.fireEvent(new TransferRequest(brings)));
        button.setId(way + "-transfer");
        return button;
    }

    /** Offers the look for updates, too; without this there is no word of it. */
    public void offer(UpdatesViewModel updates) {
        UpdatesRow.addTo(rows, updates, wording);
    }

    @Override
    public PageId page() {
        return PageId.SETTINGS;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        boolean sampleAlone = connections.stream().noneMatch(one -> one.kind() != ConnectionProfile.Kind.SAMPLE);
        verify.setDisable(sampleAlone);
        kept.show(connections);
        Optional<Verification> last = new CopyAge(connections).verification();
        verified.setText(last
                .map(one -> wording.get("settings.verify.last", one.found().verified(), one.found().invoices(),
                        wording.dates().moment(Objects.requireNonNull(one.ended()))))
                .orElseGet(() -> wording.get(connections.isEmpty()
                        ? "settings.verify.none"
                        : sampleAlone ? "settings.verify.sample" : "settings.verify.never")));
        measure();
    }

    @Override
    public void focusList() {
        scroll.requestFocus();
    }

    @Override
    public void entered() {
        measure();
    }

    @Override
    public void refresh() {
        measure();
    }

    @Override
    public void rewrite() {
        // no amount stands here
    }

    /** One walk through the folder at a time, however often a sync tells of its pages. */
    private void measure() {
        measured.refresh();
    }

    private void sized(long bytes) {
        size.setText(wording.get("settings.folder.size", Math.ceilDiv(bytes, BYTES_OF_A_KB * BYTES_OF_A_KB),
                ports.folder().toString()));
    }
}
