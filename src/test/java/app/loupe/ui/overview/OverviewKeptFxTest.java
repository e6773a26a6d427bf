package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Memory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/** A copy that begins on a day says so where its figures are: what is older is not nothing. */
class OverviewKeptFxTest {
    private @Nullable OverviewWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private OverviewWindow open(@Nullable LocalDate since) {
        ConnectionProfile all = FakeInvoices.profile();
        FakeInvoices copy = FakeInvoices.empty();
        copy.add("INV/2", "Ann", "2026-10-05", "2026-11-05", "5.00", "5.00", "EUR");
        copy.add("INV/3", "Ann", "2026-11-05", "2026-12-05", "7.00", "7.00", "EUR");
        var opened = new OverviewWindow(new TradingCopy(copy), new Memory(Map.of()), Locale.US, new ConnectionProfile(
                all.id(), all.kind(), all.name(), since, null, "19.0", FakeInvoices.SYNCED));
        window = opened;
        return opened.await("#card-invoiced").await(".column-chart > .now");
    }

    private static List<String> readings(OverviewWindow at) {
        return Fx.get(() -> at.findAll(".column-chart > .chart-bar").stream()
                .map(bar -> bar.getAccessibleText()).toList());
    }

    @Test
    void theFirstDayStandsBelowTheHeadAndAtTheFoot() {
        OverviewWindow at = open(LocalDate.of(2026, 10, 1));

        assertThat(at.texts("#overview-kept")).containsExactly("This copy holds documents from 1 Oct 2026 on. What is "
                + "older is not in it, even where it is still open.");
        assertThat(at.texts(".overview-foot .copy-age")).singleElement().asString().endsWith(" · from 1 Oct 2026 on");
    }

    @Test
    void whatIsNotInTheCopyIsNotCalledNothing() {
        OverviewWindow at = open(LocalDate.of(2026, 10, 1));

        assertThat(at.texts("#card-invoiced .card-detail")).singleElement().asString()
                .endsWith("Nov 2025: not in the copy");
        assertThat(at.texts("#card-days .card-value")).as("less than 90 days").containsExactly("–");
        assertThat(at.texts("#card-days .card-detail")).containsExactly("the copy does not hold 90 days of sales yet");
        assertThat(readings(at)).contains("September 2026: not in the copy", "October 2025: not in the copy")
                .noneMatch(said -> said.startsWith("October 2026: not"));
        assertThat(at.texts(".panel-aside")).contains("from 1 Oct 2026 on").doesNotContain("last 12 months");
        at.press("#as-table-months");
        assertThat(at.texts("#table-months .table-cell")).contains("–");
    }

    @Test
    void aMonthThatTheCopyBeginsInIsToldAndSaidNotToBeWhole() {
        OverviewWindow at = open(LocalDate.of(2026, 10, 15));

        assertThat(readings(at)).anyMatch(said -> said.startsWith("October 2026: €")
                && said.endsWith(": not all in the copy"));
    }

    @Test
    void ofADayBeforeTheFirstNothingIsToldAsSold() {
        OverviewWindow at = open(LocalDate.of(2026, 11, 2));
        Fx.run(() -> ((MenuButton) at.findAll("#overview-as-of").getFirst()).getItems().get(1).fire());
        at.awaitQuiet();

        assertThat(at.texts("#overview-as-of")).containsExactly("As of 31 Oct 2026");
        assertThat(at.texts("#table-products .label")).contains("What was sold then is not in the copy");
        assertThat(at.texts(".panel-aside")).contains("last 12 months");
        assertThat(at.texts("#card-invoiced .card-value")).containsExactly("–");
        assertThat(at.texts("#card-invoiced .card-detail")).containsExactly("Oct 2026: not in the copy");
    }

    @Test
    void ofADayBeforeTheFirstNothingIsToldAsOwed() {
        OverviewWindow at = open(LocalDate.of(2026, 11, 2));
        Fx.run(() -> ((MenuButton) at.findAll("#overview-as-of").getFirst()).getItems().get(1).fire());
        at.awaitQuiet();

        for (String card : List.of("#card-outstanding", "#card-overdue")) {
            assertThat(at.texts(card + " .card-value")).as(card).containsExactly("–");
            assertThat(at.texts(card + " .card-detail")).as(card).containsExactly("not in the copy");
        }
        assertThat(at.texts(".age-chart .age-amount")).hasSize(12).containsOnly("–");
        assertThat(at.texts(".panel .small")).contains("What was open then is not in the copy.");
        assertThat(Fx.get(() -> at.findAll(".age-button").stream().map(bar -> bar.getAccessibleText()).toList()))
                .contains("Not due: not in the copy").allMatch(said -> said.endsWith(": not in the copy"));
        assertThat(at.texts("#table-debtors .label")).contains("Nothing of this is in the copy");
        at.press("#as-table-ages");
        assertThat(at.texts("#table-ages .table-cell")).contains("–").noneMatch(text -> text.contains("€"));
        at.press("#as-table-cash");
        assertThat(at.texts("#table-cash .table-cell")).contains("–").noneMatch(text -> text.contains("€"));
    }

    @Test
    void ofTheSameDayAWholeCopyTellsAll() {
        OverviewWindow at = open(null);
        Fx.run(() -> ((MenuButton) at.findAll("#overview-as-of").getFirst()).getItems().get(1).fire());
        at.awaitQuiet();

        assertThat(at.texts("#card-outstanding .card-value")).containsExactly("€\u00a05.00");
        assertThat(at.texts(".age-chart .age-amount")).contains("€\u00a05.00", "€\u00a00.00").doesNotContain("–");
    }

    @Test
    void ofAWholeCopyNothingIsSaid() {
        OverviewWindow at = open(null);

        assertThat(at.texts("#overview-kept")).isEmpty();
        assertThat(at.texts(".overview-foot .copy-age")).singleElement().asString().doesNotContain("from");
        assertThat(at.texts("#card-invoiced .card-detail")).singleElement().asString().startsWith("nothing in");
        assertThat(readings(at)).noneMatch(said -> said.contains("in the copy"));
    }
}
