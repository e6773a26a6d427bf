package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.Grouped;
import app.loupe.review.Heading;
import app.loupe.review.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {
    private static final int ROWS = 9;

    private static Grouped.Group group(String name, int count) {
        return new Grouped.Group(new Grouped.Key("", 0, name), name, List.of(), new Totals(count, List.of()));
    }

    private final List<Grouped.Group> groups = List.of(group("a", 3), group("b", 1), group("c", 5));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "b", "c", "ab", "bc", "ac", "abc", "x"})
    void everyRowStandsBelowItsHeadingUnlessThatIsFolded(String folded) {
        var keys = new ArrayList<Grouped.Key>();
        folded.chars().forEach(name -> keys.add(new Grouped.Key("", 0, Character.toString(name))));
        var headings = new Headings(groups, Set.copyOf(keys), ROWS);

        int line = 0;
        int row = 0;
        for (Grouped.Group group : groups) {
            boolean isFolded = folded.contains(group.name());
            int heading = line;
            assertThat(headings.on(line)).contains(new Heading(group, isFolded));
            assertThat(headings.rowOn(line)).isEqualTo(-1);
            assertThat(headings.lineOf(group.key())).isEqualTo(line++);
            for (int i = 0; i < group.count(); i++, row++) {
                assertThat(headings.groupOf(row)).contains(group.key());
                assertThat(headings.lineOf(row)).isEqualTo(isFolded ? -1 : line);
                if (!isFolded) {
                    assertThat(headings.on(line)).isEmpty();
                    assertThat(headings.above(line)).isEqualTo(heading);
                    assertThat(headings.rowOn(line++)).isEqualTo(row);
                }
            }
        }
        assertThat(headings.size()).isEqualTo(line);
        assertThat(headings.lineOf(new Grouped.Key("", 0, "x"))).isEqualTo(-1);
        assertThat(headings.lineOf(-1)).isEqualTo(-1);
    }

    @Test
    void withoutGroupsEveryLineIsARow() {
        var headings = new Headings(List.of(), Set.of(), ROWS);

        assertThat(headings.size()).isEqualTo(ROWS);
        assertThat(headings.rowOn(4)).isEqualTo(4);
        assertThat(headings.lineOf(4)).isEqualTo(4);
        assertThat(headings.on(4)).isEqualTo(Optional.empty());
        assertThat(headings.groupOf(4)).isEmpty();
        assertThat(headings.above(4)).isEqualTo(-1);
    }
}
