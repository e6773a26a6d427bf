package app.loupe.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InitialColoursTest {
    private final InitialColours colours = new InitialColours();

    /** So many ids that would all like the same colour. */
    private static List<ConnectionId> alike(int count) {
        var random = new SecureRandom();
        return Stream.generate(() -> ConnectionId.random(random))
                .filter(id -> Math.floorMod(id.value().hashCode(), InitialColours.COUNT) == 3).limit(count).toList();
    }

    private List<Integer> of(List<ConnectionId> ids) {
        return ids.stream().map(colours::of).toList();
    }

    @Test
    void noneIsSharedWhileAnotherIsFree() {
        List<ConnectionId> ids = alike(InitialColours.COUNT);
        colours.list(ids);

        assertThat(of(ids)).doesNotHaveDuplicates().startsWith(3).allMatch(colour -> colour < InitialColours.COUNT);
    }

    @Test
    void whereAllAreTakenEachIsSharedByTheSameNumber() {
        List<ConnectionId> ids = alike(2 * InitialColours.COUNT);
        colours.list(ids);

        assertThat(of(ids.subList(InitialColours.COUNT, ids.size()))).doesNotHaveDuplicates();
    }

    @Test
    void aConnectionKeepsItsColourWhenOthersComeAndGo() {
        List<ConnectionId> ids = alike(4);
        colours.list(ids.subList(0, 3));
        List<Integer> before = of(ids.subList(1, 3));

        var now = new ArrayList<>(ids.subList(1, 4));
        colours.list(now);

        assertThat(of(ids.subList(1, 3))).isEqualTo(before);
        assertThat(colours.of(ids.get(3))).as("the one that became free").isEqualTo(3);
    }

    /** After a restart as before. */
    @Test
    void theFirstOnesAreAsTheyWereBeforeAnotherWasAdded() {
        List<ConnectionId> ids = alike(4);
        colours.list(ids.subList(0, 3));
        var again = new InitialColours();
        again.list(ids);

        assertThat(ids.subList(0, 3).stream().map(again::of)).isEqualTo(of(ids.subList(0, 3)));
    }
}
