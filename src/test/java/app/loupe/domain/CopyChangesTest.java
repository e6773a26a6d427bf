package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CopyChangesTest {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId BAR = new ConnectionId("bbbbbbbb");

    private final CopyChanges changes = new CopyChanges();

    private static Set<Long> ids(int count) {
        return LongStream.rangeClosed(1, count).boxed().collect(Collectors.toSet());
    }

    @Test
    void namesRecordsOneByOneWhileTheyAreNotMany() {
        changes.invoices(SHOP, ids(CopyChanges.MOST - 2));
        changes.items(SHOP, Set.of(7L));
        changes.partners(SHOP, Set.of(8L));

        assertThat(changes.take()).isEqualTo(
                Map.of(SHOP, new CopyChange(false, ids(CopyChanges.MOST - 2), Set.of(7L), Set.of(8L))));
        assertThat(changes.take()).isEmpty();
    }

    @Test
    void ofManyItKeepsNone() {
        changes.invoices(SHOP, ids(CopyChanges.MOST));
        changes.items(SHOP, Set.of(7L));
        changes.partners(SHOP, Set.of(8L));
        changes.invoices(SHOP, Set.of(9L));
        changes.invoices(BAR, Set.of(1L));

        assertThat(changes.take()).isEqualTo(
                Map.of(SHOP, CopyChange.ALL, BAR, new CopyChange(false, Set.of(1L), Set.of(), Set.of())));
        changes.invoices(SHOP, Set.of(9L));
        assertThat(changes.take()).as("from the beginning").isEqualTo(
                Map.of(SHOP, new CopyChange(false, Set.of(9L), Set.of(), Set.of())));
    }
}
