package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.sync.Work.Listings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

/** Payments that are found a part of the items at a time are those that are found of all at once, with as many questions. */
class PaymentPartsTest {
    private final Scene scene = new Scene();

    /** How often the server was asked. */
    private int find(@Nullable Instant from, Ids readItems, int most) throws ProblemException {
        var cancel = new CancelToken();
        var log = new RunLog(scene.journal, Scene.ID, 1);
        try (InvoiceSource source = scene.books.open(Scene.ID, log, cancel)) {
            int before = scene.books.calls();
            var pages = new Pages(Runnable::run,
                    new Patience((length, stop) -> {}, cancel, new SplittableRandom(1), () -> 0L), cancel);
            var scope = new Work.Scope(Scene.ID, null, from, null, LocalDate.EPOCH, Listings.WHOLE);
            var work = new Work(scope, source, scene.copy, pages, new RunTally(),
                    new RunSteps(progress -> {}, log));
            new PaymentStage(work, readItems, most).run();
            return scene.books.calls() - before;
        }
    }

    private Map<Long, List<Payment>> payments() {
        var all = new TreeMap<Long, List<Payment>>();
        scene.copy.present().keySet().forEach(id -> all.put(id, scene.copy.payments(id)));
        return all;
    }

    private void pay(List<Long> ids, SplittableRandom random) {
        for (long id : ids) {
            for (int part = random.nextInt(3); part > 0; part--) {
                boolean whole = part == 1 && random.nextBoolean();
                switch (random.nextInt(4)) {
                    case 0 -> scene.books.exchanges.pay(id, whole, "3.1");
                    case 1 -> scene.books.exchanges.payBeyond(id, whole, "0.7");
                    default -> scene.books.pay(id, whole);
                }
            }
        }
    }

    @Seeded(40)
    void allThatAreWanted(long seed) throws ProblemException {
        var random = new SplittableRandom(seed);
        List<Long> ids = scene.create(12);
        pay(ids, random);
        if (random.nextBoolean()) {
            List<Long> items = List.copyOf(scene.books.itemIds());
            if (!items.isEmpty()) {
                scene.books.forbid(items.get(random.nextInt(items.size())), true);
            }
        }
        scene.runs();
        scene.assertCopyIsRight();
        Map<Long, List<Payment>> right = payments();

        for (@Nullable
        Instant from : new @Nullable Instant[] {null, Instant.EPOCH}) {
            scene.copy.doubtPayments(Scene.ID, Set.copyOf(ids));
            int atOnce = find(from, new Ids(), Integer.MAX_VALUE);
            assertThat(payments()).isEqualTo(right);

            scene.copy.doubtPayments(Scene.ID, Set.copyOf(ids));
            assertThat(find(from, new Ids(), 1 + random.nextInt(5))).isEqualTo(atOnce);
            assertThat(payments()).isEqualTo(right);
            assertThat(scene.copy.paymentsWanted(Scene.ID, false)).isEmpty();
        }
    }

    @Test
    void whatAnItemThatWasReadSettles() throws ProblemException {
        List<Long> ids = scene.create(6);
        ids.forEach(id -> scene.books.pay(id, true));
        scene.runs();
        List<Long> items = List.copyOf(scene.books.itemIds());
        scene.books.advance(Duration.ofHours(1));
        scene.books.renamePayment(items.get(1), "BNK/1", "thanks");
        scene.books.renamePayment(items.get(4), "BNK/4", "thanks");
        var read = new Ids();
        read.addAll(List.of(items.get(1), items.get(4)));
        scene.copy.saveJournalItems(Scene.ID,
                scene.books.items().values().stream().filter(item -> read.contains(item.id())).toList());
        var changed = new TreeSet<>(Set.of(ids.get(2)));
        scene.copy.doubtPayments(Scene.ID, changed);

        find(Instant.EPOCH, read, 1);

        scene.assertCopyIsRight();
        assertThat(scene.copy.payments(ids.get(1))).extracting(Payment::label).doesNotContain("PAY");
        assertThat(scene.copy.paymentsWanted(Scene.ID, false)).isEmpty();
    }
}
