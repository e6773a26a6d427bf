package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.SettingsFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;
import testkit.window.Pictures;

/** The whole window with texts of twice the size. */
class LargeTextsInWindowFxTest {
    @TempDir
    private Path folder;

    private StartedWindow opened() throws Exception {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
        Map<String, String> settings = new HashMap<>(new SettingsFile(folder).read());
        settings.put("settings.text-size", "200");
        new SettingsFile(folder).write(settings);
        var window = new StartedWindow(folder, prompt -> bench.open());
        window.press("#nav-invoices").node("#group-by");
        Fx.run(() -> {
            window.stage().setWidth(1280);
            window.stage().setHeight(800);
        });
        Fx.await("the window has its size", () -> window.stage().getScene().getHeight() == 800);
        Pictures.settle();
        return window;
    }

    @Test
    void theSidebarWithOneConnectionHasNothingToScroll() throws Exception {
        try (var window = opened()) {
            Fx.run(() -> {
                var side = (ScrollPane) Objects.requireNonNull(window.root().lookup(".room"));
                assertThat(side.getContent().getStyleClass()).contains("sidebar");
                assertThat(side.getContent().getLayoutBounds().getHeight())
                        .isLessThanOrEqualTo(side.getViewportBounds().getHeight());
            });
        }
    }

    @Test
    void mostScreensAreSeenAtOnce() throws Exception {
        try (var window = opened()) {
            Fx.run(() -> {
                Fx.laidOut(window.root());
                var scroll = (ScrollPane) Objects.requireNonNull(window.root().lookup(".nav-scroll"));
                Bounds seen = scroll.localToScene(scroll.getLayoutBounds());
                List<Node> rows = ((Parent) scroll.getContent()).getChildrenUnmodifiable();
                assertThat(rows).hasSizeGreaterThan(9);
                assertThat(rows).filteredOn(row -> seen.contains(row.localToScene(row.getLayoutBounds())))
                        .hasSizeGreaterThan(6);
            });
        }
    }

    /** Also where nobody has clicked on it: a key led there. */
    @Test
    void theScreenThatIsSeenIsMarkedInSight() throws Exception {
        try (var window = opened()) {
            for (KeyCode key : List.of(KeyCode.DIGIT9, KeyCode.DIGIT1)) {
                window.press(key);
                Fx.await("the entry of " + key, () -> {
                    var scroll = (ScrollPane) Objects.requireNonNull(window.root().lookup(".nav-scroll"));
                    Node entry = Objects.requireNonNull(window.root().lookup(".nav:selected"));
                    return scroll.localToScene(scroll.getLayoutBounds())
                            .contains(entry.localToScene(entry.getLayoutBounds()));
                });
            }
        }
    }

    @Test
    void whatStandsBesideTheNameOfAScreenGoesBelowItWhereThereIsNoRoom() throws Exception {
        try (var window = opened()) {
            Fx.run(() -> {
                Node entry = Objects.requireNonNull(window.root().lookup("#nav-security"));
                var beside = (Label) Objects.requireNonNull(entry.lookup(".nav-aside"));
                var name = (Label) Objects.requireNonNull(entry.lookup(".nav-name"));
                for (String said : List.of("2 of 2", "12 of 12 are all right")) {
                    beside.setText(said);
                    Fx.laidOut(window.root());

                    assertThat(name.isTextTruncated()).isFalse();
                    assertThat(beside.isTextTruncated()).isFalse();
                    assertThat(entry.getLayoutBounds().contains(entry.sceneToLocal(beside.localToScene(
                            beside.getLayoutBounds())))).isTrue();
                    Bounds first = name.getBoundsInParent();
                    Bounds other = beside.getBoundsInParent();
                    assertThat(other.getMinX() >= first.getMaxX() + 8 || other.getMinY() >= first.getMaxY())
                            .as("%s is apart from the name: %s, %s", said, first, other).isTrue();
                }
            });
        }
    }

    /** Some lines of chips are in sight, and each can be reached. */
    @Test
    void theFiltersLeaveRoomForInvoices() throws Exception {
        try (var window = opened()) {
            Fx.await("rows", () -> window.root().lookupAll(".invoice-table .table-row-cell:filled").size() > 5);
            Fx.run(() -> {
                var table = (TableView<?>) Objects.requireNonNull(window.root().lookup(".invoice-table"));
                double rows = table.getHeight() - ((Region) table.lookup(".column-header-background")).getHeight();
                assertThat(rows / table.getFixedCellSize()).isGreaterThan(5.5);
                var chips = (ScrollPane) Objects.requireNonNull(window.root().lookup(".chip-scroll"));
                assertThat(chips.getHeight()).isLessThan(100);
                Node last = Objects.requireNonNull(window.root().lookup("#columns"));
                chips.setVvalue(1);
                Fx.laidOut(window.root());
                assertThat(chips.localToScene(chips.getLayoutBounds())
                        .contains(last.localToScene(last.getLayoutBounds()))).isTrue();
                window.stage().setHeight(2600);
            });
            Fx.await("all are in sight where there is room", () -> {
                var chips = (ScrollPane) Objects.requireNonNull(window.root().lookup(".chip-scroll"));
                return chips.getHeight() >= chips.getContent().getLayoutBounds().getHeight();
            });
        }
    }

    @Test
    void theArrowOfAListGrowsWithItsText() throws Exception {
        try (var window = opened()) {
            Fx.run(() -> {
                var arrow = (Region) Objects.requireNonNull(window.root().lookup("#group-by").lookup(".arrow"));
                assertThat(arrow.isScaleShape()).isTrue();
                assertThat(arrow.getWidth()).isGreaterThan(12);
            });
        }
    }
}
