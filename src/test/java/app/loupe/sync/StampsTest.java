package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampsTest {
    private static final Instant THEN = Instant.parse("2026-03-01T10:20:30Z");

    private static Stamps of(List<Stamp> rows) {
        var builder = new Stamps.Builder();
        rows.forEach(builder::add);
        return builder.build();
    }

    private static List<Stamp> rows(String ids, Instant written) {
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(" ")).map(Long::parseLong)
                        .map(id -> new Stamp(id, written, null)).toList();
    }

    @Test
    void givesBackEveryRowAsItWasPutIn() {
        List<Stamp> rows = List.of(new Stamp(1, Stamp.NEVER, null), new Stamp(2, THEN, LocalDate.of(1969, 12, 31)),
                new Stamp(3_000_000_000L, THEN.minusSeconds(4_000_000_000L), LocalDate.of(9999, 12, 31)));

        Stamps stamps = of(rows);

        assertThat(stamps).containsExactlyElementsOf(rows);
        assertThat(stamps.ids()).containsExactly(1L, 2L, 3_000_000_000L);
        assertThat(stamps.of(2)).isEqualTo(rows.get(1));
        assertThat(stamps.of(4)).isNull();
        assertThat(stamps.ids().contains(3L)).isFalse();
    }

    @Test
    void thousandsOfRowsAreKept() {
        List<Long> ids = LongStream.rangeClosed(1, 5_000).map(id -> id * 7).boxed().toList();
        var rows = new ArrayList<Stamp>();
        ids.forEach(id -> rows.add(new Stamp(id, THEN.plusSeconds(id), LocalDate.ofEpochDay(id))));

        assertThat(of(rows)).containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @CsvSource({"1 2 3, 2 4", "'', 5", "5, ''", "1 9, 2 3", "4 5, 1 2", "1 2, 1 2", "'', ''", "3, 1 2 3 4"})
    void bothTogetherHaveEveryRowOnceAndTheOthersWherePossible(String one, String other) {
        var expected = new TreeMap<Long, Stamp>();
        rows(one, THEN).forEach(row -> expected.put(row.id(), row));
        rows(other, THEN.plusSeconds(9)).forEach(row -> expected.put(row.id(), row));

        Stamps both = of(rows(one, THEN)).and(of(rows(other, THEN.plusSeconds(9))));

        assertThat(both).containsExactlyElementsOf(expected.values());
    }

    @Test
    void idsThatDoNotAscendAreRefused() {
        var builder = new Stamps.Builder();
        builder.add(new Stamp(7, THEN, null));

        assertThatThrownBy(() -> builder.add(new Stamp(7, THEN, null))).isInstanceOf(IllegalArgumentException.class);
    }
}
