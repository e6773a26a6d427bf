package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.Profiles;

class ChosenTest {
    private static final ConnectionProfile ONE = Profiles.of(new ConnectionId("aaaaaaa1"));
    private static final ConnectionProfile TWO = Profiles.synced(
            Profiles.of(new ConnectionId("aaaaaaa2")), Instant.EPOCH, "19.0");

    @Test
    void theyAreTheSameWhateverASyncChangedOfThemAndInWhicheverOrderTheyStand() {
        var chosen = new Chosen(List.of(ONE, TWO));

        assertThat(chosen.ids()).isEqualTo(Set.of(ONE.id(), TWO.id()))
                .isEqualTo(new Chosen(List.of(TWO, Profiles.synced(ONE, Instant.EPOCH, "18.0"))).ids())
                .isNotEqualTo(new Chosen(List.of(ONE)).ids());
        assertThat(chosen.names()).isEqualTo(Map.of(ONE.id(), ONE.name(), TWO.id(), TWO.name()));
        assertThat(chosen.byId()).isEqualTo(Map.of(ONE.id(), ONE, TWO.id(), TWO));
    }

    @Test
    void oneSyncIsEnoughAndOneConnectionAreNotSeveral() {
        assertThat(new Chosen(List.of(ONE)).wasSynced()).isFalse();
        assertThat(new Chosen(List.of(ONE, TWO)).wasSynced()).isTrue();
        assertThat(new Chosen(List.of(ONE)).areSeveral()).isFalse();
        assertThat(new Chosen(List.of(ONE, TWO)).areSeveral()).isTrue();
        assertThat(Chosen.NONE.wasSynced() || Chosen.NONE.areSeveral()).isFalse();
    }

    @Test
    void aListThatGoesOnChangesNothing() {
        var list = new ArrayList<>(List.of(ONE));
        var chosen = new Chosen(list);

        list.clear();

        assertThat(chosen.profiles()).containsExactly(ONE);
    }
}
