package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SecurityCheck;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What stands beside the names of pages is of the connections that are chosen, whichever page is seen. */
class SidebarCountsFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.reader.withProducts(WindowSamples.ACME, 1_208);
        kit.withEveryPage = true;
        kit.openLoaded();
        kit.press("#nav-synclog");
        awaitAside("customers", "5");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private String aside(String page) {
        Node entry = kit.find("#nav-" + page);
        return entry != null && entry.lookup(".nav-aside") instanceof Label label ? label.getText() : "?";
    }

    private void awaitAside(String page, String text) {
        Fx.await(page + " " + text, () -> aside(page).equals(text));
    }

    private void choose(int row) {
        Fx.run(() -> kit.findAll(".connection-line").get(row).fireEvent(Clicks.primary()));
    }

    @Test
    void customersAndVendorsAreCountedOfTheChosenConnectionWhileAnotherPageIsSeen() {
        choose(1);
        assertThat(Fx.get(() -> List.of(aside("customers"), aside("vendors")))).as("at once").containsExactly("", "");

        choose(0);
        awaitAside("customers", "5");
        awaitAside("vendors", "1");
    }

    @Test
    void productsAreCountedAsInvoicesAreBeforeAnybodyGoesToTheirPage() {
        awaitAside("products", "1,208");

        choose(1);
        awaitAside("products", "");
        choose(0);
        awaitAside("products", "1,208");
    }

    @Test
    void theyAreThoseThatAreLeftOnceAConnectionIsDeleted() {
        kit.press(".connection-delete");
        kit.press("#delete-yes");

        awaitAside("customers", "");
    }

    @Test
    void promisesAreCheckedAnewWhenAConnectionIsGone() {
        awaitAside("security", "All checks pass");
        kit.checks = List.of(new SecurityCheck(SecurityCheck.Promise.ONLY_READ, SecurityCheck.Outcome.PASS,
                List.of("read", "4", "1", "1"), List.of()),
                new SecurityCheck(SecurityCheck.Promise.ONLY_TLS, SecurityCheck.Outcome.NOT_YET, List.of(), List.of()));

        choose(1);
        kit.press(".connection-delete");
        kit.press("#delete-yes");

        awaitAside("security", "1 passes so far");
    }

    @Test
    void promisesAreCheckedAnewAfterARunOfAConnectionThatIsNotChosen() {
        awaitAside("security", "All checks pass");
        kit.press("#nav-invoices");
        kit.press("#sync-button");
        Fx.await("runs", () -> kit.sync.started.contains(WindowSamples.ACME));
        choose(1);
        kit.checks = List.of(new SecurityCheck(SecurityCheck.Promise.ONLY_TLS, SecurityCheck.Outcome.NOT_YET,
                List.of(), List.of()));

        kit.connections.change(
                kit.connections.list().getFirst().verified(new Verification(Instant.EPOCH, null, Verified.NONE)));
        kit.sync.end();

        awaitAside("security", "Nothing checked yet");
    }
}
