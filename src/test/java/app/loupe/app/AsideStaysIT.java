package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeOdoo;

/** What was set aside, or is from before a migration, goes when a connection is deleted, and not with one that never was. */
class AsideStaysIT {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";

    @TempDir
    Path temporary;

    private WholeLoupe here;

    @BeforeEach
    void begin() {
        here = new WholeLoupe(temporary.resolve("here"));
    }

    /** Lies beside the open files, as after damage and a migration. */
    private List<Path> keep() throws IOException {
        Path folder = temporary.resolve("here");
        var kept = new ArrayList<Path>();
        for (String name : List.of("invoices", "vault", "book")) {
            for (String ending : List.of(".former", ".damaged-20260401-120000")) {
                kept.add(Files.copy(folder.resolve("invoices.mv.db"), folder.resolve(name + ".mv.db" + ending)));
            }
        }
        return kept;
    }

    /** Another file has taken its place since, when this is another. */
    private Object copy() throws IOException {
        return Objects.requireNonNull(
                Files.readAttributes(temporary.resolve("here/invoices.mv.db"),
                        BasicFileAttributes.class).fileKey());
    }

    private static ConnectionProfile add(OpenLoupe loupe, String name, String password) throws ProblemException {
        try (Secret secret = Secret.ofChars(password)) {
            return loupe.connections().add(new ConnectionDetails(new Endpoint(
                    OdooAddress.parse("https://" + name + ".example.com"), "prod", "ann"), name, null, null), secret,
                    null);
        }
    }

    /** Whoever brings a history in is told how far that is, and can end it there. */
    private static void tellOfAChange(OpenLoupe loupe) throws ProblemException {
        try (FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19)) {
            odoo.books().addPartner(10, "Azure Interior");
            odoo.books().addProduct(20, "Desk");
            odoo.books().addInvoice(1, 10, "Azure Interior", "2026-02-15", 100);
            ConnectionId id = WholeLoupe.add(loupe, odoo, FakeOdoo.API_KEY).id();
            WholeLoupe.sync(loupe, id);
            odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
            odoo.books().addInvoice(9, 10, "Azure Interior", "2026-03-19", 900);
            WholeLoupe.sync(loupe, id);
        }
    }

    private static void assertThere(List<Path> kept) {
        assertThat(kept).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void aTransferThatIsCancelledTakesNoneOfThem() throws Exception {
        Path file = temporary.resolve("moved");
        try (OpenLoupe other = new WholeLoupe(temporary.resolve("other")).open();
                Secret phrase = Secret.ofChars(PHRASE)) {
            tellOfAChange(other);
            for (int number = 1; number <= 3; number++) {
                add(other, "books" + number, "key");
            }
            other.transfers().make(file, false, phrase, new CancelToken(), (done, of) -> {});
        }
        try (OpenLoupe loupe = here.open(); Secret phrase = Secret.ofChars(PHRASE)) {
            List<Path> kept = keep();
            Object before = copy();
            var cancelled = new CancelToken();

            assertThatThrownBy(() -> loupe.transfers().bring(file, phrase, cancelled,
                    (done, of) -> cancelled.cancel())).hasMessage("cancelled");

            assertThere(kept);
            assertThat(copy()).isEqualTo(before);
            assertThat(loupe.connections().list()).isEmpty();
        }
        try (OpenLoupe loupe = here.open()) {
            assertThat(loupe.warnings()).isEmpty();
            assertThat(loupe.connections().list()).isEmpty();
        }
    }

    @Test
    void anAdditionThatTheVaultRefusesTakesNoneOfThem() throws Exception {
        try (OpenLoupe loupe = here.open()) {
            List<Path> kept = keep();
            Object before = copy();

            assertThatThrownBy(() -> add(loupe, "books", "k".repeat(Secret.LONGEST_PASSWORD + 1)))
                    .hasMessage("password-too-long");

            assertThere(kept);
            assertThat(copy()).isEqualTo(before);
            assertThat(loupe.connections().list()).isEmpty();
        }
    }

    /** As when the power goes between its two files: the vault knows nothing of it. */
    @Test
    void anAdditionThatWasInterruptedTakesNoneOfThatWasSetAside() throws Exception {
        try (OpenLoupe loupe = here.open()) {
            add(loupe, "stays", "key");
        }
        Path vault = Files.createDirectory(temporary.resolve("vault"));
        move(temporary.resolve("here"), vault);
        try (OpenLoupe loupe = here.open()) {
            add(loupe, "interrupted", "key");
        }
        move(vault, temporary.resolve("here"));
        List<Path> kept = keep();
        Object before = copy();

        try (OpenLoupe loupe = here.open()) {
            assertThat(loupe.connections().list()).extracting(ConnectionProfile::name).containsExactly("stays");

            // all of it opened well: those from before a migration have had their time
            assertThere(kept.stream().filter(file -> !file.toString().endsWith(".former")).toList());
            assertThat(copy()).isEqualTo(before);

            loupe.connections().delete(loupe.connections().list().getFirst().id());
            assertThat(kept).allSatisfy(file -> assertThat(file).doesNotExist());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("vault")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
