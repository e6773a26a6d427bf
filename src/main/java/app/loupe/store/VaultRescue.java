package app.loupe.store;

import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds a vault file from its ledgers when it differs from them: facts come from the ledger, sealed passwords from
 * wherever they are still whole in the damaged file or in the one from before its migration; a connection whose password is not is noted as lost. A copy of the
 * damaged file is kept, and the new file takes its place in one step, so that after a kill in between the next start
 * begins again with the same file.
 */
final class VaultRescue {
    /** A vault of a hundred connections has less than 1 MB; a file of more than these 64 MB is not Loupe's. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(VaultRescue.class);

    private final FileProtection folder;
    private final VaultLedger ledger;
    private final Clock clock;
    private final Path path;

    VaultRescue(FileProtection folder, VaultLedger ledger, Clock clock) {
        this.folder = folder;
        this.ledger = ledger;
        this.clock = clock;
        this.path = folder.file(VaultOpening.FILE_NAME);
    }

    /**
     * Puts a whole file in the place of the damaged or missing one.
     *
     * @param kept what the ledger of the account that opens says
     * @param damaged the file as it was before H2 opened it, which may write into it; empty when there is none
     * @return what to tell the owner
     */
    Problem run(VaultState kept, byte[] damaged) throws ProblemException {
        Path fresh = NewVault.unfinished(folder);
        try {
            var states = new ArrayList<>(List.of(kept));
            states.addAll(ledger.others(kept.install(), kept.user()));
            new FileMigration(folder, fresh, null, Migrations.VAULT).begin();
            try (var file = new H2File(folder, fresh, null)) {
                file.open();
                fill(file, states, List.of(damaged, former()));
                file.checkpoint();
            }
            String aside = keep(damaged);
            WholeFile.move(fresh, path);
            folder.sync();
            return Problem.of(ProblemCode.VAULT_MENDED, aside.isEmpty() ? VaultOpening.FILE_NAME : aside);
        } catch (IOException | SQLException failure) {
            throw StoreProblems.of(path, failure);
        } finally {
            NewVault.drop(fresh);
        }
    }

    /**
     * The content of the file before H2 opens it; no bytes when there is no file. Empty when it cannot be read, as on
     * Windows while another process has it open: opening it then tells why, and nothing is rescued without the bytes.
     *
     * @throws ProblemException VAULT_TOO_LARGE for a file of more than {@link #MOST_BYTES}, which is left as it is
     */
    static Optional<byte[]> bytes(FileProtection folder, Reading reading) throws ProblemException {
        Path path = folder.file(VaultOpening.FILE_NAME);
        try {
            byte[] bytes = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? reading.bytes(path) : new byte[0];
            if (bytes.length > MOST_BYTES) {
                throw ProblemException.of(ProblemCode.VAULT_TOO_LARGE, path.toString());
            }
            return Optional.of(bytes);
        } catch (IOException refused) {
            LOG.info("{} cannot be read before it is opened", VaultOpening.FILE_NAME);
            return Optional.empty();
        }
    }

    /** Reads a whole file, or the beginning of one that is too large. */
    @FunctionalInterface
    interface Reading {
        byte[] bytes(Path path) throws IOException;
    }

    /** Reads at most one byte more than is allowed, however the file grows meanwhile. */
    static byte[] beginning(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return file.readNBytes(MOST_BYTES + 1);
        }
    }

    /** The file as it was before its last migration; no bytes when there is none, or one that is not read. */
    private byte[] former() {
        var former = new FormerFile(folder, path);
        try {
            byte[] bytes = former.isThere() ? beginning(former.path()) : new byte[0];
            return bytes.length > MOST_BYTES ? new byte[0] : bytes;
        } catch (IOException refused) {
            LOG.warn("{} cannot be read", former.path().getFileName());
            return new byte[0];
        }
    }

    /** Keeps the damaged file under another name, on the disk; empty when there is none. */
    private String keep(byte[] damaged) throws IOException {
        if (!Files.exists(path)) {
            return "";
        }
        Path aside = folder.aside(path, clock);
        try (FileChannel channel = PrivateFiles.create(aside)) {
            ByteBuffer bytes = ByteBuffer.wrap(damaged);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return String.valueOf(aside.getFileName());
    }

    private static void fill(H2File file, List<VaultState> states, List<byte[]> files) throws SQLException {
        Connection connection = file.connections().getConnection();
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement clear = connection.prepareStatement("DELETE FROM vault_meta")) {
                clear.executeUpdate();
            }
            var shared = new TreeMap<String, String>();
            // the first state is of the account that opens: it decides
            states.reversed().forEach(state -> shared.putAll(state.shared()));
            facts(connection, "", shared);
            for (VaultState state : states) {
                fill(connection, state, files);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } finally {
            file.connections().closeConnection(connection);
        }
    }

    private static void fill(Connection connection, VaultState state, List<byte[]> files) throws SQLException {
        var found = new HashMap<String, String>();
        files.forEach(file -> VaultSalvage.sealed(state, file).forEach(found::putIfAbsent));
        var facts = new HashMap<>(state.facts());
        facts.put(VaultState.GENERATION, Long.toString(state.generation() + 1));
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO odoo_connections (user_id, id, url, database, username, encrypted_password)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            for (var entry : state.rows().entrySet()) {
                VaultState.Row row = entry.getValue();
                String sealed = found.get(entry.getKey());
                if (sealed == null) {
                    LOG.warn("the sealed password of {} is lost", entry.getKey());
                    facts.put(VaultState.LOST + entry.getKey(), row.remembered());
                    continue;
                }
                List<String> values = List.of(state.user(), entry.getKey(), row.url(), row.database(), row.username(),
                        sealed);
                for (int i = 0; i < values.size(); i++) {
                    insert.setString(i + 1, values.get(i));
                }
                insert.executeUpdate();
            }
        }
        facts(connection, state.user(), facts);
        LOG.warn("the vault file was made anew: {} of {} sealed passwords are whole", found.size(),
                state.rows().size());
    }

    private static void facts(Connection connection, String user, Map<String, String> facts) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("INSERT INTO vault_meta (user_id, name, \"VALUE\") VALUES (?, ?, ?)")) {
            for (var fact : facts.entrySet()) {
                insert.setString(1, user);
                insert.setString(2, fact.getKey());
                insert.setString(3, fact.getValue());
                insert.executeUpdate();
            }
        }
    }
}
