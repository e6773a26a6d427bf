package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import app.loupe.domain.Secret;
import app.loupe.settings.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeOdoo;
import testkit.cli.ScriptedTerminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line from its arguments to the socket and back to JSON Lines and exit codes. */
class CommandLineIT {
    @TempDir
    private Path folder;

    private final FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19);
    private ScriptedTerminal terminal = new ScriptedTerminal();

    @AfterEach
    void stop() {
        odoo.close();
    }

    private int run(WholeLoupe bench, String stdin, String... arguments) {
        terminal = new ScriptedTerminal().stdin(stdin);
        return new Main(terminal, LastWords.read(terminal.err(), WholeLoupe.TEXTS), WholeLoupe.TEXTS,
                new Surroundings("Linux", Map.of(), folder), shown -> true,
                bench.opener()).run(arguments);
    }

    private int add(WholeLoupe bench, String key) {
        return run(bench, key + "\n", "connections", "add", "--url", odoo.address().url(), "--database",
                FakeOdoo.DATABASE, "--username", FakeOdoo.USER, "--trust-fingerprint", odoo.pin().sha256(), "--name",
                "Books", "--secret-stdin");
    }

    @Test
    void addSyncAndInvoicesGiveTheBooksOfTheServer() {
        odoo.books().addPartner(10, "Azure Interior");
        for (int id = 1; id <= 4; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-02-0" + id, 100 * id);
        }
        var bench = new WholeLoupe(folder);

        assertThat(add(bench, FakeOdoo.API_KEY)).isZero();
        assertThat(run(bench, "", "sync")).isZero();
        assertThat(run(bench, "", "invoices", "--journal-items", "--format", "jsonl")).isZero();

        var json = new JsonMapper();
        List<JsonNode> lines = terminal.output().lines().map(json::readTree).toList();
        assertThat(lines).hasSize(4).allSatisfy(line -> {
            int id = line.path("id").asInt();
            assertThat(line.path("name").asString()).isEqualTo("INV/2026/0000" + id);
            assertThat(line.path("partner").asString()).isEqualTo("Azure Interior");
            assertThat(line.path("partner_id").asInt()).isEqualTo(10);
            assertThat(line.path("invoice_date").asString()).isEqualTo("2026-02-0" + id);
            assertThat(line.path("amount_untaxed").asString()).isEqualTo(100 * id + ".00");
            assertThat(line.path("amount_tax").asString()).isEqualTo(21 * id + ".00");
            assertThat(line.path("amount_total").asString()).isEqualTo(121 * id + ".00");
            assertThat(line.path("lines")).hasSize(3);
            assertThat(line.path("lines").path(0).path("price_subtotal").asString()).isEqualTo(100 * id + ".00");
        });
        assertThat(lines).extracting(line -> line.path("id").asInt()).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void aCertificateThatIsNotTheTrustedOneIsShownWhereverItIsMet() throws Exception {
        var bench = new WholeLoupe(folder);
        assertThat(add(bench, FakeOdoo.API_KEY)).isZero();
        try (var loupe = bench.open(); Secret key = Secret.ofChars(FakeOdoo.API_KEY)) {
            var details = new ConnectionDetails(odoo.endpoint(), "", new CertificatePin("ab".repeat(32)), null);
            loupe.connections().edit(loupe.connections().list().getFirst().id(), details, null, key, new CancelToken());
        }

        for (String command : List.of("sync", "connections test Books", "doctor Books")) {
            assertThat(run(bench, "", command.split(" ", -1))).as(command).isEqualTo(3);
            assertThat(terminal.output() + terminal.messages()).as(command)
                    .contains("localhost:" + odoo.port() + " is not the one you trusted")
                    .containsOnlyOnce("The server shows " + odoo.pin().display());
        }
    }

    @Test
    void aFirstConnectionThatIsRefusedLeavesNothingBehind() {
        Path fresh = folder.resolve("fresh");
        var bench = new WholeLoupe(fresh);

        assertThat(add(bench, FakeOdoo.API_KEY.replace('5', '6'))).as("a wrong key").isEqualTo(3);
        assertThat(add(bench, "x".repeat(255))).as("a key that cannot be kept").isEqualTo(2);
        assertThat(run(bench, "key\n", "connections", "add", "--url", "https://localhost:1", "--username", "ann",
                "--secret-stdin")).as("no server").isEqualTo(3);
        assertThat(fresh).doesNotExist();
        assertThat(bench.keyring.load(new InstallId("11111111-2222-3333-4444-555555555555")))
                .isInstanceOf(KeyState.Absent.class);

        assertThat(add(bench, FakeOdoo.API_KEY)).isZero();
        assertThat(fresh.resolve("vault.mv.db")).exists();
    }

    @Test
    void aPasswordThatCannotBeKeptIsNotSent() {
        var bench = new WholeLoupe(folder);

        assertThat(add(bench, "x".repeat(255))).isEqualTo(2);
        assertThat(terminal.messages()).contains("This password is too long");
        assertThat(add(bench, "x".repeat(6_000))).isEqualTo(2);
        assertThat(terminal.messages()).contains("more than 4,096 characters");

        assertThat(add(bench, "x".repeat(254))).as("the server refuses it").isEqualTo(3);
    }

    @Test
    void eachExitCodeComesFromTheRealThing() {
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addInvoice(1, 10, "Azure Interior", "2026-02-01", 100);
        var bench = new WholeLoupe(folder);
        assertThat(run(bench, "", "sync", "nothing-of-that-name")).as("the command").isEqualTo(2);
        assertThat(add(bench, FakeOdoo.API_KEY.replace('5', '6'))).as("the server said no").isEqualTo(3);
        run(bench, "", "connections", "list");
        assertThat(terminal.output()).doesNotContain("Books");
        assertThat(add(bench, FakeOdoo.API_KEY)).as("done").isZero();
        odoo.books().set("account.move", 1, "amount_total", "a lot");
        assertThat(run(bench, "", "sync")).as("in part").isEqualTo(1);

        bench.keyring.answer(new KeyState.Locked());

        assertThat(run(bench, "", "invoices")).as("the vault").isEqualTo(4);
        assertThat(terminal.messages()).contains("keyring is locked");
    }
}
