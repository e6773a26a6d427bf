package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The entries of the sidebar, those at its foot and the row of all connections begin and end at the same edges. */
class SidebarEdgeFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        kit.layOut();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void entriesAndThoseAtTheFootStandInOneLine() {
        List<Double> lefts = Fx
                .get(() -> kit.findAll(".nav").stream().map(SidebarEdgeFxTest::left).distinct().toList());
        List<Double> rights = Fx
                .get(() -> kit.findAll(".nav").stream().map(SidebarEdgeFxTest::right).distinct().toList());

        assertThat(Fx.get(() -> kit.findAll(".nav").size())).isGreaterThan(5);
        assertThat(lefts).hasSize(1);
        assertThat(rights).hasSize(1);
        assertThat(Fx.get(() -> kit.findAll(".all-connections").stream().map(SidebarEdgeFxTest::left).toList()))
                .containsExactlyElementsOf(lefts);
    }
}
