package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.cli.CommandsOverFakes;

/** What an opening put right is told by whichever command comes first: no later one finds anything to tell. */
class ToldOnceTest {
    private static final List<String> COMMANDS = List.of("security", "security --change-key", "connections list",
            "connections test Acme", "connections edit Acme --name New", "connections remove Acme --yes",
            "invoices", "sync", "notes", "check");

    private final CommandsOverFakes bench = new CommandsOverFakes();

    static Stream<Arguments> commandsAndFindings() {
        return COMMANDS.stream().flatMap(command -> Stream.of(ProblemCode.VAULT_MENDED, ProblemCode.STORE_RESTORED,
                ProblemCode.STORE_DAMAGED, ProblemCode.BOOK_RESTORED, ProblemCode.BOOK_LOST).map(
                        code -> Arguments.of(command, code)));
    }

    @ParameterizedTest
    @MethodSource("commandsAndFindings")
    void everyCommandTellsWhatTheOpeningPutRight(String command, ProblemCode code) throws Exception {
        bench.connections.put("aaaa1111", "Acme", null);
        bench.warnings.add(Problem.of(code, "told-here"));

        bench.run((command + " --json").split(" ", -1));

        assertThat(bench.terminal.messages()).containsOnlyOnce("{\"code\":\"" + EnumKey.of(code) + "\",");
    }
}
