package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;

/** {@code loupe security --change-key}: changes the key and then checks. */
class SecurityCommandTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final AtomicInteger changes = new AtomicInteger();

    @BeforeEach
    void begin() {
        bench.keyChange = () -> {
            changes.incrementAndGet();
            return Optional.empty();
        };
        bench.securityChecks = () -> List.of(new SecurityCheck(Promise.KEY_IS_ELSEWHERE, Outcome.PASS,
                List.of("the keyring", changes.get() > 0 ? "today" : "long ago"), List.of()));
    }

    @Test
    void withoutTheOptionTheKeyStays() {
        assertThat(bench.run("security")).isZero();

        assertThat(changes).hasValue(0);
        assertThat(bench.terminal.output()).contains("long ago");
    }

    @Test
    void changesTheKeySaysWhatThatCannotDoAndChecksAfterwards() {
        assertThat(bench.run("security", "--change-key")).isZero();

        assertThat(changes).hasValue(1);
        assertThat(bench.terminal.output()).startsWith("The key was changed").contains("in Odoo", "made today")
                .doesNotContain("long ago");
        assertThat(bench.terminal.messages()).isEmpty();
        assertThat(bench.closed).isOne();
    }

    @Test
    void asJsonSaysWhetherItWasChanged() {
        assertThat(bench.run("security", "--change-key", "--json")).isZero();

        assertThat(bench.terminal.output()).startsWith("{\"key_changed\":true}\n{\"promise\":\"key-is-elsewhere\"");
    }

    @Test
    void aKeyringThatTakesNoPartIsToldAndIsNoSuccess() {
        bench.keyChange = () -> Optional.of(Problem.of(ProblemCode.KEY_CHANGE_PENDING));

        assertThat(bench.run("security", "--change-key")).isEqualTo(4);
        assertThat(bench.terminal.messages()).contains("The change of the key is not finished");
        assertThat(bench.terminal.output()).contains("made long ago").doesNotContain("The key was changed");

        assertThat(bench.run("security", "--change-key", "--json")).isEqualTo(4);
        assertThat(bench.terminal.output()).contains("{\"key_changed\":false}");
        assertThat(bench.terminal.messages()).contains("\"code\":\"key-change-pending\"");
    }

    @Test
    void aFullDiskIsToldAndNothingIsChecked() {
        bench.keyChange = () -> {
            throw ProblemException.of(ProblemCode.DISK_FULL, "vault.mv.db");
        };

        assertThat(bench.run("security", "--change-key")).isEqualTo(2);
        assertThat(bench.terminal.output()).isEmpty();
    }

    @Test
    void whereNothingIsThereIsNoKeyToChange() {
        bench.free = folder -> true;

        assertThat(bench.run("security", "--change-key")).isEqualTo(2);

        assertThat(changes).hasValue(0);
        assertThat(bench.opened).isEmpty();
    }
}
