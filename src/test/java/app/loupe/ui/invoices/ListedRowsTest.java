package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.Books;
import app.loupe.review.Listed;
import app.loupe.review.RowList;
import app.loupe.review.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;

class ListedRowsTest {
    private final Books books = Books.of(FakeInvoices.many(1_000).rows(Set.of(FakeInvoices.ACME)));
    private final ListedRows listed = new ListedRows();

    private RowList rows(int from, int to) {
        return books.list(IntStream.range(from, to).toArray());
    }

    @Test
    void tellsThatEveryRowIsReplaced() {
        var told = new ArrayList<List<?>>();
        listed.show(rows(0, 5));
        listed.addListener((ListChangeListener<Listed>) change -> {
            while (change.next()) {
                told.add(List.of(change.getFrom(), change.getTo(), change.wasReplaced(), change.getRemovedSize()));
            }
        });

        listed.show(rows(5, 8));
        listed.show(rows(0, 0));
        listed.show(rows(0, 0));
        listed.show(rows(3, 5));

        assertThat(told).containsExactly(List.of(0, 3, true, 5), List.of(0, 0, false, 3), List.of(0, 2, false, 0));
        assertThat(listed).containsExactly(books.row(3), books.row(4));
    }

    @Test
    void givesTheSameObjectForARowThatIsSeenAgainUntilOthersAreShown() {
        listed.show(rows(0, 1_000));
        Listed first = listed.get(7);

        assertThat(listed.get(7)).isSameAs(first);
        assertThat(listed.indexOf(first)).isEqualTo(7);
        listed.show(rows(1, 1_000));
        assertThat(listed.get(7)).isEqualTo(books.row(8));
        assertThat(listed.indexOf(first)).isEqualTo(6);
        assertThat(listed.get(6)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void keepsOnlyAsManyRowsAsAScreenNeeds() {
        listed.show(rows(0, 1_000));
        Listed first = listed.get(0);
        for (int i = 1; i < 1_000; i++) {
            assertThat(listed.get(i)).isEqualTo(books.row(i));
        }

        assertThat(listed.get(0)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void answersAreComparedByTheirPlacesAndNotByTheirRows() {
        var first = new Snapshot.Result(Optional.empty(), rows(0, 5), Totals.NONE, List.of());

        assertThat(first).isEqualTo(new Snapshot.Result(Optional.empty(), rows(0, 5), Totals.NONE, List.of()))
                .isNotEqualTo(new Snapshot.Result(Optional.empty(), rows(0, 4), Totals.NONE, List.of()))
                .isNotEqualTo(new Snapshot.Result(Optional.empty(), rows(1, 6), Totals.NONE, List.of()))
                .isNotEqualTo(new Snapshot.Result(Optional.empty(),
                        Books.of(FakeInvoices.many(1_000).rows(Set.of(FakeInvoices.ACME)))
                                .list(0, 1, 2, 3, 4),
                        Totals.NONE, List.of()));
    }
}
