package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Before each page its source hears which ids come after it. */
class InRowTest {
    private final List<Object> said = new ArrayList<>();
    /** A source that hears what it may expect, and is asked nothing. */
    private final InvoiceSource source = (InvoiceSource) Proxy.newProxyInstance(InRowTest.class.getClassLoader(),
            new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("expect");
                assertThat(arguments[0]).isEqualTo(RecordKind.INVOICE);
                said.add(List.copyOf((List<?>) arguments[1]));
                return null;
            });
    private final InRow<String> pages = new InRow<>(source, RecordKind.INVOICE,
            LongStream.rangeClosed(1, 10).boxed().toList(), ids -> "read " + ids);

    private List<Object> saidFor(List<Long> ids) throws ProblemException {
        said.clear();
        assertThat(pages.page(ids)).isEqualTo("read " + ids);
        return List.copyOf(said);
    }

    @Test
    void asManyAsAreAskedForNowAndNoMoreThanThereAre() throws Exception {
        assertThat(saidFor(List.of(1L, 2L, 3L, 4L))).containsExactly(List.of(5L, 6L, 7L, 8L));
        assertThat(saidFor(List.of(5L, 6L, 7L, 8L))).containsExactly(List.of(9L, 10L));
        assertThat(saidFor(List.of(9L, 10L))).containsExactly(List.of());
    }

    @Test
    void whatIsReadAgainOrInHalvesIsFollowedByWhatComesAfterIt() throws Exception {
        assertThat(saidFor(List.of(5L, 6L))).containsExactly(List.of(7L, 8L));
        assertThat(saidFor(List.of(5L))).containsExactly(List.of(6L));
        assertThat(saidFor(List.of(6L))).containsExactly(List.of(7L));
        assertThat(saidFor(List.of(1L))).containsExactly(List.of(2L));
    }
}
