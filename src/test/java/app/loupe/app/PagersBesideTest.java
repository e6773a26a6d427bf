package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.commands.ExitCode;
import app.loupe.domain.Invoice;
import app.loupe.domain.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.WatchedReader;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import testkit.cli.ScriptedTerminal;

/** Commands beside an open window whose output goes to a pager that is not scrolled. */
class PagersBesideTest {
    private static final String ACME = "aaaa1111";
    /** Far more than a socket holds. */
    private static final int ROWS = 10_000;

    @TempDir
    Path folder;
    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final CountDownLatch back = new CountDownLatch(1);
    private final List<SocketChannel> pagers = new ArrayList<>();
    private volatile boolean askedBack;
    private OneWindow window;

    @BeforeEach
    void open() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        for (int i = 1; i <= ROWS; i++) {
            bench.reader.put(ACME, Invoices.posted(i, "INV/" + i, "Azure", "7", null));
        }
        window = OneWindow.in(folder);
        window.onQuery(work, new QueryAnswers(folder, Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC),
                () -> Optional.of(new LentServices(bench, bench.shelf(),
                        loan())))::answer);
        window.onRaise(Runnable::run, () -> true);
    }

    @AfterEach
    void close() throws IOException {
        for (SocketChannel pager : pagers) {
            pager.close();
        }
        window.close();
        work.close();
    }

    private Lending.Loan loan() {
        return new Lending.Loan() {
            @Override
            public void giveBack() {
                back.countDown();
            }

            @Override
            public boolean isAskedBack() {
                return askedBack;
            }
        };
    }

    /** Has asked, and takes nothing yet. */
    private SocketChannel asker(String... arguments) throws IOException {
        byte[] question = new WindowQuery(Locale.ENGLISH, Locale.ENGLISH, List.of(arguments)).bytes();
        SocketChannel pager = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(OneWindow.SOCKET)));
        pagers.add(pager);
        pager.write(ByteBuffer.wrap(OneWindow.QUERY.getBytes(StandardCharsets.US_ASCII)));
        pager.write(ByteBuffer.allocate(Integer.BYTES + question.length).putInt(question.length).put(question).flip());
        return pager;
    }

    /** Has taken the first byte and takes no other. */
    private SocketChannel pager() throws IOException {
        SocketChannel pager = asker("invoices", "--json");
        var first = ByteBuffer.allocate(1);
        assertThat(pager.read(first)).isEqualTo(1);
        assertThat(first.get(0)).isEqualTo((byte) WindowQuery.Piece.OUT.sign());
        return pager;
    }

    @Test
    void whoIsNotThroughWhenTheWindowClosesHasABeginningAndNoRowTwice() throws IOException, InterruptedException {
        SocketChannel pager = pager();
        askedBack = true;
        assertThat(back.await(2, TimeUnit.MINUTES)).as("the window has it back").isTrue();

        var taken = new DataInputStream(new ByteArrayInputStream(Channels.newInputStream(pager).readAllBytes()));
        var words = new StringBuilder();
        do {
            for (int left = taken.readInt(); left > 0 && taken.available() >= Character.BYTES; left--) {
                words.append(taken.readChar());
            }
        } while (taken.available() > Integer.BYTES && taken.readByte() == WindowQuery.Piece.OUT.sign());

        assertThat(words.toString().lines().toList()).hasSizeBetween(10, ROWS - 1).doesNotHaveDuplicates();
    }

    /** A check has a watch of its own. */
    @Test
    void aCheckEndsWhenItsAskerIsGone() throws IOException, InterruptedException {
        var reading = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        bench.copy = WatchedReader.of(bench.reader, (question, about) -> {
            if (question.equals("each") && about[about.length - 1] instanceof Consumer<?> consumer) {
                reading.countDown();
                try {
                    readOn(consumer);
                } finally {
                    ended.countDown();
                }
            }
        });
        SocketChannel asker = asker("check");
        assertThat(reading.await(2, TimeUnit.MINUTES)).isTrue();

        asker.close();

        assertThat(ended.await(2, TimeUnit.MINUTES)).as("reading ends").isTrue();
        assertThat(back.await(2, TimeUnit.MINUTES)).as("the window has it back").isTrue();
    }

    /** The same invoice again and again, until whoever takes it wants no more. */
    @SuppressWarnings("unchecked") // a reader gives invoices
    private void readOn(Consumer<?> consumer) {
        while (!work.isShutdown()) {
            ((Consumer<Invoice>) consumer).accept(Invoices.posted(1, "INV/1", "Azure", "7", null));
        }
    }

    /** What lists finds nobody for its next piece, and reads no more. */
    @ParameterizedTest
    @ValueSource(strings = {"invoices --json", "invoices --format csv"})
    void aListEndsWhenItsAskerIsGone(String line) throws IOException, InterruptedException {
        var reading = new CountDownLatch(1);
        Set<Object> read = watchReading(reading);
        SocketChannel asker = asker(line.split(" "));
        assertThat(reading.await(2, TimeUnit.MINUTES)).isTrue();

        asker.close();

        assertThat(back.await(2, TimeUnit.MINUTES)).as("the window has it back").isTrue();
        assertThat(read).hasSizeLessThan(ROWS / 2);
    }

    @Test
    void workEndsWhenTheReaderOfACommandHasLeft() throws Exception {
        Set<Object> read = watchReading(new CountDownLatch(1));
        var terminal = new ScriptedTerminal().read();
        terminal.out().close();

        Future<OptionalInt> beside = work.submit(
                () -> new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(folder, List.of("invoices", "--json"),
                        terminal));

        assertThat(beside.get(2, TimeUnit.MINUTES)).hasValue(ExitCode.DONE);
        assertThat(back.await(2, TimeUnit.MINUTES)).as("the window has it back").isTrue();
        assertThat(read).hasSizeLessThan(ROWS / 2);
        assertThat(terminal.output() + terminal.messages()).isEmpty();
    }

    /** The ids of the invoices that are read from now on. */
    private Set<Object> watchReading(CountDownLatch reading) {
        Set<Object> read = ConcurrentHashMap.newKeySet();
        bench.copy = WatchedReader.of(bench.reader, (question, about) -> {
            if (question.equals("each") && about[1] instanceof Set<?> ids) {
                read.addAll(ids);
                reading.countDown();
            }
        });
        return read;
    }

    @Test
    void pagersKeepNoPlace() throws IOException {
        for (int i = 0; i < 6; i++) {
            pager();
        }

        assertThat(new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(folder, List.of("connections", "list"),
                new ScriptedTerminal())).hasValue(0);
    }
}
