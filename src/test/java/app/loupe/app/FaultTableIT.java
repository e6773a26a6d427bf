package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.FaultyBooks.Held;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.Fault.Good;
import testkit.Spoil;
import testkit.SpoiltAnswer;
import testkit.SpoiltRows;

/**
 * One answer of a run comes spoilt, each of them in every way: the copy is what it would have been or the run says what is
 * wrong, no invoice goes from the screen, and the next sync makes the rest good. Every sixteenth case of the table; all of
 * them, and their number by outcome in {@code target/faults}, with {@code -Dfaults.each=1}.
 *
 * <p>One thing no client can see: other contents under the right id, where nothing else in the answers tells of them. That
 * is for Verify to find.
 */
class FaultTableIT {
    private static final int EACH = Integer.getInteger("faults.each", 16);
    private static final List<Spoil> WAYS = Stream.<Spoil[]>of(SpoiltRows.values(), SpoiltAnswer.values())
            .flatMap(Stream::of).toList();
    private static final Path TABLES = Path.of("target", "faults");

    /** What a run finds. */
    private enum Situation {
        FIRST(SyncMode.CHANGES, Held.NOTHING, false),
        RESUMED(SyncMode.CHANGES, Held.BEGUN, false),
        WIDENED(SyncMode.CHANGES, Held.RECENT, false),
        UNCHANGED(SyncMode.CHANGES, Held.ALL, false),
        CHANGED(SyncMode.CHANGES, Held.ALL, true),
        FULL(SyncMode.FULL, Held.ALL, true),
        VERIFY(SyncMode.VERIFY, Held.ALL, true);

        private final SyncMode mode;
        private final Held held;
        private final boolean changed;

        Situation(SyncMode mode, Held held, boolean changed) {
            this.mode = mode;
            this.held = held;
            this.changed = changed;
        }

        FaultyBooks books(FakeOdoo.Version version, FaultyBooks before) throws ProblemException {
            var books = new FaultyBooks(version);
            books.take(before, held);
            if (changed) {
                books.change();
            }
            return books;
        }
    }

    /** The same run without a fault: its answers, what the copy shows then, and which invoices stay on the screen. */
    private record Clean(List<Good> answers, Map<String, String> shown, Set<Long> stay) {
        static Clean of(Situation situation, FakeOdoo.Version version, FaultyBooks before) throws ProblemException {
            try (FaultyBooks books = situation.books(version, before)) {
                var stay = new TreeSet<>(books.present());
                List<Good> answers = books.recorded(situation.mode);
                stay.retainAll(books.present());
                Map<String, String> shown = books.shown();
                assertThat(books.run(SyncMode.CHANGES)).isInstanceOf(SyncReport.Done.class);
                assertThat(books.shown()).as("a clean run leaves nothing to the next").isEqualTo(shown);
                return new Clean(answers, shown, stay);
            }
        }
    }

    private final Map<String, Integer> table = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int cases;

    @ParameterizedTest
    @EnumSource(names = {"V14", "V19"})
    void noSpoiltAnswerIsSilentOrLosesAnything(FakeOdoo.Version version) throws Exception {
        try (var before = new FaultyBooks(version)) {
            before.run(SyncMode.CHANGES);
            for (Situation situation : Situation.values()) {
                Clean clean = Clean.of(situation, version, before);
                for (Spoil how : WAYS) {
                    spoilEach(situation, clean, how, () -> situation.books(version, before));
                }
            }
        }
        write(version);
        assertThat(table).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    /** Makes books and copy as they are before the run. */
    @FunctionalInterface
    private interface Making {
        FaultyBooks books() throws ProblemException;
    }

    private void spoilEach(Situation situation, Clean clean, Spoil how, Making making) throws ProblemException {
        for (int request = 0; request < clean.answers().size(); request++) {
            Good good = clean.answers().get(request);
            boolean spoils = how.of(good, request == 0 ? null : clean.answers().get(request - 1)).isPresent();
            if (spoils && cases++ % EACH == 0) {
                try (FaultyBooks books = making.books()) {
                    books.spoil(request, how);
                    String outcome = outcome(situation, clean, books, isUnseen(how, good));
                    table.merge(situation + " " + how + ": " + outcome, 1, Integer::sum);
                    if (outcome.endsWith("!")) {
                        faults.add(situation + " " + how + " at request " + request + ": " + outcome + " "
                                + books.differences(clean.shown()));
                    }
                }
            }
        }
    }

    /** Contents under the right id of which nothing else tells; of an invoice's company its lines do. */
    private static boolean isUnseen(Spoil how, Good good) {
        boolean items = good.body().contains("\"move_name\"");
        return how == SpoiltRows.EXCHANGED || (how == SpoiltRows.OTHER_COMPANY && items);
    }

    private static String outcome(Situation situation, Clean clean, FaultyBooks books, boolean unseen)
            throws ProblemException {
        SyncReport report = books.run(situation.mode);
        books.heal();
        boolean right = books.shown().equals(clean.shown());
        boolean named = !(report instanceof SyncReport.Done);
        if (!books.present().containsAll(clean.stay())) {
            return "lost!";
        }
        if (!right && !named && !unseen) {
            return "silent!";
        }
        SyncReport next = books.run(SyncMode.CHANGES);
        String said = named ? "named" : right ? "right" : "not to be seen";
        if (next instanceof SyncReport.Done && books.shown().equals(clean.shown())) {
            return said;
        }
        if (situation.mode == SyncMode.CHANGES && !unseen) {
            return said + ", not healed!";
        }
        SyncReport verify = books.run(SyncMode.VERIFY);
        boolean repaired = verify instanceof SyncReport.Done && books.shown().equals(clean.shown());
        return said + (repaired ? ", repaired by Verify" : ", not repaired!");
    }

    private void write(FakeOdoo.Version version) throws IOException {
        Files.writeString(Files.createDirectories(TABLES).resolve(version + ".txt"),
                cases + " cases, each " + EACH + "th\n" + table.entrySet().stream().map(Object::toString)
                        .collect(Collectors.joining("\n")) + "\n" + String.join("\n", faults) + "\n");
    }
}
