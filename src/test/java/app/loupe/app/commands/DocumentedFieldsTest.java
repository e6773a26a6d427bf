package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import app.loupe.review.Counting;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.FakeRows;
import testkit.TradingCopy;
import testkit.cli.CommandsOverFakes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields that docs/commands.md promises to stay are those that are written, in this order. */
class DocumentedFieldsTest {
    private static final String BOTH = "both";
    private static final String CSV = "CSV";
    private static final String LINES = "JSON Lines";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final Map<String, List<String>> written = new LinkedHashMap<>();

    @BeforeEach
    void books() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        Shelf shelf = copy.shelf();
        bench.copy = copy;
        bench.shelves = () -> shelf;
        bench.rowSelection = (ids, query, order, removedToo) -> new RowSelection.Selected(InvoiceQuery.EMPTY,
                FakeRows.listed(copy.rows(ids).stream().filter(row -> removedToo || Counting.counts(row)).toList()));
        bench.connections.put(FakeInvoices.ACME.value(), FakeInvoices.profile().name(), FakeInvoices.SYNCED);
        bench.book.leadsTo(FakeInvoices.ACME, new BookId("https://acme.example", "acme"));
        bench.book.note(FakeInvoices.ACME, Stamp.NEVER, List.of(new InvoiceChange(1, "INV/1", 1, 2,
                FakeInvoices.SYNCED, InvoiceChange.Kind.CHANGED, InvoiceField.PRICE_UNIT, 70, "10", "12", true)));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    private static List<String> heads(String csv) {
        return List.of(csv.replace("\ufeff", "").lines().findFirst().orElseThrow().split(",", -1));
    }

    private JsonNode first(String... arguments) {
        return JsonMapper.builder().build().readTree(output(arguments).lines().findFirst().orElseThrow());
    }

    private static String[] with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private void list(String name, String... arguments) {
        List<String> typed = arguments.length == 0 ? List.of(name.split(" ", -1)) : List.of(arguments);
        List<String> csv = heads(output(with(typed, "--format", "csv")));
        List<String> json = List.copyOf(first(with(typed, "--format", "jsonl")).propertyNames());
        if (csv.equals(json)) {
            written.put(name + ", " + BOTH, csv);
        } else {
            written.put(name + ", " + CSV, csv);
            written.put(name + ", " + LINES, json);
        }
    }

    private void answer(String name, String... arguments) {
        written.put(name + ", " + LINES, List.copyOf(first(with(List.of(arguments), "--json")).propertyNames()));
    }

    private void files(String of) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(of))) {
            for (Path file : all.filter(file -> file.toString().endsWith(".csv")).sorted().toList()) {
                written.put(of + "/" + file.getFileName() + ", " + CSV, heads(Files.readString(file)));
            }
        }
    }

    /** What the table says, by the name in its first column and the form in its second. */
    private static Map<String, List<String>> documented() throws IOException {
        var documented = new LinkedHashMap<String, List<String>>();
        List<String> lines = Files.readAllLines(Path.of("docs/commands.md"));
        for (String line : lines.subList(lines.indexOf("## Fields"), lines.size())) {
            String[] cells = line.split(" \\| ", -1);
            if (cells.length == 3 && cells[0].contains("`")) {
                for (String name : codes(cells[0])) {
                    documented.put(name + ", " + cells[1], codes(cells[2]));
                }
            }
        }
        return documented;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map((MatchResult found) -> found.group(1)).toList();
    }

    /** Where the help of a command names its fields, it names them all, in every language. */
    @Test
    void theHelpNamesEveryField() throws IOException {
        Map<String, List<String>> documented = documented();
        for (String language : List.of("", "de", "fr", "es", "nl")) {
            ResourceBundle words = ResourceBundle.getBundle("app.loupe.text.commandline",
                    language.isEmpty() ? Locale.ROOT : Locale.of(language));
            List<String> helps = words.keySet().stream().filter(key -> words.getString(key).contains(" connection_id,"))
                    .toList();
            assertThat(helps).hasSize(3).allSatisfy(key -> {
                List<String> named = List.of(words.getString(key).split("[^a-z_]+", -1));
                String command = key.split("\\.", -1)[1];
                List<String> fields = Objects.requireNonNull(documented.get(command + ", " + BOTH), key);
                assertThat(named).as(key).containsAll(fields.stream()
                        .filter(field -> !field.endsWith("_currency")).toList());
            });
        }
    }

    @Test
    void theTableNamesTheFieldsOfEveryCommandInTheirOrder() throws IOException {
        list("invoices");
        list("invoices --lines");
        written.put("invoices --lines, " + LINES, List.copyOf(
                first("invoices", "--journal-items", "--json").get("lines").get(0).propertyNames()));
        assertThat(heads(output("invoices", "--journal-items", "--format", "csv")))
                .isEqualTo(written.get("invoices --lines, " + CSV));
        list("payments");
        list("customers");
        list("vendors");
        list("statement", "statement", first("customers", "--json").get("partner_id").asString());
        list("aged");
        list("aged --rows");
        list("products");
        list("products --by partner");
        list("check");
        list("changes");
        list("overview");
        answer("mark", "mark", "INV/2026/00758", "--flag");
        list("notes");
        answer("connections list", "connections", "list");
        answer("export", "export", "--archive", "--from", "2026-10-01", "--to", "2026-10-31", "--output",
                folder.resolve("archive").toString());
        files("archive");
        output("export", "--pack", "2026-10", "--output", folder.resolve("pack").toString());
        files("pack");

        Map<String, List<String>> documented = documented();
        var wrong = new ArrayList<String>();
        written.forEach((name, fields) -> {
            if (!fields.equals(documented.get(name))) {
                wrong.add("| `" + name.replace(", ", "` | ") + " | `" + String.join("`, `", fields) + "` |");
            }
        });
        assertThat(wrong).as("rows that the table lacks or has otherwise").isEmpty();
        assertThat(documented.keySet()).as("rows of what is not written")
                .containsExactlyInAnyOrderElementsOf(written.keySet());
    }
}
