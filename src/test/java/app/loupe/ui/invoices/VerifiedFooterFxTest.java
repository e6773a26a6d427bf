package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import app.loupe.ui.common.CopyAge;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;

/** The line below the table says how right the copies are, as soon as all of those that are shown were compared. */
class VerifiedFooterFxTest extends InvoicesWindow {
    private static final ConnectionId OTHER = new ConnectionId("harb0000");

    private static ConnectionProfile verified(ConnectionProfile profile, Instant ended, int verified) {
        return profile.verified(new Verification(ended.plus(Duration.ofDays(7)), ended,
                new Verified(12_418, verified, 0)));
    }

    private static ConnectionProfile other() {
        ConnectionProfile one = FakeInvoices.profile();
        return new ConnectionProfile(OTHER, one.kind(), "Harbour", null, null, "19.0", one.lastSynced());
    }

    private static List<String> asides(InvoicesView screen) {
        return FxStage.on(() -> screen.view().lookupAll(".copy-age").stream().map(Labeled.class::cast)
                .map(Labeled::getText).toList());
    }

    private InvoicesView over(ConnectionProfile... profiles) {
        InvoicesView screen = show(FakeInvoices.believable());
        FxStage.run(() -> screen.select(List.of(profiles)));
        FxStage.until(() -> screen.model().showing().get() != Showing.LOADING);
        laidOut(screen);
        return screen;
    }

    @Test
    void aCopyThatWasComparedSaysHowManyAndWhen() {
        Instant ended = FakeInvoices.SYNCED.minus(Duration.ofHours(1));
        InvoicesView screen = over(verified(FakeInvoices.profile(), ended, 12_417));

        assertThat(asides(screen)).hasSize(2).last().asString().startsWith("12,417 of 12,418 verified, ");
        assertThat(asides(screen)).first().asString().startsWith("● Local copy of").endsWith("·");
    }

    @Test
    void severalSayTheirSumAndOneThatWasNeverComparedSaysNothing() {
        Instant older = FakeInvoices.SYNCED.minus(Duration.ofDays(2));
        ConnectionProfile one = verified(FakeInvoices.profile(), FakeInvoices.SYNCED, 12_418);

        InvoicesView both = over(one, verified(other(), older, 12_418));
        assertThat(asides(both)).last().isEqualTo("24,836 of 24,836 verified, " + older.atZone(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.US)));
        assertThat(new CopyAge(FxStage.on(() -> both.model().connections().get())).verification().orElseThrow().ended())
                .isEqualTo(older);

        FxStage.run(() -> both.select(List.of(one, other())));
        laidOut(both);
        assertThat(asides(both)).singleElement().asString().startsWith("● Local copy of").doesNotEndWith("·");
    }

    @ParameterizedTest
    @ValueSource(ints = {560, 900, 1_400})
    void nothingOfItIsCutInAnyWidth(int width) {
        InvoicesView screen = over(verified(FakeInvoices.profile(), FakeInvoices.SYNCED, 12_418));
        FxStage.run(() -> stage.setWidth(width));
        FxStage.until(() -> stage.getScene().getWidth() <= width);
        laidOut(screen);

        FxStage.run(() -> {
            Bounds footer = inScene(screen.view().lookup(".footer-bar"));
            assertThat(screen.view().lookupAll(".copy-age")).hasSize(2).allSatisfy(node -> {
                assertThat(((Labeled) node).isTextTruncated()).isFalse();
                assertThat(inScene(node).getMaxX()).isLessThanOrEqualTo(footer.getMaxX() + 1);
            });
        });
    }

    /** How old the copy is breaks no row of figures apart. */
    @Test
    void inANarrowWindowTheAgeStandsBehindTheTotals() {
        InvoicesView screen = over(FakeInvoices.profile());
        FxStage.run(() -> stage.setWidth(684));
        FxStage.until(() -> stage.getScene().getWidth() <= 684);
        laidOut(screen);

        FxStage.run(() -> {
            Bounds age = inScene(screen.view().lookup(".copy-age"));
            assertThat(screen.view().lookupAll(".footer-sum")).isNotEmpty().allSatisfy(sum -> {
                Bounds at = inScene(sum);
                assertThat(age.getMinY() >= at.getMaxY() - 1 || age.getMinX() >= at.getMaxX())
                        .as("%s behind %s", age, at).isTrue();
            });
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}
