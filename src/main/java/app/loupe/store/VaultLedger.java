package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps beside the vault file what it holds for one account, because H2 opens a damaged file silently with fewer rows
 * (R4): one line for each fact and each connection, and a last line with the digest of all lines before. It holds no
 * password, sealed or not, and is replaced as a whole with every change of the file.
 */
final class VaultLedger {
    private static final String HEAD = "loupe-vault-ledger 1";
    private static final int NAME_DIGITS = 16;
    /** Names of ledgers; those of copies, made by a cloud service or by hand, do not match. */
    private static final Pattern NAME = Pattern.compile("vault-[0-9a-f]{" + NAME_DIGITS + "}\\.ledger");
    /** Well above the length of 254 bytes sealed and written as text. */
    private static final int MOST_SEALED_CHARACTERS = 2_000;

    private final FileProtection folder;
    private final String name;

    VaultLedger(FileProtection folder, SystemAccount account) {
        this.folder = folder;
        this.name = "vault-" + FramedDigest.of(List.of(account.name(), account.systemId())).substring(0, NAME_DIGITS)
                + ".ledger";
    }

    /** The name of its file. */
    String name() {
        return name;
    }

    /** What was written last; empty when there is no ledger or it is damaged. */
    Optional<VaultState> read() throws ProblemException {
        return read(folder.file(name));
    }

    private Optional<VaultState> read(Path file) throws ProblemException {
        return new DurableText(folder, file).read().flatMap(VaultLedger::parse);
    }

    /** What the ledgers of the other accounts of this installation say, once for each account. */
    List<VaultState> others(String install, String user) throws ProblemException {
        var users = new HashSet<String>(Set.of("", user));
        var others = new ArrayList<VaultState>();
        try (DirectoryStream<Path> ledgers = Files.newDirectoryStream(folder.path(), "vault-*.ledger")) {
            for (Path ledger : ledgers) {
                if (!ledger.endsWith(name) && NAME.matcher(String.valueOf(ledger.getFileName())).matches()) {
                    read(ledger).filter(state -> state.install().equals(install) && users.add(state.user()))
                            .ifPresent(others::add);
                }
            }
        } catch (IOException | DirectoryIteratorException refused) {
            throw StoreProblems.of(folder.path(), refused);
        }
        return others;
    }

    /** Replaces the ledger, durably. */
    void write(VaultState state) throws ProblemException {
        new DurableText(folder, folder.file(name)).write(text(state));
    }

    static String text(VaultState state) {
        var text = new StringBuilder(HEAD + "\n");
        line(text, "user", state.user());
        new TreeMap<>(state.shared()).forEach((fact, value) -> line(text, "shared", fact, value));
        new TreeMap<>(state.facts()).forEach((fact, value) -> line(text, "fact", fact, value));
        new TreeMap<>(state.rows()).forEach((id, row) -> line(text, "connection", id, row.url(), row.database(),
                row.username(), Integer.toString(row.length()), row.digest()));
        return text + "end " + FramedDigest.of(List.of(text.toString())) + "\n";
    }

    private static void line(StringBuilder text, String kind, String... fields) {
        text.append(kind);
        for (String field : fields) {
            text.append(' ').append(URLEncoder.encode(field, StandardCharsets.UTF_8));
        }
        text.append('\n');
    }

    /** Reads the text form; empty when it is not whole. */
    static Optional<VaultState> parse(String text) {
        int end = text.lastIndexOf("end ");
        if (end < 0 || !text.startsWith(HEAD + "\n")
                || !text.substring(end).equals("end " + FramedDigest.of(List.of(text.substring(0, end))) + "\n")) {
            return Optional.empty();
        }
        String user = "";
        Map<String, String> shared = new TreeMap<>();
        Map<String, String> facts = new TreeMap<>();
        Map<String, VaultState.Row> rows = new TreeMap<>();
        try {
            for (String line : text.substring(HEAD.length() + 1, end).lines().toList()) {
                List<String> f = List.of(line.split(" ", -1)).stream()
                        .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8)).toList();
                switch (f.getFirst()) {
                    case "user" -> user = f.get(1);
                    case "shared" -> shared.put(f.get(1), f.get(2));
                    case "fact" -> facts.put(f.get(1), f.get(2));
                    default -> rows.put(id(f.get(1)), new VaultState.Row(f.get(2), f.get(3), f.get(4),
                            length(f.get(5)), f.get(6)));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException edited) {
            return Optional.empty();
        }
        return Optional.of(new VaultState(user, shared, facts, rows));
    }

    private static String id(String text) {
        return new ConnectionId(text).value();
    }

    private static int length(String text) {
        int length = Integer.parseInt(text);
        if (length < 1 || length > MOST_SEALED_CHARACTERS) {
            throw new IllegalArgumentException("no length of a sealed password");
        }
        return length;
    }
}
