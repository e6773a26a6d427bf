package app.loupe.ui.security;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.SecurityCheck;
import app.loupe.export.ExportFile;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What Loupe promises, checked against this computer now: plain words first, technical detail on demand. */
public final class SecurityScreen implements Screen {
    private static final String REPORT_NAME = "loupe-security.txt";

    private final SecurityViewModel model;
    private final Background background;
    private final Wording wording;
    private final FileChooserPort files;
    private final ScrollPane scroll;
    private final VBox view = new VBox();
    private final VBox rows = new VBox();
    private final Map<SecurityCheck.Promise, PromiseRow> promises = new EnumMap<>(SecurityCheck.Promise.class);
    private final KeyOffer key;
    private final Label intro = Nodes.paragraph("", "muted");

    /** A screen over this model. */
    public SecurityScreen(SecurityViewModel model, Background background, Wording wording, FileChooserPort files) {
        this.model = model;
        this.background = background;
        this.wording = wording;
        this.files = files;
        key = new KeyOffer(model, wording);
        view.getStyleClass().add("security");
        Nodes.dress(view, SecurityScreen.class, "security.css");
        rows.getStyleClass().add("checks");
        var page = new VBox(intro, rows);
        page.getStyleClass().add("security-page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(wording.get("security.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view.getChildren().addAll(head(), scroll);
        model.foundProperty().subscribe(this::show);
    }

    private FlowRow head() {
        Button save = Nodes.button(wording.get("security.save"), this::save);
        save.setId("save-report");
        save.disableProperty().bind(model.foundProperty().map(found -> found.checks().isEmpty()));
        Button check = Nodes.button(wording.get("security.check"), model::check, Styles.ACCENT);
        check.setId("check-again");
        var head = new FlowRow(Nodes.label(wording.get("security.title"), "screen-title"), Nodes.spacer(), save, check);
        head.getStyleClass().add("tool-bar-row");
        return head;
    }

    private void show(SecurityViewModel.Found found) {
        List<PromiseRow> now = found.checks().stream().map(this::row).toList();
        // a row that is taken out and put in again would lose the focus
        if (!now.equals(rows.getChildren())) {
            rows.getChildren().setAll(now);
        }
        intro.setText(found.checks().isEmpty()
                ? wording.get("security.intro.checking")
                : wording.get("security.intro", wording.dates().moment(found.when())));
    }

    private PromiseRow row(SecurityCheck check) {
        PromiseRow row = promises.computeIfAbsent(check.promise(), this::begun);
        row.show(check);
        if (check.promise() == SecurityCheck.Promise.KEY_IS_ELSEWHERE) {
            key.ask(check);
        }
        return row;
    }

    private PromiseRow begun(SecurityCheck.Promise promise) {
        var row = new PromiseRow(wording);
        if (promise == SecurityCheck.Promise.KEY_IS_ELSEWHERE) {
            key.into(row);
        }
        return row;
    }

    private void save() {
        files.chooseToSaveAs(wording.get("security.save.title"), Path.of(REPORT_NAME)).ifPresent(named -> {
            String report = new SecurityReport(wording).write(model.foundProperty().get());
            background.run("save report", () -> {
                new ExportFile(named.file(), named.mayReplace())
                        .write(out -> out.write(report.getBytes(StandardCharsets.UTF_8)));
                return wording.get("security.saved", named.file().toString());
            }).onSuccess(intro::setText).onProblem((Problem problem) -> intro.setText(wording.sentence(problem)))
                    .start();
        });
    }

    @Override
    public PageId page() {
        return PageId.SECURITY;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void begin() {
        // its word in the sidebar
        model.checkWhenQuiet();
    }

    @Override
    public void know(List<ConnectionProfile> all) {
        model.know(all);
    }

    @Override
    public void focusList() {
        scroll.requestFocus();
    }

    @Override
    public void entered() {
        if (model.foundProperty().get().checks().isEmpty()) {
            // the window begins here: what is on its way to the screen comes first
            model.checkWhenQuiet();
        } else {
            model.check();
        }
    }

    @Override
    public ObservableValue<Aside> aside() {
        return model.foundProperty().map(this::aside);
    }

    private Aside aside(SecurityViewModel.Found found) {
        if (found.checks().isEmpty()) {
            return Aside.NONE;
        }
        if (found.attention() > 0) {
            return new Aside(wording.get("nav.security.attention", found.attention()), "late");
        }
        if (found.notices() > 0) {
            return new Aside(wording.get("nav.security.notice", found.notices()), "");
        }
        String pass = found.kept() == found.checks().size()
                ? wording.get("nav.security.pass")
                : wording.get("nav.security.pass-some", found.kept());
        return new Aside(pass, found.kept() > 0 ? "good" : "");
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        if (model.foundProperty().get().checks().isEmpty()) {
            model.check();
        }
    }

    @Override
    public void refresh() {
        // the promises are checked when asked, not five times a second
    }

    @Override
    public void rewrite() {
        // no amount stands here
    }
}
