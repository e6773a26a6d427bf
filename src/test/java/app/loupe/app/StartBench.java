package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemException;
import app.loupe.settings.DataFolder;
import app.loupe.settings.Surroundings;
import app.loupe.settings.SystemAccounts;
import app.loupe.vault.PassphraseHolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.BuiltProgram;
import testkit.Cpu;
import testkit.FakeKeyHolder;
import testkit.FakeOdoo;
import testkit.ManyInvoices;
import testkit.Measured;
import testkit.ScriptedPrompt;

/** What a command of the built program costs from its start to its end, against {@code loupe --version}. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the CPU of a child that has ended is read from a file of the kernel")
class StartBench {
    private static final String PASSPHRASE = "otter gravel sunday kettle violin marsh tango lemon pickle";
    private static final int INVOICES = 5_000;
    private static final int ROUNDS = 5;

    @TempDir
    private Path temp;

    private BuiltProgram program;

    @BeforeEach
    void demandTheProgram() throws Exception {
        assertThat(BuiltProgram.SCRIPT).as("made by the package phase").isExecutable();
        program = new BuiltProgram(Files.createDirectory(temp.resolve("home")));
    }

    @Test
    void a_command_costs_little_more_than_starting() throws Exception {
        Path full = temp.resolve("full");
        fill(full);
        var version = new ArrayList<Long>();
        var empty = new ArrayList<Long>();
        var list = new ArrayList<Long>();
        var query = new ArrayList<Long>();
        // in turns, so that a machine that is busy for a while favours none
        for (int round = 0; round < ROUNDS; round++) {
            version.add(program.run("", "--version").ticks());
            // the usual folder, which is not there: one that is named and holds nothing is refused
            empty.add(program.run("", "connections", "list").ticks());
            list.add(run(full, "connections", "list").ticks());
            BuiltProgram.Ran overdue = run(full, "invoices", "--query", "status:overdue", "--format", "jsonl");
            assertThat(overdue.output().lines()).hasSize(INVOICES / 10);
            query.add(overdue.ticks());
        }
        double start = Cpu.median(version);
        Measured.ratio("connections list, no folder: CPU against --version", Cpu.median(empty) / start, 4);
        Measured.ratio("connections list, 5,000 invoices: CPU against --version", Cpu.median(list) / start, 11);
        Measured.ratio("invoices, overdue of 5,000: CPU against --version", Cpu.median(query) / start, 13);
    }

    private BuiltProgram.Ran run(Path folder, String... command) throws Exception {
        var arguments = new ArrayList<String>(List.of(command));
        arguments.addAll(List.of("--data-dir", folder.toString(), "--passphrase-stdin"));
        return program.run(PASSPHRASE + "\n", arguments.toArray(String[]::new));
    }

    /** As a first sync leaves it, under a passphrase. */
    private static void fill(Path folder) throws Exception {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19); OpenLoupe loupe = open(folder)) {
            ManyInvoices.fill(odoo.books(), INVOICES, Instant.parse("2026-03-20T08:00:00Z"));
            WholeLoupe.sync(loupe, WholeLoupe.add(loupe, odoo, FakeOdoo.API_KEY).id());
        }
    }

    private static OpenLoupe open(Path folder) throws ProblemException {
        FakeKeyHolder none = FakeKeyHolder.keyring();
        none.answer(new KeyState.Unavailable("not in this session"));
        DataFolder opened = DataFolder.open(folder);
        var passphrase = new PassphraseHolder(opened.path().resolve("passphrase.vault"),
                new ScriptedPrompt(PASSPHRASE));
        return OpenLoupe.open(opened, SystemAccounts.current(Surroundings.current()), none, passphrase,
                Clock.systemUTC(), WholeLoupe.TEXTS);
    }
}
