package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.Stamp;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeInvoices;
import testkit.FxStage;

/** What is marked and leaves the list for it gives way to the next; what leaves it for another question to none. */
class GoingOnFxTest extends MarkedInvoices {
    private static final String THREE = "INV/2026/01180";

    private InvoicesView threeNewOnes() {
        copy.book().note(FakeInvoices.ACME, Stamp.NEVER, List.of(came(ONE), came(TWO), came(THREE)));
        InvoicesView screen = show(copy);
        FxStage.run(() -> screen.model().choice().become(FilterChoice.State.INBOX));
        waitFor(screen, 3);
        open(screen, ONE);
        FxStage.until(() -> mark(ONE).opened());
        FxStage.run(() -> table(screen).requestFocus());
        return screen;
    }

    private InvoiceChange came(String number) {
        return new InvoiceChange(copy.key(number).id(), number, 1, 2, FakeInvoices.SYNCED, Kind.NEW,
                InvoiceField.PRESENCE, 0, "", "", false);
    }

    @ParameterizedTest
    @EnumSource(value = KeyCode.class, names = {"F", "M", "D"})
    void anotherSearchOpensNothing(KeyCode mark) {
        InvoicesView screen = threeNewOnes();
        key(screen, mark);

        type(screen, TWO);
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly(TWO);
        assertThat(FxStage.on(() -> screen.model().selected().get())).isNull();
        assertThat(mark(TWO).opened()).as("still new").isFalse();
    }

    @Test
    void anotherFilterOpensNothing() {
        InvoicesView screen = threeNewOnes();
        key(screen, KeyCode.F);

        // another one is left: an empty list would have none to open
        FxStage.run(() -> screen.model().choice().currency().set("USD"));
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly(TWO);
        assertThat(FxStage.on(() -> screen.model().selected().get())).isNull();
        FxStage.run(() -> screen.model().choice().currency().set(""));
        waitFor(screen, 3);
        assertThat(List.of(mark(TWO).opened(), mark(THREE).opened())).containsOnly(false);
    }

    /** The owner is elsewhere by then. */
    @Test
    void whatIsOpenedAfterwardsLeavesNothingBehind() {
        InvoicesView screen = threeNewOnes();
        key(screen, KeyCode.F);
        FxStage.until(() -> mark(ONE).flagged());
        open(screen, TWO);
        FxStage.until(() -> mark(TWO).opened());

        copy.remove(copy.key(TWO));
        FxStage.run(screen::refresh);
        FxStage.until(() -> !numbersHere(screen).contains(TWO));

        assertThat(FxStage.on(() -> screen.model().selected().get())).isNull();
        assertThat(mark(THREE).opened()).isFalse();
    }

    @Test
    void whatLeavesForItsMarkStillGivesWay() {
        InvoicesView screen = threeNewOnes();
        key(screen, KeyCode.V);

        waitFor(screen, 2);
        FxStage.until(() -> screen.model().selected().get() != null);
        assertThat(FxStage.on(() -> Objects.requireNonNull(screen.model().selected().get()).row().number()))
                .isEqualTo(TWO);
    }

    private static List<String> numbersHere(InvoicesView screen) {
        return table(screen).getItems().stream().map(row -> row.row().number()).toList();
    }
}
