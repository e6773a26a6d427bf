package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.ColumnPlan.Wish;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ColumnPlanTest {
    private static final Offset<Double> EXACT = Offset.offset(0.001);
    private static final Wish NUMBER = new Wish("number", 100, 100, 0, 0);
    private static final Wish NAME = new Wish("name", 80, 200, 0, 0);
    private static final Wish TOTAL = new Wish("total", 90, 90, 0, 2);
    private static final Wish STATUS = new Wish("status", 70, 70, 0, 3);
    private static final Wish COMPANY = new Wish("company", 60, 120, 0, 1);
    private static final List<Wish> ALL = List.of(NUMBER, NAME, TOTAL, STATUS, COMPANY);

    private static ColumnPlan in(double room) {
        return ColumnPlan.of(ALL, "name", room);
    }

    @Test
    void spareRoomGoesToTheNamesUntilTheyAreHalfAsWideAgain() {
        assertThat(in(660).widths()).containsEntry("number", 100.0).containsEntry("total", 90.0)
                .containsEntry("company", 120.0).containsEntry("name", 280.0);
        assertThat(in(680).widths()).containsEntry("number", 100.0).containsEntry("name", 300.0);
    }

    @Test
    void onAWideScreenTheOthersShareWhatTheNamesLeaveByTheirWidths() {
        Map<String, Double> widths = in(680 + 380).widths();

        assertThat(widths).containsEntry("name", 300.0).containsEntry("number", 200.0).containsEntry("total", 180.0)
                .containsEntry("status", 140.0).containsEntry("company", 240.0);
    }

    @Test
    void whatHasItsWidthGetsNothingOfIt() {
        List<Wish> wishes = List.of(NUMBER.chosen(150), NAME, TOTAL, STATUS.chosen(70));

        assertThat(ColumnPlan.of(wishes, "name", 2000).widths()).containsEntry("number", 150.0)
                .containsEntry("status", 70.0).containsEntry("name", 300.0).containsEntry("total", 1480.0);
        assertThat(ColumnPlan.of(List.of(NUMBER.chosen(150), NAME), "name", 2000).widths())
                .as("nobody else wants it").containsEntry("name", 1850.0);
    }

    @Test
    void namesShareWhatIsLeftUntilTheShorterHasEnough() {
        assertThat(in(440).widths()).containsEntry("name", 100.0).containsEntry("company", 80.0);
        assertThat(in(580).widths()).containsEntry("name", 200.0).containsEntry("company", 120.0);
    }

    @Test
    void whatHasAShortFormTakesItInThePlaceOfSteppingAside() {
        var status = new Wish("status", 70, 70, 0, 2, 30);
        var total = new Wish("total", 90, 90, 0, 3);
        List<Wish> wishes = List.of(NUMBER, NAME, total, status, COMPANY);

        assertThat(ColumnPlan.of(wishes, "name", 340).brief()).isEmpty();
        ColumnPlan plan = ColumnPlan.of(wishes, "name", 339);
        assertThat(plan.brief()).containsExactly("status");
        assertThat(plan.aside()).containsExactly("company");
        assertThat(plan.widths()).containsEntry("status", 30.0).containsEntry("total", 90.0)
                .containsEntry("name", 119.0);
        ColumnPlan narrow = ColumnPlan.of(List.of(NUMBER, NAME, total, status.chosen(200), COMPANY), "name", 263);
        assertThat(narrow.aside()).containsExactly("total", "company");
        assertThat(narrow.widths()).as("also where the owner made it wider").containsEntry("status", 30.0);
    }

    @Test
    void columnsStepAsideInTheirOrderAndWhole() {
        assertThat(in(400).aside()).isEmpty();
        assertThat(in(399).aside()).containsExactly("company");
        assertThat(in(339).aside()).containsExactly("total", "company");
        assertThat(in(213).aside()).containsExactly("total", "status", "company");
        assertThat(in(213).widths()).containsOnlyKeys("number", "name");
    }

    @Test
    void noFigureIsEverNarrowerThanItNeedsAndTheWidthsFillTheRoom() {
        IntStream.rangeClosed(124, 2000).forEach(room -> {
            ColumnPlan plan = in(room);

            ALL.stream().filter(wish -> !wish.id().equals("name") && plan.widths().containsKey(wish.id()))
                    .forEach(wish -> assertThat(plan.widths().get(wish.id())).isGreaterThanOrEqualTo(wish.least()));
            assertThat(plan.widths().values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(room, EXACT);
        });
    }

    @Test
    void theLastColumnLeavesWhereTheNameWouldBeMuchShorter() {
        assertThat(in(250).widths()).containsEntry("status", 70.0).containsEntry("name", 80.0);
        assertThat(in(227).widths()).containsEntry("status", 70.0).containsEntry("name", 57.0);
        assertThat(in(225).aside()).containsExactly("total", "status", "company");
        assertThat(in(225).widths()).containsEntry("number", 100.0).containsEntry("name", 125.0);
    }

    @Test
    void atLastTheNameShrinksAndThenTheTableIsWiderThanItsRoomAndTheNameKeepsItsLeast() {
        assertThat(in(150).widths()).containsEntry("number", 100.0).containsEntry("name", 50.0);
        assertThat(in(124).widths()).containsEntry("number", 100.0).containsEntry("name", 24.0);
        assertThat(in(50).widths()).containsEntry("number", 100.0).containsEntry("name", 80.0);
    }

    @Test
    void aWidthOfTheOwnersIsKeptButCutsNoFigure() {
        List<Wish> wishes = List.of(NUMBER.chosen(150), NAME, TOTAL.chosen(20));

        assertThat(ColumnPlan.of(wishes, "name", 600).widths()).containsEntry("number", 150.0)
                .containsEntry("total", 90.0).containsEntry("name", 360.0);
        assertThat(ColumnPlan.of(wishes, "name", 270).widths()).as("no room for what was chosen")
                .containsEntry("number", 100.0);
    }

    @Test
    void namesOfAChosenWidthLeaveRoomEmpty() {
        assertThat(ColumnPlan.of(List.of(NUMBER, NAME.chosen(140)), "name", 600).widths())
                .containsEntry("name", 140.0);
    }
}
