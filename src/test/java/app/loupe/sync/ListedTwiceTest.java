package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveState;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that lists old records for the first time loses none of them because one listing left it out. */
class ListedTwiceTest {
    private final Scene scene = new Scene();

    /** The first part that lists this kind lacks these. */
    private void leaveOutOnce(RecordKind kind, LongPredicate which) {
        var once = new AtomicBoolean();
        scene.through = source -> (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(source, arguments);
                        boolean spoilt = method.getName().equals("list") && arguments[0] == kind
                                && once.compareAndSet(false, true);
                        return spoilt
                                ? ((List<?>) answer).stream().map(Stamp.class::cast)
                                        .filter(stamp -> !which.test(stamp.id())).toList()
                                : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** A first run that broke off among the invoices; one of them was written long after everything else. */
    private void begun() {
        List<Long> ids = scene.create(3_500);
        scene.books.pay(ids.get(3), false);
        scene.books.pay(ids.get(150), true);
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(ids.getLast());
        scene.books.advance(Duration.ofDays(1));
        scene.books.beforeCall(() -> {
            if (scene.copy.present().size() > 50) {
                throw new IllegalStateException("broken off");
            }
        });
        assertThatThrownBy(scene::run).hasMessage("broken off");
        scene.books.beforeCall(() -> {});
        assertThat(scene.copy.present().size()).isBetween(51, 3_499);
    }

    @Test
    void anItemThatTheFirstListingOfAResumedRunLeavesOutIsRead() {
        begun();
        leaveOutOnce(RecordKind.JOURNAL_ITEM, id -> true);

        scene.runs();

        assertThat(scene.copy.items()).hasSize(2);
        scene.assertCopyIsRight();
    }

    @Test
    void anInvoiceThatTheFirstListingOfAResumedRunLeavesOutIsRead() {
        begun();
        long missing = scene.books.ids().stream().filter(id -> !scene.copy.present().containsKey(id)).findFirst()
                .orElseThrow();
        leaveOutOnce(RecordKind.INVOICE, id -> id == missing);

        scene.runs();

        assertThat(scene.copy.present()).containsKey(missing);
        scene.assertCopyIsRight();
    }

    @ParameterizedTest
    @EnumSource(names = {"INVOICE", "JOURNAL_ITEM"})
    void whatTheFirstListingAfterMoreIsToBeKeptLeavesOutIsRead(RecordKind kind) {
        scene.since(LocalDate.of(2025, 6, 1));
        List<Long> ids = scene.create(700);
        ids.subList(300, 310).forEach(id -> scene.books.pay(id, false, LocalDate.of(2025, 1, 2)));
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(ids.getLast());
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        assertThat(scene.copy.items()).isEmpty();
        assertThat(scene.copy.present().size()).isBetween(100, 400);
        long missing = (kind == RecordKind.INVOICE ? ids : scene.books.itemIds()).stream()
                .filter(id -> !scene.copy.present().containsKey(id)).findFirst().orElseThrow();
        scene.widen(null);
        leaveOutOnce(kind, id -> id == missing);

        scene.runs();

        scene.assertCopyIsRight();
    }

    @Test
    void aNewInvoiceThatTheListingOfAFullRunLeavesOutIsRead() {
        scene.create(40);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        long draft = scene.books.create(MoveState.DRAFT, 5);
        scene.create(1);
        leaveOutOnce(RecordKind.INVOICE, id -> id == draft);

        assertThat(scene.run(SyncMode.FULL)).isInstanceOf(SyncReport.Done.class);

        scene.assertCopyIsRight();
    }
}
