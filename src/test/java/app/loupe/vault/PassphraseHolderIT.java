package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CredentialVault;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;
import testkit.ScriptedPrompt;

class PassphraseHolderIT {
    private static final String GOOD = "my dog eats green shoes";

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("passphrase.vault");
    }

    private void store(ScriptedPrompt prompt, String keyset) throws ProblemException {
        try (var holder = new PassphraseHolder(file(), prompt); Secret secret = Secret.ofChars(keyset)) {
            holder.store(Rows.INSTALL, secret);
        }
    }

    private String load(ScriptedPrompt prompt) {
        try (var holder = new PassphraseHolder(file(), prompt)) {
            KeyState state = holder.load(Rows.INSTALL);
            if (state instanceof KeyState.Present present) {
                try (Secret keyset = present.keyset()) {
                    return Rows.text(keyset);
                }
            }
            return state.toString();
        }
    }

    @Test
    void keepsAndGivesBackWithTheRightPassphraseOnly() throws Exception {
        assertThat(load(new ScriptedPrompt())).isEqualTo("Absent[]");
        var choose = new ScriptedPrompt("password1234", GOOD);
        store(choose, "the keyset");
        var unlock = new ScriptedPrompt("wrong", GOOD + " ", GOOD);

        assertThat(load(unlock)).isEqualTo("the keyset");

        assertThat(choose.asked()).containsExactly(Reason.CHOOSE, Reason.WEAK);
        assertThat(choose.offered()).allMatch(phrase -> phrase.split(" ", -1).length == 6);
        assertThat(unlock.asked()).containsExactly(Reason.UNLOCK, Reason.WRONG, Reason.WRONG);
        assertThat(unlock.offered()).containsOnly("");
        assertThat(choose.given()).allSatisfy(
                secret -> assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class));
        assertThat(unlock.given()).allSatisfy(
                secret -> assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes of Unix")
    void theFileIsTheOwnersAloneAndHoldsNeitherKeysetNorPassphrase() throws Exception {
        store(new ScriptedPrompt(GOOD), "the keyset");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).startsWith("loupe-passphrase/1\n")
                .doesNotContain("keyset").doesNotContain("green");
        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(file());
        }
    }

    @Test
    void givingUpAndGuessingAreDifferentAnswers() throws Exception {
        store(new ScriptedPrompt(GOOD), "the keyset");

        assertThat(load(new ScriptedPrompt())).isEqualTo("Locked[]");
        assertThat(load(new ScriptedPrompt("1", "2", "3", "4", "5", GOOD))).isEqualTo("Denied[]");
        assertThat(load(new ScriptedPrompt("1"))).as("a script's only answer was wrong").isEqualTo("Denied[]");
        assertThatThrownBy(() -> store(new ScriptedPrompt(GOOD), "another")).hasMessage("passphrase-needed");
        assertThat(load(new ScriptedPrompt(GOOD))).isEqualTo("the keyset");
    }

    @Test
    void aWeakOrMissingChoiceWritesNothing() {
        assertThatThrownBy(() -> store(new ScriptedPrompt("a", "b", "c", "d", "e", GOOD), "x"))
                .hasMessage("passphrase-weak");
        assertThatThrownBy(() -> store(new ScriptedPrompt(), "x")).hasMessage("passphrase-not-chosen");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aDamagedOrForeignFileIsNamedAndLeftAlone() throws Exception {
        store(new ScriptedPrompt(GOOD), "the keyset");
        byte[] whole = Files.readAllBytes(file());

        for (String damaged : new String[] {"", "loupe-passphrase/2\na\nb\n", "loupe-passphrase/1\nAAAA\nAAAA\n",
            "loupe-passphrase/1\n!\n!\n", "x".repeat(20_000)}) {
            Files.writeString(file(), damaged);
            assertThat(load(new ScriptedPrompt(GOOD))).isEqualTo("Unreadable[why=format]");
            assertThat(Files.readString(file())).isEqualTo(damaged);
        }
        Files.write(file(), whole);
        try (var holder = new PassphraseHolder(file(), new ScriptedPrompt(GOOD))) {
            assertThat(holder.load(new InstallId("install-2"))).isEqualTo(new KeyState.Denied());
        }
    }

    /** Also one of a former version: it holds a key. */
    @ParameterizedTest
    @ValueSource(strings = {"passphrase.vault.tempFile", "passphrase.vault.new"})
    void anInterruptedWriteLeavesTheFormerFile(String name) throws Exception {
        store(new ScriptedPrompt(GOOD), "the keyset");
        Path leftOver = folder.resolve(name);
        Files.writeString(leftOver, "half");

        try (var holder = new PassphraseHolder(file(), new ScriptedPrompt(GOOD));
                Secret next = Secret.ofChars("the next keyset")) {
            holder.load(Rows.INSTALL);
            holder.store(Rows.INSTALL, next);
        }

        assertThat(leftOver).doesNotExist();
        assertThat(load(new ScriptedPrompt(GOOD))).isEqualTo("the next keyset");
    }

    @Test
    void aVaultOverAPassphraseAsksOnceAndRekeysWithoutAsking() throws ProblemException, IOException {
        var repository = new InMemoryVaultRepository();
        FakeKeyHolder keyring = FakeKeyHolder.keyring();
        keyring.answer(new KeyState.Unavailable("no bus"));
        var opener = new VaultOpener(Clock.systemUTC());
        var prompt = new ScriptedPrompt(GOOD, GOOD);
        try (var holder = new PassphraseHolder(file(), prompt);
                CredentialVault vault = opener.open(repository, keyring, holder)) {
            for (int number = 1; number <= 3; number++) {
                try (Secret password = Secret.ofChars("password " + number)) {
                    vault.add(Rows.id(number), Rows.endpoint(number), password, List.of());
                }
            }
            byte[] before = Files.readAllBytes(file());
            assertThat(vault.delete(Rows.id(2))).isEmpty();
            byte[] deleted = Files.readAllBytes(file());
            assertThat(deleted).isNotEqualTo(before);
            assertThat(vault.changeKey()).isEmpty();
            assertThat(Files.readAllBytes(file())).isNotEqualTo(deleted);
        }
        assertThat(prompt.asked()).containsExactly(Reason.CHOOSE);

        try (var holder = new PassphraseHolder(file(), prompt);
                CredentialVault vault = opener.open(repository, keyring, holder)) {
            assertThat(vault.report().sound()).isEqualTo(2);
        }
        assertThat(prompt.asked()).containsExactly(Reason.CHOOSE, Reason.UNLOCK);
    }

    @Test
    void asksNobodyWhileItKnowsTheKey() throws Exception {
        store(new ScriptedPrompt(GOOD), "the keyset");
        var holder = new PassphraseHolder(file(), new ScriptedPrompt(GOOD));
        assertThat(holder.takesUnasked()).isFalse();
        if (holder.load(Rows.INSTALL) instanceof KeyState.Present present) {
            present.keyset().close();
        }

        assertThat(holder.takesUnasked()).isTrue();

        holder.close();
        assertThat(holder.takesUnasked()).isFalse();
    }

    /** Has the key retired, as the process does that is killed just afterwards. */
    private static void ask(InMemoryVaultRepository repository, PassphraseHolder holder) throws Exception {
        if (holder.load(repository.install()) instanceof KeyState.Present present) {
            try (Secret keyset = present.keyset()) {
                var binding = new Binding(repository.install(), repository.user());
                MasterKeys keys = MasterKeys.parse(keyset);
                repository.apply(VaultChange.ofFacts(
                        new VaultKeys(repository, holder, binding, Clock.systemUTC(), keys).retirementRequest()));
                String wish = Objects.requireNonNull(repository.facts().get(VaultFact.PENDING_REKEY));
                assertThat(new SealedFacts(binding).retirement(keys, wish)).as("where it lies is nobody's business")
                        .map(Retirement::place).contains("");
            }
        }
        assertThat(repository.facts()).containsKey(VaultFact.PENDING_REKEY);
    }

    /** The key lies in the folder: whatever is done to it there is done to no other folder. */
    @Test
    void aFolderThatWasMovedFinishesTheChangeOfItsKey() throws Exception {
        var repository = new InMemoryVaultRepository();
        FakeKeyHolder keyring = FakeKeyHolder.keyring();
        keyring.answer(new KeyState.Unavailable("no bus"));
        var opener = new VaultOpener(Clock.systemUTC());
        try (var holder = new PassphraseHolder(file(), new ScriptedPrompt(GOOD, GOOD, GOOD))) {
            opener.open(repository, keyring, holder).close();
            String old = Objects.requireNonNull(repository.facts().get(VaultFact.KEY_ID));
            ask(repository, holder);
            repository.movedTo("elsewhere");

            try (SealedVault vault = opener.open(repository, keyring, holder)) {
                assertThat(vault.warnings()).isEmpty();
                assertThat(vault.report()).matches(report -> !report.rekeyPending() && report.rekeyLeftTo().isEmpty());
            }
            assertThat(repository.facts().get(VaultFact.KEY_ID)).isNotEqualTo(old);

            // and where nothing but a window that is open can
            try (SealedVault vault = opener.open(repository, keyring, holder)) {
                ask(repository, holder);
                assertThat(vault.retireUnasked()).isTrue();
            }
        }
    }

    @Test
    void aVaultThatIsClosedLeavesNoKeyWithItsHolder() throws ProblemException {
        var repository = new InMemoryVaultRepository();
        FakeKeyHolder keyring = FakeKeyHolder.keyring();
        keyring.answer(new KeyState.Unavailable("no bus"));
        var opener = new VaultOpener(Clock.systemUTC());
        var prompt = new ScriptedPrompt(GOOD, GOOD);
        try (var holder = new PassphraseHolder(file(), prompt)) {
            opener.open(repository, keyring, holder).close();

            opener.open(repository, keyring, holder).close();
        }
        assertThat(prompt.asked()).containsExactly(Reason.CHOOSE, Reason.UNLOCK);
    }
}
