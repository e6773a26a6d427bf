package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.Pictures;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What the sidebar shows of connections and screens in windows of any size, with texts of the usual and of twice the size. */
class SidebarRoomFxTest {
    private static final int SCREENS = 10;
    private static final int USUAL_PX = 13;
    private static final List<String> NAMES = List.of("Acme Trading", "Nordlys Design", "Harbour Café");

    private static WindowKit open(String language, int connections, int failing, int width, int height, int fontPx) {
        var kit = new WindowKit(Locale.of(language));
        kit.withEveryPage = true;
        for (int i = 0; i < connections; i++) {
            kit.connections.with(WindowSamples.profile(WindowSamples.id(i), NAMES.get(i % NAMES.size())));
            kit.reader.with(WindowSamples.id(i), 1_154);
            if (i < failing) {
                int run = kit.journal.begin(WindowSamples.id(i), WindowSamples.NOW, SyncMode.CHANGES);
                kit.journal.end(WindowSamples.id(i), run, WindowSamples.NOW, new SyncReport.Failed(SyncCounts.NONE,
                        Problem.of(i % 2 == 0 ? ProblemCode.SIGN_IN_REFUSED : ProblemCode.NOT_AN_ODOO)));
            }
        }
        kit.openLoaded();
        Fx.run(() -> {
            Stage stage = kit.stage();
            stage.getScene().getRoot().setStyle("-fx-font-size: " + fontPx + "px");
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.await("the window has its size", () -> kit.stage().getScene().getHeight() == height
                && kit.findAll(".connection-remedy").size() == failing);
        Pictures.settle();
        return kit;
    }

    /** The rows that are whole in what is seen of their list, and in the window; on the FX thread. */
    private static List<Node> seen(WindowKit kit, String list, String row) {
        Bounds port = at(kit.findAll(list).getFirst());
        double bottom = kit.stage().getScene().getHeight();
        return kit.findAll(list + " " + row).stream().filter(node -> at(node).getMinY() >= port.getMinY() - 1
                && at(node).getMaxY() <= port.getMaxY() + 1 && at(node).getMaxY() <= bottom).toList();
    }

    private static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static ScrollPane room(WindowKit kit) {
        return kit.findAll(".room").stream().map(ScrollPane.class::cast)
                .filter(pane -> pane.getContent().getStyleClass().contains("sidebar")).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1024, 700", "3, 0, 1024, 700", "3, 2, 1024, 700", "50, 2, 1024, 700", "3, 3, 1280, 800",
        "50, 2, 1280, 800"})
    void threeConnectionsAndAllScreensAreSeenAtTheUsualSizeOfTexts(int connections, int failing, int width,
            int height) {
        for (String language : List.of("en", "de")) {
            try (WindowKit kit = open(language, connections, failing, width, height, USUAL_PX)) {
                Fx.run(() -> {
                    assertThat(seen(kit, ".nav-scroll", ".nav")).as(language).hasSize(SCREENS);
                    assertThat(seen(kit, ".connection-scroll", ".connection-line")).as(language)
                            .hasSizeGreaterThanOrEqualTo(Math.min(connections, 3));
                    assertThat(seen(kit, ".sidebar", "> .nav")).as("at the foot").hasSize(3);
                });
            }
        }
    }

    /** Three connections take no room from the screens where there is room for all: links count where they are. */
    @ParameterizedTest
    @CsvSource({"en, 3, 1, 800", "en, 2, 2, 800", "de, 3, 0, 800", "de, 3, 3, 800", "fr, 3, 3, 800"})
    void whereAllHasRoomTheScreensStandAsRoomyAsWithOneConnection(String language, int connections, int failing,
            int height) {
        double roomy;
        try (WindowKit kit = open(language, 1, 0, 1280, 800, USUAL_PX)) {
            roomy = Fx.get(() -> seen(kit, ".nav-scroll", ".nav").getFirst().getLayoutBounds().getHeight());
        }
        try (WindowKit kit = open(language, connections, failing, 1280, height, USUAL_PX)) {
            Fx.run(() -> assertThat(seen(kit, ".nav-scroll", ".nav")).hasSize(SCREENS)
                    .allSatisfy(entry -> assertThat(entry.getLayoutBounds().getHeight()).isEqualTo(roomy)));
            if (failing > 0) {
                Fx.run(() -> kit.stage().setHeight(600));
                Fx.await("tight", () -> seen(kit, ".nav-scroll", ".nav").getFirst().getLayoutBounds()
                        .getHeight() < roomy);
                Fx.run(() -> kit.stage().setHeight(height));
                Fx.await("roomy again", () -> seen(kit, ".nav-scroll", ".nav").getFirst().getLayoutBounds()
                        .getHeight() == roomy);
            }
        }
    }

    /** A list of many connections takes no more than what the screens leave, and all of that. */
    @ParameterizedTest
    @CsvSource({"960, 600, 3", "1024, 700, 4", "1280, 800, 6", "1440, 1000, 10"})
    void ofManyConnectionsAsManyAreSeenAsThereIsRoomFor(int width, int height, int least) {
        try (WindowKit kit = open("en", 50, 2, width, height, USUAL_PX)) {
            Fx.run(() -> assertThat(seen(kit, ".connection-scroll", ".connection-line"))
                    .hasSizeGreaterThanOrEqualTo(least));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 0, 1024, 700", "en, 3, 1024, 700", "de, 3, 1024, 700", "fr, 3, 1024, 700", "es, 3, 1024, 700",
        "nl, 3, 1024, 700", "de, 50, 1024, 700", "de, 3, 1280, 800", "fr, 50, 1280, 800"})
    void withTextsOfTwiceTheSizeNothingIsCutAndTheSidebarItselfHasNothingToScroll(String language, int connections,
            int width, int height) {
        try (WindowKit kit = open(language, connections, Math.min(2, connections), width, height, 2 * USUAL_PX)) {
            Fx.run(() -> {
                ScrollPane room = room(kit);
                assertThat(room.getContent().getLayoutBounds().getHeight()).isLessThanOrEqualTo(room.getHeight());
                nothingIsCut(kit);
                assertThat(seen(kit, ".nav-scroll", ".nav")).hasSizeGreaterThanOrEqualTo(connections == 0 ? 10 : 2);
            });
        }
    }

    /** The smallest window there is: what has no room is scrolled to, and the bar cuts nothing at its side. */
    @ParameterizedTest
    @CsvSource({"de", "fr", "es", "nl"})
    void inTheSmallestWindowTheBarOfTheSidebarCutsNothing(String language) {
        try (WindowKit kit = open(language, 3, 3, 960, 600, 2 * USUAL_PX)) {
            Fx.run(() -> {
                ScrollPane room = room(kit);
                assertThat(room.getContent().getLayoutBounds().getHeight()).isGreaterThan(room.getHeight());
                assertThat(room.getViewportBounds().getWidth()).as("beside a bar").isLessThan(room.getWidth() - 4);
                nothingIsCut(kit);
            });
        }
    }

    /** No part reaches out of the sidebar, and what is wrong is said in whole words, however many lines they take. */
    private static void nothingIsCut(WindowKit kit) {
        Fx.laidOut(kit.root());
        ScrollPane room = room(kit);
        double right = at(room).getMinX() + room.getViewportBounds().getWidth() + 1;
        assertThat(kit.findAll(".sidebar .label, .sidebar .button, .sidebar .hyperlink"))
                .allSatisfy(part -> assertThat(at(part).getMaxX()).as(part.toString()).isLessThanOrEqualTo(right));
        assertThat(kit.findAll(".connection-says > *")).allSatisfy(node -> {
            var said = (Labeled) node;
            assertThat(said.isTextTruncated()).isFalse();
            assertThat(said.getHeight()).as(said.getText()).isGreaterThanOrEqualTo(said.prefHeight(said.getWidth()) - 1)
                    .as("no more lines than words").isLessThan(
                            1.6 * said.getFont().getSize()
                                    * (1 + said.getText().chars().filter(c -> c == ' ').count()));
            assertThat(at(said).getMaxX()).as("beside the ×")
                    .isLessThanOrEqualTo(at(said.getParent().getParent()).getMaxX() + 1);
        });
    }
}
