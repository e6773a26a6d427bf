package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Stamp;
import app.loupe.domain.Transfers;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.SecretField;
import app.loupe.ui.common.Wording;
import app.loupe.ui.transfer.BringTransferCard;
import app.loupe.ui.transfer.MakeTransferCard;
import app.loupe.ui.transfer.TransferPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** Cancel while a transfer file is written, and while one is read: the work is held in its middle, in all of Loupe. */
class TransferCancelFxTest {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";
    private static final int CHANGES = 3;

    @TempDir
    Path temporary;

    private final Wording wording = Wording.of(WholeLoupe.TEXTS, WholeLoupe.CLOCK);
    private final List<String> closings = new ArrayList<>();
    private OpenLoupe here;
    private OpenLoupe there;

    @BeforeEach
    void twoComputers() throws ProblemException {
        here = new WholeLoupe(temporary.resolve("here")).open();
        there = new WholeLoupe(temporary.resolve("there")).open();
        try (Secret secret = Secret.ofChars("api-key")) {
            ConnectionId id = here.connections().add(new ConnectionDetails(
                    new Endpoint(OdooAddress.parse("https://erp.example.com"), "prod", "ann"), "Acme", null, null),
                    secret, null).id();
            here.book().leadsTo(id, new BookId("https://erp.example.com", "prod"));
            var changes = new ArrayList<InvoiceChange>();
            for (int invoice = 1; invoice <= CHANGES; invoice++) {
                changes.add(new InvoiceChange(invoice, "INV/2026/" + invoice, 1, 3, WholeLoupe.CLOCK.instant(),
                        InvoiceChange.Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, 0, "1.00", "2.00", true));
            }
            here.book().note(id, Stamp.NEVER, changes);
        }
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private Path file() {
        return temporary.resolve("moved.transfer");
    }

    /** The work of one Loupe, which waits when the first change of the history is through, until it is cancelled. */
    private static final class Held implements Transfers {
        final CountDownLatch reached = new CountDownLatch(1);
        private final Transfers real;

        Held(Transfers real) {
            this.real = real;
        }

        private Watcher holding(CancelToken cancel) {
            var cancelled = new CountDownLatch(1);
            cancel.onCancel(cancelled::countDown);
            return (done, of) -> {
                reached.countDown();
                try {
                    assertThat(cancelled.await(2, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        }

        @Override
        public Made make(Path file, boolean overwrite, Secret passphrase, CancelToken cancel, Watcher watcher)
                throws ProblemException {
            return real.make(file, overwrite, passphrase, cancel, holding(cancel));
        }

        @Override
        public Brought bring(Path file, Secret passphrase, CancelToken cancel, Watcher watcher)
                throws ProblemException {
            return real.bring(file, passphrase, cancel, holding(cancel));
        }
    }

    private Parent shown(Transfers transfers, Function<TransferPorts, Card> made) {
        var files = new FileChooserPort() {
            @Override
            public Optional<Path> chooseToSave(String title, Path proposed) {
                return Optional.of(file());
            }

            @Override
            public Optional<Path> chooseToOpen(String title) {
                return Optional.of(file());
            }
        };
        var ports = new TransferPorts(transfers, files, () -> PHRASE, () -> closings.add("anew"));
        return Fx.get(() -> {
            Card card = made.apply(ports);
            new Scene(card.view());
            card.opened();
            return Fx.laidOut(card.view());
        });
    }

    private Background background() {
        return new Background(Thread::startVirtualThread, problem -> closings.add(problem.code().key()));
    }

    private static void press(Parent card, String button) {
        Fx.run(() -> ((ButtonBase) Objects.requireNonNull(Fx.laidOut(card).lookup(button))).fire());
    }

    private static String text(Parent card, String selector) {
        return ((Labeled) Objects.requireNonNull(Fx.laidOut(card).lookup(selector))).getText();
    }

    /** Waits until the work is in its middle, cancels it, and waits until it was taken back. */
    private static void cancelled(Held held, Parent card) throws InterruptedException {
        assertThat(held.reached.await(2, TimeUnit.MINUTES)).isTrue();
        press(card, "#transfer-cancel");
        Fx.await("stopped", () -> text(card, "#transfer-note").equals("Stopped. Nothing was changed."));
        assertThat(Fx.get(() -> Objects.requireNonNull(card.lookup("#transfer-bar")).isVisible())).isFalse();
        assertThat(Fx.get(() -> Objects.requireNonNull(card.lookup("#transfer-cancel")).isDisabled())).isFalse();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(Files::isRegularFile).map(one -> one.getFileName().toString()).toList();
        }
    }

    @Test
    void nothingStaysOfAFileThatWasBeingMade() throws Exception {
        var held = new Held(here.transfers());
        Parent card = shown(held, ports -> new MakeTransferCard(ports, background(), wording,
                () -> closings.add("closed")));

        press(card, "#transfer-go");
        cancelled(held, card);

        assertThat(files()).isEmpty();
        assertThat(closings).as("the card stays, for another try").isEmpty();
        boolean phrase = Fx.get(() -> card.lookup("#transfer-phrase") != null);
        assertThat(phrase).as("no passphrase of a file that is not there").isFalse();
        press(card, "#transfer-cancel");
        assertThat(closings).containsExactly("closed");
    }

    /** One that is there is replaced when the new one is whole, and not before. */
    @Test
    void aFileThatWasToBeReplacedStays() throws Exception {
        Files.writeString(file(), "mine");
        var held = new Held(here.transfers());
        Parent card = shown(held, ports -> new MakeTransferCard(ports, background(), wording,
                () -> closings.add("closed")));

        press(card, "#transfer-go");
        cancelled(held, card);

        assertThat(files()).containsExactly("moved.transfer");
        assertThat(file()).hasContent("mine");
    }

    @Test
    void nothingStaysOfAFileThatWasBeingBroughtIn() throws Exception {
        try (Secret phrase = Secret.ofChars(PHRASE)) {
            here.transfers().make(file(), false, phrase, new CancelToken(), (done, of) -> {});
        }
        var held = new Held(there.transfers());
        Parent card = shown(held, ports -> new BringTransferCard(ports, background(), wording,
                () -> closings.add("closed")));
        press(card, "#transfer-choose");
        Fx.run(() -> ((SecretField) Objects.requireNonNull(card.lookup("#transfer-typed"))).setText(PHRASE));

        press(card, "#transfer-go");
        cancelled(held, card);

        assertThat(there.connections().list()).isEmpty();
        assertThat(((MovedBooks) there.book()).contents()).isEqualTo(new MovedBooks.Contents(List.of(), 0));
        press(card, "#transfer-cancel");
        assertThat(closings).as("the window need not open anew").containsExactly("closed");
    }
}
