package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.app.commands.CommandLineRun;
import app.loupe.app.commands.OtherProcess;
import app.loupe.app.commands.RowSelection;
import app.loupe.app.commands.Services;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.app.commands.Session;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.domain.Secret;
import app.loupe.review.InvoiceQuery;
import app.loupe.text.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeRows;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import testkit.cli.ScriptedTerminal;
import testkit.window.WindowSamples;

/** Commands beside an open window, over the real socket file. */
class CommandsBesideTest {
    private static final String ACME = "aaaa1111";
    /** More than one piece, and characters of two halves at every place of a piece. */
    private static final String LONG = "x" + "\ud83e\uddfe".repeat(3 * WindowQuery.PIECE);

    @TempDir
    Path temporary;
    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final ExecutorService work = Executors.newCachedThreadPool();
    private OneWindow window;
    private boolean open = true;
    private final AtomicInteger returned = new AtomicInteger();

    @BeforeEach
    void open() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.reader.put(ACME, Invoices.posted(1, "INV/2026/0001", "Zoë's Café", "1290.5", null));
        bench.reader.put(ACME, Invoices.posted(2, LONG, "Azure", "7", null));
        bench.securityChecks = WindowSamples::checks;
        window = OneWindow.in(folder());
        window.onQuery(work, new QueryAnswers(folder(), clock(), this::services)::answer);
        window.onRaise(Runnable::run, () -> true);
    }

    @AfterEach
    void close() {
        window.close();
        work.close();
    }

    private Optional<LentServices> services() {
        return open
                ? Optional.of(new LentServices(bench, bench.shelf(),
                        returned::incrementAndGet))
                : Optional.empty();
    }

    private Path folder() {
        return temporary.resolve("loupe");
    }

    private static Clock clock() {
        return Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC);
    }

    /** What a second process does: the files are locked for it, and it asks the window. */
    private static int beside(Path folder, ScriptedTerminal terminal, String... arguments) {
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
                return new WindowBeside(Locale.ENGLISH, Locale.ENGLISH);
            }
        };
        return new CommandLineRun(new Session(terminal, new Texts(Locale.ENGLISH), clock(), action -> () -> {}, folder,
                opener)).run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "invoices --format csv --lines", "invoices --json --query Zoë",
        "invoices nothing-of-that-name", "connections list", "connections list --json",
        "security"})
    void aSecondProcessWritesWhatTheCommandItselfWrites(String line) {
        var terminal = new ScriptedTerminal();
        int code = beside(folder(), terminal, line.split(" "));
        bench.usualFolder = folder();

        assertThat(bench.run(line.split(" "))).isEqualTo(code);
        assertThat(terminal.output()).isEqualTo(bench.terminal.output());
        assertThat(terminal.messages()).isEqualTo(bench.terminal.messages());
        assertThat(terminal.output() + terminal.messages()).isNotEmpty();
    }

    @Test
    void amountsBesideTheWindowHaveTheDecimalsOfTheBooks() throws ProblemException {
        for (int i = 0; i < 40; i++) {
            BigDecimal amount = new BigDecimal("10.25");
            bench.reader.putOwed(ACME, new OwedItem(i + 1, 0, new OwedItem.Entry(i + 1, null, "N" + i, "Bank", ""),
                    false, new Ref(1, "Mine"), new Ref(7, "Ann"), new Ref(46, "CLF"),
                    new OwedItem.Dates(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31), null), amount, amount,
                    new OwedItem.Booked(null, amount, amount), List.of()));
        }
        var terminal = new ScriptedTerminal();

        assertThat(beside(folder(), terminal, "aged", "--currency", "CLF")).isZero();

        assertThat(terminal.output()).contains("CLF\u00a0410.00").doesNotContain("410.0000");
    }

    /** The copy is not held against its own beside the window: nobody may take it for whole. */
    @Test
    void theDoctorBesideAWindowSaysThatItDidNotLookAtTheCopy() {
        bench.scrubbed.add(Problem.of(ProblemCode.STORE_SHORT, "411", "2000"));
        var words = new ScriptedTerminal();
        var json = new ScriptedTerminal();

        assertThat(beside(folder(), words, "doctor")).isZero();
        assertThat(beside(folder(), json, "doctor", "--json")).isZero();

        assertThat(words.output())
                .contains("– Copy of your invoices is complete: not looked at while the window is open")
                .contains("Nothing is wrong in what was looked at.").doesNotContain("All is well");
        assertThat(json.output()).contains("{\"step\":\"copy\",\"outcome\":\"skipped\"");
    }

    @Test
    void theWindowKeepsWhatItHasOpen() {
        for (int again = 0; again < 3; again++) {
            assertThat(beside(folder(), new ScriptedTerminal(), "invoices")).isZero();
        }

        work.close();
        assertThat(returned).as("each is given back").hasValue(3);
        assertThat(bench.closed).isZero();
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void anotherProcessIsAnswered() throws IOException, InterruptedException {
        Process second = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), SecondProcess.class.getName(),
                folder().toString()).redirectErrorStream(true).start();
        String written = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isZero();
        assertThat(written).contains("INV/2026/0001").contains(LONG);
    }

    /** Lists the invoices of the folder that is its argument, as JSON Lines. */
    static final class SecondProcess {
        private SecondProcess() {}

        /** Ends with the exit code. */
        public static void main(String[] arguments) {
            var terminal = new ScriptedTerminal();
            int code = beside(Path.of(arguments[0]), terminal, "invoices", "--json");
            System.out.print(terminal.output());
            System.out.flush();
            System.exit(code);
        }
    }

    /** Whoever can open the socket can ask for anything; what changes something is not lent. */
    @ParameterizedTest
    @ValueSource(strings = {"sync", "sync --full", "connections remove aaaa1111 --yes", "connections test aaaa1111",
        "connections edit aaaa1111 --name x", "connections add --sample",
        "connections add --url https://a.example --database a --username a --secret-stdin"})
    void whatChangesSomethingIsRefusedByTheWindowToo(String line) throws IOException {
        bench.runner = (id, mode, cancel, progress) -> {
            throw new AssertionError("a run");
        };
        var terminal = new ScriptedTerminal();
        var profiles = List.copyOf(bench.connections.profiles);

        OptionalInt code = new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(folder(), List.of(line.split(" ")),
                terminal);

        assertThat(code.orElseThrow()).isEqualTo(2);
        assertThat(bench.connections.profiles).isEqualTo(profiles);
        assertThat(bench.connections.deleted).isEmpty();
        assertThat(bench.connections.greetings).isZero();
        assertThat(bench.connections.secretsSeen).isEmpty();
        assertThat(bench.connections.storedTests).isEmpty();
    }

    @Test
    void aWindowThatHasNothingOpenYetDoesNotAnswer() throws IOException {
        open = false;

        assertThat(new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(folder(), List.of("invoices"),
                new ScriptedTerminal()))
                .isEmpty();
    }

    @Test
    void withoutAWindowNobodyIsAskedAndNoFolderIsMade() throws IOException {
        Path nowhere = temporary.resolve("nowhere");
        assertThat(new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(nowhere, List.of("invoices"),
                new ScriptedTerminal()))
                .isEmpty();
        assertThat(nowhere).doesNotExist();

        window.close();
        assertThat(new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(folder(), List.of("invoices"),
                new ScriptedTerminal()))
                .isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes of Unix")
    void whoeverListensInAFolderThatIsOpenToOthersIsNotBelieved() throws IOException {
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(folder(), List.of("invoices"),
                new ScriptedTerminal()))
                .isEmpty();
    }

    /** Says something after the word for a question; how much comes back. */
    private int say(byte[] bytes) throws IOException {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(
                folder().resolve(OneWindow.SOCKET)))) {
            caller.write(ByteBuffer.wrap(OneWindow.QUERY.getBytes(StandardCharsets.US_ASCII)));
            caller.write(ByteBuffer.wrap(bytes));
            return caller.read(ByteBuffer.allocate(1));
        } catch (IOException hungUpInTheMiddle) {
            return -1;
        }
    }

    private static byte[] framed(int length, byte[] question) {
        return ByteBuffer.allocate(Integer.BYTES + question.length).putInt(length).put(question).array();
    }

    @Test
    void whatIsNoQuestionIsHungUpOnAndTheNextIsAnswered() throws IOException {
        byte[] good = new WindowQuery(Locale.ENGLISH, Locale.ENGLISH, List.of("invoices")).bytes();
        for (byte[] said : List.of(new byte[0], framed(-1, good), framed(0, good),
                framed(WindowQuery.LONGEST + 1, new byte[WindowQuery.LONGEST + 1]), framed(Integer.MAX_VALUE, good),
                framed(good.length + 1, good), framed(good.length - 1, good),
                framed(good.length, new byte[good.length]),
                framed(8, new byte[] {0, 0, 0x7f, -1, -1, -1, 0, 0}))) {
            assertThat(say(said)).as("%d bytes", said.length).isNegative();
        }

        assertThat(say(framed(good.length, good))).isNotNegative();
    }

    @Test
    void whoComesWhileFourAreAnsweredWaitsForAPlace() throws InterruptedException {
        var entered = new AtomicInteger();
        var inside = new CountDownLatch(4);
        var end = new CountDownLatch(1);
        bench.rowSelection = (ids, query, order, removedToo) -> {
            boolean first = entered.incrementAndGet() <= 4;
            inside.countDown();
            try {
                if (first) {
                    end.await();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new RowSelection.Selected(InvoiceQuery.EMPTY, FakeRows.listed(List.of()));
        };
        var codes = new ConcurrentLinkedQueue<Integer>();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                others.execute(() -> codes.add(beside(folder(), new ScriptedTerminal(), "invoices")));
            }
            try {
                inside.await();
                while (((ThreadPoolExecutor) work).getActiveCount() < 6 && codes.isEmpty()) {
                    Thread.onSpinWait();
                }
                assertThat(entered).as("at a time").hasValue(4);
            } finally {
                end.countDown();
            }
        }

        assertThat(codes).hasSize(6).containsOnly(0);
        assertThat(beside(folder(), new ScriptedTerminal(), "invoices")).as("there is room again").isZero();
    }

    /** The window ends in the middle, or something answers that is no window. */
    @ParameterizedTest
    @ValueSource(strings = {"6f 00000001 0041", "6f 00000002 0041", "6f 00002001 0041", "65 ffffffff",
        "00 00000001 0041", "ff 00000000", "78", "6f 0000", "6f 00000000 79 00000000"})
    void anAnswerThatIsNotWholeIsNoResult(String hex) {
        window.onQuery(work, (question, asker) -> asker.out().write(HexFormat.of().parseHex(hex.replace(" ", ""))));
        var terminal = new ScriptedTerminal();

        assertThat(beside(folder(), terminal, "invoices")).isEqualTo(1);

        assertThat(terminal.messages()).contains("closed before the whole result was written");
    }

    @Test
    void aQuestionIsWhatItWas() throws IOException {
        var query = new WindowQuery(Locale.CANADA_FRENCH, Locale.GERMANY,
                List.of("", "a b", "\ud83e\uddfe\0\n", "--query=é"));

        assertThat(WindowQuery.read(query.bytes())).isEqualTo(query);
        assertThatThrownBy(
                () -> new WindowQuery(Locale.ENGLISH, Locale.ENGLISH, List.of("x".repeat(WindowQuery.LONGEST))).bytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aQuestionThatIsTooLongIsRefusedHere() {
        var terminal = new ScriptedTerminal();

        assertThat(beside(folder(), terminal, "invoices", "--query", "x".repeat(WindowQuery.LONGEST))).isEqualTo(2);

        assertThat(terminal.messages()).startsWith("Another Loupe is using this data folder");
    }

    @Test
    void noSecretOfAConnectionIsInAnyAnswer() throws ProblemException, IOException {
        try (var secret = Secret.ofChars("HUNTER2-HUNTER2")) {
            bench.connections.add(new ConnectionDetails(
                    new Endpoint(OdooAddress.parse("https://other.example"), "other", "anna"), "Other", null, null),
                    secret,
                    null);
        }
        assertThat(bench.connections.secretsSeen).isNotEmpty();
        var terminal = new ScriptedTerminal();

        for (String line : List.of("invoices", "connections list --json", "doctor", "security")) {
            new WindowBeside(Locale.ENGLISH, Locale.ENGLISH).run(folder(), List.of(line.split(" ")), terminal);
        }

        assertThat(terminal.output()).contains("Other").doesNotContain("HUNTER2");
    }
}
