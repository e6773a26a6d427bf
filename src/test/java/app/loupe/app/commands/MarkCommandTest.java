package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MarkAct;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import testkit.cli.SearchedCopy;

class MarkCommandTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final ConnectionId shop = new ConnectionId(SearchedCopy.ID);

    @BeforeEach
    void fill() throws ProblemException {
        bench.connections.put(SearchedCopy.ID, "Acme", CommandsOverFakes.NOW);
        SearchedCopy.fill(bench.reader);
        bench.book.leadsTo(shop, new BookId("https://acme.example", "acme"));
    }

    private String done(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    private String refused(String... arguments) {
        int before = bench.terminal.messages().length();
        assertThat(bench.run(arguments)).isEqualTo(ExitCode.USAGE);
        return bench.terminal.messages().substring(before);
    }

    private InvoiceMark mark(long invoice) throws ProblemException {
        return bench.book.marks(Set.of(shop)).getOrDefault(new InvoiceKey(shop, invoice), InvoiceMark.NONE);
    }

    private Optional<MarkChoice> inbox(long invoice) throws ProblemException {
        return new Marks(bench.book.marks(Set.of(shop)), Map.of(), ZoneOffset.UTC).inbox(
                bench.reader.rows(shop, Set.of(invoice)).getFirst(), TODAY);
    }

    @Test
    void allOfItIsWrittenToEachInvoiceAndTheOppositeTakesItBack() throws ProblemException {
        String said = done("mark", "inv/2026/0001", "8", "--flag", "--note", " call Anna ", "--remind", "2026-12-01",
                "--reviewed");

        for (long invoice : List.of(1L, 8L)) {
            assertThat(mark(invoice).flagged()).isTrue();
            assertThat(mark(invoice).note()).isEqualTo("call Anna");
            assertThat(mark(invoice).remindOn()).isEqualTo("2026-12-01");
            assertThat(inbox(invoice)).contains(MarkChoice.REVIEWED);
        }
        assertThat(said.lines()).first().isEqualTo("2 documents are marked.");
        assertThat(said).contains("INV/2026/0001", "Draft 8", "Reviewed by me", "1 Dec 2026", "call Anna");

        done("mark", "INV/2026/0001", "--no-flag", "--no-note", "--no-remind", "--no-reviewed");

        assertThat(mark(1)).isEqualTo(InvoiceMark.NONE);
        assertThat(mark(8).flagged()).isTrue();
    }

    @Test
    void whatIsNotAskedForStaysAndWhatSaysSoAlreadyIsTold() throws ProblemException {
        done("mark", "1", "--note", "call", "--reviewed");
        InvoiceMark before = mark(1);

        assertThat(done("mark", "1", "2", "--flag")).startsWith("2 documents are marked.");
        assertThat(done("mark", "1", "3", "--flag")).startsWith("1 document is marked; 1 said so already.");
        assertThat(done("mark", "1", "--flag", "--reviewed"))
                .startsWith("No document is marked anew; 1 said so already.");

        assertThat(mark(1)).isEqualTo(new MarkAct.Flag(true).on(before));
    }

    @Test
    void whatNoOptionBringsBackIsTold() throws ProblemException {
        done("mark", "1", "--note", "call Anna");
        bench.book.mark(Map.of(new InvoiceKey(shop, 1), new MarkAct.Remind(TODAY)));

        String said = done("mark", "1", "--note", "called", "--reviewed");

        assertThat(said).contains("The note to INV/2026/0001 was: call Anna",
                "The reminder of INV/2026/0001 was for 23 Nov 2026.");
        assertThat(inbox(1)).as("the reminder that has come is done with").contains(MarkChoice.REVIEWED);
        assertThat(done("mark", "1", "--note", "called", "--flag")).doesNotContain(" was");
    }

    @Test
    void aReminderBesideAReviewIsTheNewOne() throws ProblemException {
        bench.book.mark(Map.of(new InvoiceKey(shop, 1), new MarkAct.Remind(TODAY)));

        done("mark", "1", "--reviewed", "--remind", "2026-12-24");

        assertThat(mark(1).remindOn()).isEqualTo("2026-12-24");
    }

    @Test
    void programsReadWhatTheyReadInTheListAndWhatStoodThere() {
        done("mark", "1", "--note", "call");

        List<String> lines = done("mark", "1", "8", "--no-note", "--json").lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("{\"connection\":\"Acme\",\"connection_id\":\"" + SearchedCopy.ID
                + "\",\"kind\":\"invoice\",\"move_id\":1,").contains("\"flagged\":false,\"note\":null,")
                .endsWith("\"changed\":true,\"note_before\":\"call\",\"remind_on_before\":null}");
        assertThat(lines.getLast()).contains("\"move_id\":8,").contains("\"changed\":false");
    }

    @Test
    void anUnknownInvoiceIsRefusedWithThoseThatAreLikeItAndNothingIsWritten() throws ProblemException {
        assertThat(refused("mark", "1", "INV/2026/001", "--flag")).contains("\"INV/2026/001\"", "Nothing was written",
                "Perhaps you mean: ", "INV/2026/0001");
        assertThat(refused("mark", "4711", "--flag", "--json")).contains("\"severity\":\"error\"", "4711");

        assertThat(mark(1)).isEqualTo(InvoiceMark.NONE);
    }

    @Test
    void whatIsMoreThanOneInvoiceIsRefusedUntilTheConnectionIsNamed() throws ProblemException {
        var other = new ConnectionId("bbbb2222");
        bench.connections.put(other.value(), "Other", CommandsOverFakes.NOW);
        bench.book.leadsTo(other, new BookId("https://other.example", "other"));
        bench.reader.put(other.value(), Invoices.posted(1, "INV/2026/0099", "Azure", "10", "0"));
        bench.reader.put(other.value(), Invoices.posted(3, "INV/2026/0003", "Azure", "10", "0"));

        assertThat(refused("mark", "1", "--flag")).contains("2 documents", "1 (INV/2026/0001, Bill Smith, Acme)",
                "1 (INV/2026/0099, Azure, Other)");
        assertThat(refused("mark", "INV/2026/0003", "--flag")).contains("2 documents", "Crédit Agricole",
                "--connection");
        assertThat(refused("mark", "17", "--flag")).as("an id is one of a connection")
                .contains("17 (INV/2026/0017, Overdue Collectors, Acme)", "--connection");
        assertThat(bench.book.marks(Set.of(shop, other))).isEmpty();

        done("mark", "1", "INV/2026/0003", "--connection", "Other", "--flag");
        done("mark", "INV/2026/0099", "INV/2026/0017", "--flag");

        assertThat(bench.book.marks(Set.of(shop, other)).keySet()).containsExactlyInAnyOrder(new InvoiceKey(other, 1),
                new InvoiceKey(other, 3), new InvoiceKey(shop, 17));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mark | needs to know which invoice",
        "mark 1 | Say what to write",
        "mark 1 --flag --no-flag | --flag and --no-flag exclude",
        "mark 1 --reviewed --no-reviewed | --reviewed and --no-reviewed exclude",
        "mark 1 --note x --no-note | --note and --no-note exclude",
        "mark 1 --remind 2026-12-01 --no-remind | --remind and --no-remind exclude",
        "mark 1 --note-stdin --no-note | --note and --no-note exclude",
        "mark 1 --note x --note-stdin | --note and --note-stdin exclude",
        "mark 1 --note= | no word after --note",
        "mark 1 --remind 2026-11-23 | must be later than today",
        "mark 1 --remind 12026-11-23 | not a day",
        "mark 1 --flag --flag | twice"})
    void whatCannotBeIsRefusedBeforeAnythingIsOpened(String line, String why) {
        assertThat(refused(line.split(" "))).contains(why);

        assertThat(bench.opened).isEmpty();
    }

    @Test
    void aNoteThatIsTooLongIsRefusedWithEverythingBesideIt() throws ProblemException {
        int code = bench.run("mark", "1", "2", "--flag", "--note", "x".repeat(InvoiceMark.LONGEST_NOTE + 1));

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(mark(1)).isEqualTo(InvoiceMark.NONE);
    }

    @Test
    void whereTheBooksAreNotKnownNothingIsWritten() {
        bench.book.leads.clear();

        assertThat(bench.run("mark", "1", "--flag")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("to which books this connection belongs");
    }

    @Test
    void aWindowThatIsOpenIsNotAskedToWrite() {
        bench.other = (folder, arguments, terminal) -> {
            throw new AssertionError("asked");
        };

        done("mark", "1", "--flag");
    }

    /** Where an argument is seen by every program of this computer. */
    @Test
    void aNoteOfSeveralLinesComesOnStandardInput() throws ProblemException {
        bench.terminal.stdin("\ufeffcall Anna\r\n\r\n  0171 555\r\n");

        assertThat(done("mark", "1", "2", "--note-stdin")).contains("call Anna");

        assertThat(mark(1).note()).isEqualTo("call Anna\n\n  0171 555");
        assertThat(mark(2).note()).isEqualTo(mark(1).note());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePassphraseBeforeItIsNoPartOfIt(boolean asked) throws ProblemException {
        bench.terminal.stdin("correct horse\ncall Anna\nagain");
        if (asked) {
            bench.whenOpened = prompt -> prompt.ask(PassphrasePrompt.Reason.UNLOCK, "").ifPresent(Secret::close);
        }

        done("mark", "1", "--note-stdin", "--passphrase-stdin");

        assertThat(mark(1).note()).isEqualTo("call Anna\nagain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "\n"})
    void anEmptyInputTakesNoNoteAway(String input) throws ProblemException {
        done("mark", "1", "--note", "call Anna");
        bench.terminal.stdin(input);

        assertThat(refused("mark", "1", "--note-stdin")).contains("no word of a note on standard input");

        assertThat(mark(1).note()).isEqualTo("call Anna");
    }

    @Test
    void anInputWithoutAnEndIsTooLong() throws ProblemException {
        bench.terminal.stdin(new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        });

        assertThat(refused("mark", "1", "--note-stdin")).contains("the limit is 4000");

        assertThat(mark(1)).isEqualTo(InvoiceMark.NONE);
    }

    /** Every day of the command line is read in one place. */
    @ParameterizedTest
    @CsvSource({"tomorrow, 2026-11-24", "in 3 days, 2026-11-26", "next monday, 2026-11-30", "30 Nov 2026, 2026-11-30"})
    void aReminderIsForADayInWords(String typed, LocalDate day) throws ProblemException {
        done("mark", "1", "--remind", typed);

        assertThat(mark(1).remindOn()).isEqualTo(day);
    }
}
