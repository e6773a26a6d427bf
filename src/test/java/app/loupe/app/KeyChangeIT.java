package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import app.loupe.store.VaultFile;
import app.loupe.vault.SealedVault;
import app.loupe.vault.VaultOpener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeKeyHolder;

/** Another master key over real files: copy and book open as before, and an old vault file does not. */
class KeyChangeIT {
    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("loupe");
    }

    private static String day(OpenLoupe loupe) throws ProblemException {
        return loupe.checks().run().stream().filter(check -> check.promise() == Promise.KEY_IS_ELSEWHERE)
                .map(check -> check.parameters().get(1)).findFirst().orElseThrow();
    }

    @Test
    void copyNotesAndConnectionsOpenAsBeforeAndAnOlderFolderDoesNot() throws Exception {
        var bench = new WholeLoupe(folder());
        Path older = temporary.resolve("older");
        ConnectionId sample;
        InvoiceKey invoice;
        try (OpenLoupe loupe = bench.open()) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
            invoice = WholeLoupe.rows(loupe, sample).getFirst().key();
            loupe.notes().mark(Map.of(invoice, new MarkAct.Note("asked Ann")));
        }
        Files.createDirectory(older);
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.copy(file, older.resolve(file.getFileName()));
            }
        }

        var later = new WholeLoupe(folder(), Clock.offset(WholeLoupe.CLOCK, Duration.ofDays(30)), bench.keyring);
        int invoices;
        try (OpenLoupe loupe = later.open()) {
            String before = day(loupe);
            assertThat(loupe.changeKey()).isEmpty();

            assertThat(day(loupe)).isNotEqualTo(before);
            WholeLoupe.sync(loupe, sample);
            invoices = WholeLoupe.rows(loupe, sample).size();
        }
        try (OpenLoupe loupe = later.open()) {
            assertThat(loupe.warnings()).isEmpty();
            assertThat(loupe.connections().list()).extracting(ConnectionProfile::id).containsExactly(sample);
            assertThat(WholeLoupe.rows(loupe, sample)).hasSize(invoices);
            assertThat(Objects.requireNonNull(loupe.notes().marks(Set.of(sample)).get(invoice)).note())
                    .contains("asked Ann");
            assertThat(loupe.examine()).isEmpty();
        }
        var copy = new WholeLoupe(older, WholeLoupe.CLOCK, bench.keyring);
        assertThat(catchThrowableOfType(ProblemException.class, copy::open).problem().code())
                .isEqualTo(ProblemCode.KEY_FOREIGN);
    }

    /** The vault file, but that it takes no wish for another key: its disk is full by then. */
    private static VaultRepository fullWhenAsked(VaultFile file) {
        return (VaultRepository) Proxy.newProxyInstance(VaultRepository.class.getClassLoader(),
                new Class<?>[] {VaultRepository.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("apply")
                            && ((VaultChange) arguments[0]).facts().containsKey(VaultFact.PENDING_REKEY)) {
                        throw ProblemException.of(ProblemCode.DISK_FULL, "vault.mv.db");
                    }
                    try {
                        return called.invoke(file, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** The last that there is of what was damaged, or is from before a migration, is not given for nothing. */
    @Test
    void aChangeThatIsRefusedTakesNothingThatWasSetAside() throws Exception {
        var bench = new WholeLoupe(folder());
        bench.open().close();
        Path vault = folder().resolve("vault.mv.db");
        List<Path> kept = new ArrayList<>();
        try (VaultFile file = VaultFile.open(folder(), false, WholeLoupe.ACCOUNT);
                SealedVault open = new VaultOpener(WholeLoupe.CLOCK).open(fullWhenAsked(file), bench.keyring,
                        FakeKeyHolder.passphrase())) {
            for (String ending : List.of(".former", ".damaged-20260401-120000")) {
                kept.add(Files.copy(vault, folder().resolve("vault.mv.db" + ending)));
            }

            assertThatThrownBy(open::changeKey).hasMessage("disk-full");

            assertThat(kept).allSatisfy(one -> assertThat(one).exists());
            assertThat(folder().resolve("vault.mv.db.rewrite")).doesNotExist();
        }
        try (VaultFile file = VaultFile.open(folder(), false, WholeLoupe.ACCOUNT);
                SealedVault open = new VaultOpener(WholeLoupe.CLOCK).open(file, bench.keyring,
                        FakeKeyHolder.passphrase())) {
            assertThat(kept).allSatisfy(one -> assertThat(one).exists());

            assertThat(open.changeKey()).isEmpty();

            // they hold what opens with the old key
            assertThat(kept).allSatisfy(one -> assertThat(one).doesNotExist());
        }
    }
}
