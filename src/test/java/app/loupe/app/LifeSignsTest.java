package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.WindowQuery.Piece;
import app.loupe.app.commands.CommandLineRun;
import app.loupe.app.commands.ExitCode;
import app.loupe.app.commands.OtherProcess;
import app.loupe.app.commands.RowSelection;
import app.loupe.app.commands.Services;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.app.commands.Session;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.review.InvoiceQuery;
import app.loupe.text.Texts;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeRows;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import testkit.cli.ScriptedTerminal;

/** An answer may take as long as it takes, while its window says that it lives; one that says nothing is told as that. */
class LifeSignsTest {
    private static final String ACME = "aaaa1111";
    /** However fast the machine is: the other side does nothing at all. */
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Clock CLOCK = Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;
    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final ExecutorService work = Executors.newCachedThreadPool();
    private OneWindow window;

    @BeforeEach
    void open() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.reader.put(ACME, Invoices.posted(1, "INV/2026/0001", "Azure", "7", null));
        window = OneWindow.in(folder);
        window.onRaise(Runnable::run, () -> true);
    }

    @AfterEach
    void close() {
        window.close();
        work.close();
    }

    private int beside(ScriptedTerminal terminal, Duration silence, String... arguments) {
        var opener = new ServicesOpener() {
            @Override
            public Services open(Path dataFolder, PassphrasePrompt prompt) throws ProblemException {
                throw ProblemException.of(ProblemCode.ALREADY_OPEN);
            }

            @Override
            public boolean isFree(Path dataFolder) {
                return false;
            }

            @Override
            public String keyring() throws ProblemException {
                throw ProblemException.of(ProblemCode.ALREADY_OPEN);
            }

            @Override
            public OtherProcess other() {
                return new WindowBeside(Locale.ENGLISH, Locale.ENGLISH, silence);
            }
        };
        return new CommandLineRun(new Session(terminal, new Texts(Locale.ENGLISH), CLOCK, action -> () -> {}, folder,
                opener)).run(arguments);
    }

    private void answerWith(LifeSigns.Maker signs) {
        window.onQuery(work, new QueryAnswers(folder, CLOCK,
                () -> Optional.of(new LentServices(bench, bench.shelf(), () -> {})),
                signs)::answer);
    }

    private static byte[] question() throws IOException {
        byte[] query = new WindowQuery(Locale.ENGLISH, Locale.ENGLISH, List.of("invoices")).bytes();
        byte[] kind = OneWindow.QUERY.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(kind.length + Integer.BYTES + query.length).put(kind).putInt(query.length).put(query)
                .array();
    }

    /** The real time between two signs is far below what is waited for, whatever else the system does. */
    @Test
    void signsComeManyTimesAsOftenAsSomebodyGivesUp() {
        assertThat(WindowBeside.SILENCE).isGreaterThan(Duration.ofSeconds(10 * LifeSigns.SECONDS));
    }

    @Test
    void aWindowThatWorksSaysThatItLivesAndItsAnswerIsWhole() throws Exception {
        var sign = new CompletableFuture<Runnable>();
        var ended = new CountDownLatch(1);
        var working = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        bench.rowSelection = (ids, query, order, removedToo) -> {
            working.countDown();
            await(go);
            return new RowSelection.Selected(InvoiceQuery.EMPTY, FakeRows.listed(List.of()));
        };
        answerWith(each -> {
            sign.complete(each);
            return ended::countDown;
        });
        try (SocketChannel asker = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(OneWindow.SOCKET)))) {
            asker.write(ByteBuffer.wrap(question()));
            assertThat(working.await(2, TimeUnit.MINUTES)).isTrue();
            var first = ByteBuffer.allocate(1);

            sign.get(2, TimeUnit.MINUTES).run();
            assertThat(asker.read(first)).isEqualTo(1);
            go.countDown();
            byte[] rest = Channels.newInputStream(asker).readAllBytes();

            assertThat(first.get(0)).isEqualTo((byte) Piece.ALIVE.sign());
            assertThat(ByteBuffer.wrap(rest, rest.length - Integer.BYTES - 1, 1).get())
                    .isEqualTo((byte) Piece.EXIT.sign());
            assertThat(ended.await(2, TimeUnit.MINUTES)).as("signs end with the answer").isTrue();
        }
    }

    /** It leaves its place to others while its asker takes nothing, and cannot have it again when the asker does. */
    @Test
    void anAnswerThatWaitsForItsPlaceAgainSaysThatItLives() throws Exception {
        for (int id = 2; id < 2_000; id++) {
            bench.reader.put(ACME, Invoices.posted(id, "INV/2026/%04d".formatted(id), "A".repeat(2_000), "7", null));
        }
        RowSelection all = bench.rowSelection;
        var first = new CountDownLatch(1);
        var others = new CountDownLatch(4);
        var go = new CountDownLatch(1);
        bench.rowSelection = (ids, query, order, removedToo) -> {
            if (first.getCount() > 0) {
                first.countDown();
                return all.find(ids, query, order, removedToo);
            }
            others.countDown();
            await(go);
            return new RowSelection.Selected(InvoiceQuery.EMPTY, FakeRows.listed(List.of()));
        };
        var sign = new CompletableFuture<Runnable>();
        answerWith(each -> {
            sign.complete(each);
            return () -> {};
        });
        var askers = new ArrayList<LocalSocket>();
        try {
            for (int asked = 0; asked < 5; asked++) {
                askers.add(LocalSocket.to(folder.resolve(OneWindow.SOCKET), Duration.ofMinutes(1)));
                askers.getLast().out().write(question());
                assertThat(first.await(2, TimeUnit.MINUTES)).isTrue();
            }
            assertThat(others.await(2, TimeUnit.MINUTES)).as("they have all places there are").isTrue();

            var next = CompletableFuture.supplyAsync(() -> behindWhatIsShown(askers.getFirst()), work);
            while (!next.isDone()) {
                sign.get().run();
                Thread.onSpinWait();
            }

            assertThat(next.get()).isEqualTo(Piece.ALIVE);
        } finally {
            go.countDown();
            for (LocalSocket asker : askers) {
                asker.close();
            }
        }
    }

    private static Piece behindWhatIsShown(LocalSocket asker) {
        try {
            var from = new DataInputStream(new BufferedInputStream(asker.in()));
            Piece piece = Piece.of(from.readByte());
            while (piece == Piece.OUT || piece == Piece.ERR) {
                from.skipNBytes(2L * from.readInt());
                piece = Piece.of(from.readByte());
            }
            return piece;
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }

    @Test
    void signsAreNoAnswerWhereverTheyStand() {
        window.onQuery(work, (question, asker) -> {
            var to = new DataOutputStream(asker.out());
            to.writeBytes("aaa");
            to.writeByte(Piece.OUT.sign());
            to.writeInt(1);
            to.writeChar('7');
            to.writeBytes("aa");
            to.writeByte(Piece.EXIT.sign());
            to.writeInt(3);
        });
        var terminal = new ScriptedTerminal();

        assertThat(beside(terminal, WindowBeside.SILENCE, "invoices")).isEqualTo(3);

        assertThat(terminal.output()).isEqualTo("7");
    }

    @Test
    void aWindowThatHasNothingToAnswerAfterSignsIsNone() {
        window.onQuery(work, (question, asker) -> asker.out().write(Piece.ALIVE.sign()));
        var terminal = new ScriptedTerminal();

        assertThat(beside(terminal, WindowBeside.SILENCE, "invoices")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.messages()).startsWith("Another Loupe is using this data folder");
    }

    /** At once, or in the middle. */
    @Test
    void aWindowThatGivesNoSignIsToldAsThat() {
        for (String said : List.of("", "a", "o\0\0\0\1\0A")) {
            var left = new CountDownLatch(1);
            window.onQuery(work, (question, asker) -> {
                asker.out().write(said.getBytes(StandardCharsets.US_ASCII));
                try (var _ = asker.watch(left::countDown)) {
                    await(left);
                }
            });
            var terminal = new ScriptedTerminal();

            assertThat(beside(terminal, SHORT, "invoices")).isEqualTo(ExitCode.PARTIAL);

            assertThat(terminal.messages()).as(said).contains("has not answered for a minute")
                    .doesNotContain("Another Loupe");
        }
    }

    /** Nobody can tell from here whether it ever comes; the messages of a program stay as they are. */
    @Test
    void whoWaitsLongForAnAnswerIsToldOnceWhatEndsThat() {
        window.onQuery(work, (question, asker) -> {
            var to = new DataOutputStream(asker.out());
            to.writeBytes("a".repeat(3 * WindowBeside.LONG));
            to.writeByte(Piece.EXIT.sign());
            to.writeInt(0);
        });
        var terminal = new ScriptedTerminal();
        assertThat(beside(terminal, WindowBeside.SILENCE, "invoices")).isZero();
        assertThat(terminal.messages()).containsOnlyOnce("for two minutes").contains("Ctrl+C");

        var program = new ScriptedTerminal();
        assertThat(beside(program, WindowBeside.SILENCE, "invoices", "--json")).isZero();
        assertThat(program.messages()).isEmpty();
        assertThat(WindowBeside.LONG * LifeSigns.SECONDS).isEqualTo(120);
    }

    /** A sign in the middle of a piece would be taken for a character of it. */
    @Test
    void noSignIsGivenWhileSomethingIsWritten() throws Exception {
        var turn = new PieceTurn(new Semaphore(1));
        var through = new CountDownLatch(1);
        window.onQuery(work, (question, asker) -> {
            turn.piece(() -> {
                asker.out().write(Piece.EXIT.sign());
                Thread other = Thread.ofVirtual().start(() -> LifeSigns.give(asker, turn));
                joined(other);
                new DataOutputStream(asker.out()).writeInt(5);
            });
            through.countDown();
        });

        assertThat(beside(new ScriptedTerminal(), WindowBeside.SILENCE, "invoices")).isEqualTo(5);
        assertThat(through.await(2, TimeUnit.MINUTES)).isTrue();
    }

    private static void joined(Thread other) {
        try {
            other.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
