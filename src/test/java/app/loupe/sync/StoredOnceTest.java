package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Partner;
import app.loupe.domain.Product;
import app.loupe.domain.Stamp;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run stores: each record once, and of what did not change nothing. Storing a page twice is harmless, and dear. */
class StoredOnceTest {
    private final Scene scene = new Scene();
    private final List<String> stored = new ArrayList<>();
    private final CopyRepository watched = (CopyRepository) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] {CopyRepository.class}, (proxy, method, given) -> watch(method, given));
    private final SyncEngine engine = new SyncEngine(
            new SyncPorts(scene.books, watched, scene.profiles, scene.journal, (connection, cancel) -> List.of()),
            scene::now,
            (length, cancel) -> cancel.check(), scene.turns, Runnable::run);

    private Object watch(Method method, Object[] given) throws Throwable {
        if (method.getName().startsWith("save")) {
            switch (given[1]) {
                case Map<?, ?> byInvoice -> byInvoice.keySet().forEach(id -> stored.add("payments of " + id));
                case Collection<?> records -> records.forEach(record -> stored.add(name(record)));
                default -> throw new AssertionError(method);
            }
        }
        try {
            return method.invoke(scene.copy, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static String name(Object record) {
        return switch (record) {
            case Invoice invoice -> "invoice " + invoice.id();
            case MoveLine item -> "item " + item.id();
            case Partner partner -> "partner " + partner.id();
            case Product product -> "product " + product.id();
            default -> throw new AssertionError(record);
        };
    }

    private void runs() {
        stored.clear();
        assertThat(engine.run(Scene.ID, SyncMode.CHANGES, new CancelToken(), progress -> {}))
                .isInstanceOf(SyncReport.Done.class);
    }

    @Test
    void aFirstRunOfSeveralPagesStoresEachRecordOnce() {
        List<Long> ids = scene.create(2_300);
        ids.subList(0, 1_200).forEach(id -> scene.books.pay(id, true));

        runs();

        assertThat(stored).doesNotHaveDuplicates();
        assertThat(stored).filteredOn(name -> name.startsWith("invoice ")).hasSize(2_300);
        assertThat(stored).filteredOn(name -> name.startsWith("payments ")).hasSize(1_200);
        assertThat(stored).filteredOn(name -> name.startsWith("item ")).hasSameSizeAs(scene.books.items().keySet());
        scene.assertCopyIsRight();
    }

    @Test
    void aLaterRunStoresWhatChangedOnceAndNothingElse() {
        List<Long> ids = scene.create(40);
        scene.books.pay(ids.getFirst(), true);
        scene.books.advance(Stamp.LONGEST_TRANSACTION.multipliedBy(2));
        runs();
        scene.books.advance(Stamp.LONGEST_TRANSACTION.multipliedBy(2));
        runs();
        assertThat(stored).isEmpty();

        scene.books.edit(ids.get(7));
        scene.books.pay(ids.get(9), true);
        scene.books.advance(Stamp.LONGEST_TRANSACTION.multipliedBy(2));
        runs();

        assertThat(stored).doesNotHaveDuplicates().contains("invoice " + ids.get(7), "invoice " + ids.get(9),
                "payments of " + ids.get(9));
        assertThat(stored).filteredOn(name -> name.startsWith("invoice ")).hasSize(2);
        scene.assertCopyIsRight();
    }
}
