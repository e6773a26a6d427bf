package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.vault.ForgottenKey;
import app.loupe.vault.KeyringHolder;
import app.loupe.vault.VaultOpener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Uses the keyring from a process of its own, because a process has one session bus for life. Arguments: the file for
 * the answers, the limit in milliseconds, then commands; one line of answer for each.
 */
public final class KeyringProbe {
    private static final ConnectionId PASSING = new ConnectionId("aaaaaaaa");

    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final KeyringHolder holder;
    private InstallId install = new InstallId("install-1");

    private KeyringProbe(KeyringHolder holder) {
        this.holder = holder;
    }

    /** Runs the commands. */
    public static void main(String[] arguments) throws IOException {
        Duration limit = Duration.ofMillis(Long.parseLong(arguments[1]));
        var probe = new KeyringProbe(KeyringHolder.ofThisSession(limit));
        List<String> answers = new ArrayList<>();
        for (String command : List.of(arguments).subList(2, arguments.length)) {
            answers.add(probe.answer(command));
        }
        Files.write(Path.of(arguments[0]), answers);
        // threads of the bus library may still hang; nothing here waits for them
        Runtime.getRuntime().halt(0);
    }

    private String answer(String command) {
        try {
            return switch (command.split(":", 2)[0]) {
                case "id" -> holder.id();
                case "install" -> {
                    install = new InstallId(command.split(":", 2)[1]);
                    yield "chosen";
                }
                case "read" -> read(holder.load(install));
                case "load" -> state(holder.load(install));
                case "store" -> stored(command.split(":", 2)[1]);
                case "unasked" -> Boolean.toString(holder.takesUnasked());
                case "forget" -> forgotten();
                case "open" -> opened(repository);
                case "open-other" -> opened(new InMemoryVaultRepository());
                default -> throw new IllegalArgumentException(command);
            };
        } catch (ProblemException refused) {
            return refused.problem().code().name();
        }
    }

    private static String read(KeyState state) {
        if (state instanceof KeyState.Present present) {
            try (Secret keyset = present.keyset()) {
                return "Present:" + new String(keyset.bytes(), StandardCharsets.UTF_8);
            }
        }
        return state.getClass().getSimpleName();
    }

    private static String state(KeyState state) {
        if (state instanceof KeyState.Present present) {
            try (Secret keyset = present.keyset()) {
                int shown = Math.min(keyset.length(), 20);
                return "Present:" + new String(keyset.bytes(), 0, shown, StandardCharsets.UTF_8) + ":"
                        + keyset.length();
            }
        }
        return state.toString().replace(' ', '_');
    }

    private String stored(String value) throws ProblemException {
        try (Secret keyset = Secret.ofChars(value)) {
            holder.store(install, keyset);
            return "stored";
        }
    }

    private String forgotten() {
        try {
            ForgottenKey.of(holder, install);
            return "forgotten";
        } catch (Exception refused) {
            return refused.toString();
        }
    }

    private String opened(InMemoryVaultRepository file) throws ProblemException {
        try (CredentialVault vault = new VaultOpener(Clock.systemUTC()).open(file, holder,
                FakeKeyHolder.passphrase())) {
            vault.storeKey().close();
            try (Secret password = Secret.ofChars("p")) {
                vault.add(PASSING, new Endpoint(OdooAddress.parse("erp.example"), "db", "bot"), password, List.of());
            }
            vault.delete(PASSING);
            return "opened:" + vault.report().keyHolder();
        }
    }
}
