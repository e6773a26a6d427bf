package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.UntrustedCertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.Pictures;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Whatever the dialog shows, its buttons are in the window; what has no room above them can be scrolled to. */
class ConnectButtonsFxTest {
    private static Bounds place(WindowKit kit, String selector) {
        return Fx.get(() -> {
            Node node = Objects.requireNonNull(kit.find(selector), selector);
            return node.localToScene(node.getLayoutBounds());
        });
    }

    private static void assertInWindow(WindowKit kit, String selector) {
        Bounds place = place(kit, selector);
        assertThat(place.getMinY()).as(selector).isGreaterThan(0);
        assertThat(place.getMaxY()).as(selector).isLessThan(kit.stage().getScene().getHeight());
        assertThat(place.getMinX()).as(selector).isGreaterThan(0);
        assertThat(place.getMaxX()).as(selector).isLessThan(kit.stage().getScene().getWidth());
    }

    private static WindowKit shown(String language, int pixels, int width, int height) {
        var kit = new WindowKit(Locale.of(language));
        kit.connections.onProbe = address -> {
            throw new UntrustedCertificateException(Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, address.host()),
                    WindowSamples.certificate());
        };
        kit.openLoaded();
        Fx.run(() -> {
            kit.root().setStyle("-fx-font-size: " + pixels + "px");
            kit.stage().setWidth(width);
            kit.stage().setHeight(height);
        });
        Fx.await("the window has its size", () -> kit.stage().getScene().getHeight() == height);
        kit.press("#welcome-connect");
        return kit;
    }

    private static void settle(WindowKit kit) {
        Pictures.settle();
        kit.layOut();
        Pictures.settle();
    }

    @ParameterizedTest
    @CsvSource({"en, 13, 1280, 800", "de, 13, 1280, 800", "en, 26, 1280, 800", "de, 26, 1280, 800", "en, 13, 1024, 600",
        "de, 26, 1024, 600"})
    void theButtonsStayInTheWindowBelowACertificate(String language, int pixels, int width, int height) {
        try (WindowKit kit = shown(language, pixels, width, height)) {
            Fx.run(() -> {
                ((TextInputControl) Objects.requireNonNull(kit.find("#address"))).setText("erp.harbour.lan");
                Objects.requireNonNull(kit.find("#user")).requestFocus();
            });
            Fx.await("the certificate is shown", () -> kit.find("#trust") != null);
            settle(kit);

            for (String button : List.of("#test", "#cancel", "#save")) {
                assertInWindow(kit, button);
            }
            // each field can be gone to, and is seen then
            for (String field : List.of("#key-expires", "#address", "#trust", "#secret")) {
                Fx.run(() -> Objects.requireNonNull(kit.find(field)).requestFocus());
                settle(kit);
                assertInWindow(kit, field);
                assertThat(place(kit, field).getMaxY()).as(field)
                        .isLessThanOrEqualTo(place(kit, "#save").getMinY() + 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 13, 1280, 800", "de, 26, 1280, 800"})
    void theWayBackFromTheGuideDoes(String language, int pixels, int width, int height) {
        try (WindowKit kit = shown(language, pixels, width, height)) {
            Fx.run(() -> ((Hyperlink) Objects.requireNonNull(kit.find("#how"))).fire());
            settle(kit);

            assertInWindow(kit, "#guide-back");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 13, 1280, 800"})
    void withoutACertificateNothingScrollsWhereThereIsRoom(String language, int pixels, int width, int height) {
        try (WindowKit kit = shown(language, pixels, width, height)) {
            settle(kit);

            assertThat(Fx.<Double>get(() -> {
                var body = (ScrollPane) Objects.requireNonNull(kit.find(".card-body"));
                return body.getContent().getLayoutBounds().getHeight() - body.getViewportBounds().getHeight();
            })).isLessThan(1);
        }
    }
}
