package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import testkit.Links;

/** What stays of a damaged vault, which start mends it, and which ledger is believed. */
class VaultRescueIT extends VaultWithRows {
    @Test
    void theDamagedFileIsKeptUntilAConnectionIsDeleted() throws Exception {
        byte[] damaged = "no database ".repeat(4_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(healthy.resolve("vault.mv.db"), damaged);
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            Path kept = healthy.resolve(vault.warnings().getFirst().parameters().getFirst());
            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
            vault.compact();
            assertThat(kept).hasBinaryContent(damaged);

            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
            vault.apply(new VaultChange(Set.of(rows.get(1).id()), List.of(), Map.of()));
            vault.compact();
            assertThat(kept).doesNotExist();
        }
        assertThat(healthy).isDirectoryNotContaining("glob:**rewrite*");
    }

    @Test
    void aReplacementThatIsFinishedAtTheNextStartKeepsTheDamagedFileAndADeletionDoesNot() throws Exception {
        Files.write(healthy.resolve("vault.mv.db"), new byte[0]);
        Path kept;
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            kept = healthy.resolve(vault.warnings().getFirst().parameters().getFirst());
            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
        }
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(kept).exists();
            vault.apply(new VaultChange(Set.of(rows.get(2).id()), List.of(), Map.of()));
            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
        }
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(kept).doesNotExist();
            assertThat(vault.find(rows.get(1).id())).isPresent();
        }
    }

    @Test
    void aVaultOfMoreThan64MegabytesIsNamedAndLeftAsItIs() throws Exception {
        Path path = healthy.resolve("vault.mv.db");
        long size = VaultRescue.MOST_BYTES + 1L;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), size - 1);
        }

        assertThatThrownBy(() -> VaultFile.open(healthy, false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.of(ProblemCode.VAULT_TOO_LARGE, path.toString())));
        assertThat(path).hasSize(size);
        assertThat(healthy).isDirectoryNotContaining("glob:**damaged*");

        // as the advice says
        Files.move(path, temp.resolve("moved"));
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.lost()).hasSameSizeAs(rows);
        }
    }

    @Test
    void noMoreOfALargeFileIsReadThanTellsThatItIsTooLarge() throws Exception {
        Path large = temp.resolve("large");
        try (FileChannel file = FileChannel.open(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), 2L * VaultRescue.MOST_BYTES);
        }

        assertThat(VaultRescue.beginning(large)).hasSize(VaultRescue.MOST_BYTES + 1);
    }

    @Test
    void aLargeFileWithoutALedgerIsNotReadEither() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("other"));
        try (FileChannel file = FileChannel.open(folder.resolve("vault.mv.db"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), VaultRescue.MOST_BYTES);
        }

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).hasMessage("vault-too-large");
    }

    @Test
    void onlyFilesCountAsSetAside() throws Exception {
        Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "somebody's");
        Path vault = healthy.resolve("vault.mv.db");
        Path file = Files.writeString(healthy.resolve("vault.mv.db.damaged-20260101-000000"), "old");
        Path link = Links.make(healthy.resolve("vault.mv.db.damaged-20260101-000001"), elsewhere);
        Path full = Files.createDirectory(healthy.resolve("vault.mv.db.damaged-20260101-000002"));
        Files.writeString(full.resolve("inside"), "somebody's");

        assertThat(FileProtection.of(healthy).setAside(vault)).containsExactly(file);
        try (var open = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            open.apply(new VaultChange(Set.of(rows.getFirst().id()), List.of(), Map.of()));
            open.compact();
        }

        assertThat(file).doesNotExist();
        assertThat(link).isSymbolicLink();
        assertThat(elsewhere).hasContent("somebody's");
        assertThat(full.resolve("inside")).exists();
    }

    @Test
    void aStartWhileAnotherMendsIsToldThatTheFolderIsOpen() throws Exception {
        Files.write(healthy.resolve("vault.mv.db"), new byte[30_000]);
        var told = new ArrayList<ProblemCode>();

        try (var first = VaultFile.open(FileProtection.of(healthy), OpenStore.ANNA, sql -> sql, path -> {
            told.add(catchThrowableOfType(ProblemException.class, () -> VaultFile.open(healthy, false, OpenStore.ANNA))
                    .problem().code());
            return VaultRescue.beginning(path);
        })) {
            assertThat(first.warnings()).hasSize(1);
        }

        assertThat(told).containsExactly(ProblemCode.ALREADY_OPEN);
    }

    @Test
    void nothingIsMendedWhereTheFolderTakesNoLock() throws Exception {
        byte[] damaged = new byte[30_000];
        Files.write(healthy.resolve("vault.mv.db"), damaged);
        Files.deleteIfExists(healthy.resolve(VaultLock.FILE_NAME));
        Files.createDirectory(healthy.resolve(VaultLock.FILE_NAME));

        assertThatThrownBy(() -> VaultFile.open(healthy, false, OpenStore.ANNA)).hasMessage("data-folder-unusable");

        assertThat(healthy.resolve("vault.mv.db")).hasBinaryContent(damaged);
    }

    @Test
    void aVaultThatAnotherHasOpenIsNamedSoWhereItCannotBeReadEither() throws Exception {
        try (var first = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(first.warnings()).isEmpty();
            assertThat(unreadable()).isEqualTo(ProblemCode.ALREADY_OPEN);
        }
    }

    @Test
    void aDamagedVaultThatCannotBeReadIsReportedAndNotMadeAnew() throws Exception {
        byte[] nonsense = new byte[30_000];
        Files.write(healthy.resolve("vault.mv.db"), nonsense);

        assertThat(unreadable()).isEqualTo(ProblemCode.VAULT_DAMAGED);

        assertThat(healthy.resolve("vault.mv.db")).hasBinaryContent(nonsense);
    }

    /** What a start tells where the file is locked against reading, as Windows does it. */
    private ProblemCode unreadable() {
        return catchThrowableOfType(ProblemException.class,
                () -> VaultFile.open(FileProtection.of(healthy), OpenStore.ANNA, sql -> sql, path -> {
                    throw new IOException("locked");
                })).problem().code();
    }

    @Test
    void eachAccountOfTheFolderKeepsWhatIsItsOwn() throws Exception {
        StoredConnection other;
        UserId bert;
        try (var vault = VaultFile.open(healthy, false, OpenStore.BERT)) {
            other = row("bert");
            bert = vault.user();
            vault.insert(other, Map.of());
        }
        byte[] damaged = bytes();
        for (int at : places(damaged, rows.get(0).encryptedPassword().base64())) {
            damaged[at] ^= 1;
        }
        Files.write(healthy.resolve("vault.mv.db"), damaged);

        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.lost()).containsOnlyKeys(rows.get(0).id());
        }
        try (var vault = VaultFile.open(healthy, false, OpenStore.BERT)) {
            assertThat(vault.user()).isEqualTo(bert);
            assertThat(vault.warnings()).isEmpty();
            assertThat(vault.connections()).containsExactly(other);
        }
    }

    @Test
    void aLedgerThatIsOlderMissingOrDamagedRaisesNoAlarm() throws Exception {
        Path ledger;
        try (Stream<Path> files = Files.list(healthy)) {
            ledger = files.filter(one -> one.toString().endsWith(".ledger")).findFirst().orElseThrow();
        }
        byte[] older = Files.readAllBytes(ledger);
        StoredConnection added = row("new");
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            vault.insert(added, Map.of());
        }
        byte[] newest = Files.readAllBytes(ledger);
        for (byte[] text : List.of(older, new byte[0], Arrays.copyOf(newest, newest.length - 5), new byte[] {-1, -2})) {
            Files.write(ledger, text);
            try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
                assertThat(vault.warnings()).isEmpty();
                assertThat(vault.connections()).hasSize(7);
            }
            assertThat(ledger).hasBinaryContent(newest);
        }
    }

    @Test
    void aLedgerThatIsALinkIsNotFollowed() throws Exception {
        Path ledger;
        try (Stream<Path> files = Files.list(healthy)) {
            ledger = files.filter(one -> one.toString().endsWith(".ledger")).findFirst().orElseThrow();
        }
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(ledger, elsewhere);
        byte[] before = Files.readAllBytes(elsewhere);
        Links.make(ledger, elsewhere);
        Files.write(healthy.resolve("vault.mv.db"), new byte[30_000]);

        assertThatThrownBy(() -> VaultFile.open(healthy, false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.VAULT_DAMAGED));

        assertThat(elsewhere).hasBinaryContent(before);
    }

    @Test
    void theLedgerHoldsNoPasswordNotEvenASealedOne() throws Exception {
        try (Stream<Path> files = Files.list(healthy)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ledger")).toList()) {
                for (StoredConnection row : rows) {
                    assertThat(Files.readString(file)).contains(row.id().value())
                            .doesNotContain(row.encryptedPassword().base64().substring(0, 24));
                }
            }
        }
    }

    @Test
    void aDamagedVaultWithoutALedgerIsRefusedAndLeftAsItIs() throws Exception {
        Path folder = copy("without");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ledger")).toList()) {
                Files.delete(file);
            }
        }
        byte[] nonsense = new byte[30_000];
        Files.write(folder.resolve("vault.mv.db"), nonsense);

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.VAULT_DAMAGED));
        assertThat(folder.resolve("vault.mv.db")).hasBinaryContent(nonsense);
    }
}
