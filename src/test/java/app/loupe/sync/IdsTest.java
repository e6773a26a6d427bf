package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void keepsIdsInTheOrderInWhichTheyCome() {
        var ids = new Ids();
        List<Long> many = LongStream.range(0, 1_000).map(i -> i * 7_919 % 1_000 + 5_000_000_000L).boxed().toList();

        ids.addAll(many);

        assertThat(ids).isEqualTo(many);
        assertThat(ids.subList(990, 1_000)).isEqualTo(many.subList(990, 1_000));
        assertThat(ids.sorted()).containsExactly(many.stream().mapToLong(id -> id).sorted().toArray());
        assertThat(ids).as("as before").isEqualTo(many);
    }

    @Test
    void hasNothingBehindItsEnd() {
        var ids = new Ids();
        ids.add(3L);

        assertThatThrownBy(() -> ids.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(new Ids()).isEmpty();
        assertThat(new Ids().sorted()).isEmpty();
    }
}
