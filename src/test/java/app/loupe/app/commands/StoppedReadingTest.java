package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.app.Selections;
import app.loupe.domain.BookId;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import app.loupe.review.Shelf;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.WatchedReader;
import testkit.cli.CommandsOverFakes;

/** Whoever stops a command that writes a file waits for one record at most, whatever it reads, also before it writes anything. */
class StoppedReadingTest {
    @TempDir
    private Path folder;

    private final TradingCopy books = TradingCopy.business();
    private Runnable interrupt = () -> {};
    private int stopAt;
    private int questions;
    private final AtomicInteger after = new AtomicInteger();

    /** Stops with this question: at the first record where it gives some, else before it is answered. */
    private void asked(Object... about) {
        questions++;
        if (questions - 1 > stopAt) {
            after.incrementAndGet();
        } else if (questions - 1 == stopAt && !Stream.of(about).anyMatch(Consumer.class::isInstance)) {
            interrupt.run();
        }
    }

    private <T> Consumer<T> watched(Consumer<T> taker) {
        return found -> {
            if (questions - 1 == stopAt) {
                interrupt.run();
            }
            try {
                taker.accept(found);
            } finally {
                // the record at which it was stopped is the last that is given
                if (questions - 1 >= stopAt) {
                    after.incrementAndGet();
                }
            }
        };
    }

    @SuppressWarnings("unchecked") // a taker takes what the reader finds
    private InvoiceReader watched(InvoiceReader reader) {
        return WatchedReader.of(reader, (question, about) -> {
            Object[] given = about == null ? new Object[0] : about;
            asked(given);
            Arrays.setAll(given,
                    i -> given[i] instanceof Consumer<?> taker ? watched((Consumer<Object>) taker) : given[i]);
        });
    }

    private int run(String command, Path output) throws ProblemException {
        questions = 0;
        after.set(0);
        var bench = new CommandsOverFakes();
        InvoiceReader reader = watched(books);
        bench.connections.put(FakeInvoices.ACME.value(), "Acme", CommandsOverFakes.NOW);
        bench.copy = reader;
        bench.shelves = () -> new Shelf(reader, new CopyChanges());
        bench.selections = shelf -> Selections.over(shelf, bench.book, Clock.fixed(CommandsOverFakes.NOW,
                ZoneOffset.UTC));
        bench.interrupts = action -> {
            Runnable before = interrupt;
            interrupt = () -> {
                before.run();
                action.run();
            };
            return () -> interrupt = before;
        };
        return bench.run(Stream.concat(
                command.lines().flatMap(line -> Stream.of(line.split(" ", -1))).map(part -> part.replace('_', ' ')),
                Stream.of("--output", output.toString())).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices --format csv --lines", "invoices --format pdf --query desk",
        "invoices --format pdf --each --query INV/2026/00752", "customers --format csv --currency EUR",
        "vendors --format xlsx",
        "aged --format pdf", "payments --format csv --currency EUR", "overview --format csv", "products --format xlsx",
        "changes --format csv --currency EUR", "notes --format csv --currency EUR", "check --format csv",
        "statement Azure_Interior --format pdf", "export --pack 2026-09",
        "export --archive --from 2026-09-01 --to 2026-09-30 --currency EUR"})
    void nothingIsReadAfterIt(String command) throws ProblemException {
        int code;
        stopAt = 0;
        do {
            Path output = folder.resolve("out" + stopAt);
            code = run(command, output);
            if (questions > stopAt) {
                assertThat(after).as("%s reads on after question %s", command, stopAt).hasValueLessThanOrEqualTo(1);
                assertThat(code).as("%s says it after question %s", command, stopAt).isNotZero();
                assertThat(output).doesNotExist();
            }
            stopAt++;
        } while (questions >= stopAt);

        assertThat(stopAt).as("questions of %s", command).isGreaterThan(1);
        assertThat(code).as(command).isZero();
    }

    @Test
    void theHistoryOfChangesEndsWithIt() throws ProblemException {
        var bench = new CommandsOverFakes();
        bench.connections.put(FakeInvoices.ACME.value(), "Acme", CommandsOverFakes.NOW);
        bench.book.leadsTo(FakeInvoices.ACME, new BookId("https://acme.example", "acme"));
        bench.book.note(FakeInvoices.ACME, Stamp.NEVER, Stream.of(7, 8, 9).map(id -> new InvoiceChange(id, "INV/7", 1,
                2, CommandsOverFakes.NOW, Kind.NEW, InvoiceField.PRESENCE, 0, "", "", false)).toList());
        var given = new AtomicInteger();
        var cancel = new CancelToken();
        var stoppable = new StoppableServices(bench, cancel);

        assertThatThrownBy(() -> stoppable.changes().each(Set.of(FakeInvoices.ACME), Instant.EPOCH, change -> {
            given.incrementAndGet();
            cancel.cancel();
        })).isInstanceOf(ProblemException.class);

        assertThat(given).hasValue(1);
    }
}
