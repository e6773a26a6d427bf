package app.loupe.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.KeyState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import app.loupe.unlock.KeysetJudge.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpeningDecisionTest {
    private static final Secret KEYSET = Secret.owning(new byte[] {1});

    record Row(KeyState state, StoreState store, Fit fit, OpeningDecision expected) {
        OpeningDecision decided() {
            return OpeningDecision.decide(state, store, keyset -> fit);
        }

        String cell() {
            return state.getClass().getSimpleName() + "/" + store;
        }
    }

    static Stream<Row> table() {
        var present = new KeyState.Present(KEYSET);
        var open = new OpeningDecision.Open(KEYSET);
        List<Row> rows = new ArrayList<>();
        for (StoreState store : StoreState.values()) {
            rows.add(new Row(present, store, Fit.FITS, open));
            rows.add(new Row(present, store, Fit.FOREIGN, refuse(ProblemCode.KEY_FOREIGN)));
            rows.add(new Row(present, store, Fit.UNREADABLE, refuse(ProblemCode.KEY_UNREADABLE)));
            for (Fit fit : Fit.values()) {
                rows.add(new Row(new KeyState.Locked(), store, fit, new OpeningDecision.AskAgain()));
                rows.add(new Row(new KeyState.Denied(), store, fit, refuse(ProblemCode.KEYRING_DENIED)));
                rows.add(new Row(new KeyState.Slow(), store, fit, refuse(ProblemCode.KEYRING_SLOW)));
                rows.add(new Row(new KeyState.Unreadable("x"), store, fit, refuse(ProblemCode.KEY_UNREADABLE)));
            }
        }
        for (Fit fit : Fit.values()) {
            rows.add(new Row(new KeyState.Absent(), StoreState.EMPTY, fit, new OpeningDecision.CreateKey()));
            rows.add(new Row(new KeyState.Absent(), StoreState.EXISTS, fit, refuse(ProblemCode.KEY_MISSING)));
            rows.add(new Row(new KeyState.Unavailable("no bus"), StoreState.EMPTY, fit,
                    new OpeningDecision.OfferPassphrase()));
            rows.add(new Row(new KeyState.Unavailable("no bus"), StoreState.EXISTS, fit,
                    refuse(ProblemCode.KEYRING_UNAVAILABLE)));
        }
        return rows.stream();
    }

    private static OpeningDecision refuse(ProblemCode code) {
        return new OpeningDecision.Refuse(Problem.of(code));
    }

    @ParameterizedTest
    @MethodSource("table")
    void decidesAsTheTableSays(Row row) {
        assertThat(row.decided()).isEqualTo(row.expected());
    }

    @Test
    void theTableHasEveryKindOfAnswerInEveryStore() {
        long kinds = KeyState.class.getPermittedSubclasses().length;

        long inTable = table().map(Row::cell).distinct().count();

        assertThat(inTable).isEqualTo(kinds * StoreState.values().length);
    }

    @Test
    void makesANewKeyInOneCellOnly() {
        var cells = table().filter(row -> row.decided() instanceof OpeningDecision.CreateKey).map(Row::cell).distinct();

        assertThat(cells).containsExactly("Absent/EMPTY");
    }

    @Test
    void asksTheJudgeOnlyAboutAKeysetThatIsThere() {
        KeysetJudge never = keyset -> {
            throw new AssertionError("asked without a keyset");
        };

        assertThat(OpeningDecision.decide(new KeyState.Absent(), StoreState.EMPTY, never))
                .isInstanceOf(OpeningDecision.CreateKey.class);
    }

    @Test
    void aStoreExistsWithAnyRowOrAnySealedFact() {
        assertThat(StoreState.of(0, Map.of())).isEqualTo(StoreState.EMPTY);
        assertThat(StoreState.of(1, Map.of())).isEqualTo(StoreState.EXISTS);
        assertThat(StoreState.of(0, Map.of(VaultFact.STORE_KEY, "x"))).isEqualTo(StoreState.EXISTS);
        assertThat(StoreState.of(0, Map.of(VaultFact.CHECK_VALUE, "x"))).isEqualTo(StoreState.EXISTS);
        assertThat(StoreState.of(0, Map.of(VaultFact.LAST_DELETION, "x", VaultFact.KEY_CREATED, "x")))
                .isEqualTo(StoreState.EMPTY);
    }
}
