package app.loupe.sync;

import app.loupe.domain.MoveState;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import testkit.FakeBooks;

/** Somebody who works in the books: random, but the same for the same seed. */
final class Mischief {
    private static final List<MoveState> STATES = List.of(MoveState.DRAFT, MoveState.POSTED, MoveState.CANCELLED);

    private final FakeBooks books;
    private final SplittableRandom random;

    Mischief(FakeBooks books, long seed) {
        this.books = books;
        this.random = new SplittableRandom(seed);
    }

    /** As many random changes as that. */
    void work(int changes) {
        for (int i = 0; i < changes; i++) {
            change();
        }
    }

    /** One change in so many calls. */
    void now(int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            change();
        }
    }

    private void change() {
        List<Long> ids = books.ids();
        int kind = random.nextInt(20);
        if (ids.size() < 3 || kind < 4) {
            books.create(random.nextInt(3) == 0 ? MoveState.DRAFT : MoveState.POSTED, random.nextInt(1_000));
            return;
        }
        long id = ids.get(random.nextInt(ids.size()));
        switch (kind) {
            case 4 -> books.edit(id);
            case 5 -> books.pay(id, random.nextBoolean());
            case 6 -> books.partner(1 + random.nextInt(5), "Name " + random.nextInt(100));
            case 7 -> books.product(1 + random.nextInt(5), "Name " + random.nextInt(100));
            case 8 -> books.state(id, STATES.get(random.nextInt(STATES.size())));
            case 9 -> books.delete(id);
            case 10 -> books.editLine(id);
            case 11 -> books.deleteLine(id);
            case 12 -> books.beginEdit(id);
            case 13 -> books.commitOldest();
            case 14 -> books.forbid(id, random.nextBoolean());
            case 15 -> books.breakRecord(id, random.nextBoolean());
            case 16 -> item();
            case 17 -> books.advance(Duration.ofMillis(random.nextInt(900)));
            case 18 -> books.advance(Duration.ofSeconds(random.nextInt(240)));
            default -> books.advance(Duration.ofMinutes(random.nextInt(9)));
        }
    }

    private void item() {
        List<Long> items = books.itemIds();
        if (!items.isEmpty()) {
            long id = items.get(random.nextInt(items.size()));
            if (random.nextBoolean()) {
                books.deleteItem(id);
            } else {
                books.cancelItem(id);
            }
        }
    }

    /** Everything is readable and visible again, and no transaction is open. */
    void calmDown() {
        for (int i = 0; i < 100; i++) {
            books.commitOldest();
        }
        books.ids().forEach(id -> {
            books.breakRecord(id, false);
            books.forbid(id, false);
        });
    }
}
