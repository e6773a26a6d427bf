package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a data folder that was made between the wish to delete a connection and its deletion. */
class CopiedDeletionIT {
    @TempDir
    private Path top;

    private Path inUse;
    private Path copied;
    private WholeLoupe bench;
    private WholeLoupe copy;
    private ConnectionId kept;
    private ConnectionId other;
    private ConnectionId gone;
    private int stores;

    /** The program ended, or was killed, while the deletion waited for a sync. */
    @BeforeEach
    void copyWhileADeletionWaits() throws Exception {
        inUse = top.resolve("in use");
        copied = top.resolve("copy");
        bench = new WholeLoupe(inUse);
        copy = new WholeLoupe(copied, WholeLoupe.CLOCK, bench.keyring);
        try (OpenLoupe loupe = bench.open()) {
            kept = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, kept);
            other = add(loupe, "other");
            gone = add(loupe, "gone");
            loupe.connections().noteDeletion(gone, Notes.GO);
        }
        Files.createDirectory(copied);
        try (Stream<Path> all = Files.list(inUse)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copied.resolve(file.getFileName()));
            }
        }
        stores = bench.keyring.stores();
    }

    private static ConnectionId add(OpenLoupe loupe, String name) throws ProblemException {
        try (Secret secret = Secret.ofChars("key of " + name)) {
            return loupe.connections().add(new ConnectionDetails(
                    new Endpoint(OdooAddress.parse("https://" + name + ".example.com"), "prod", "ann"), name, null,
                    null),
                    secret, null).id();
        }
    }

    private Problem left() throws IOException {
        return Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, inUse.toRealPath().toString());
    }

    private void opensWhole(OpenLoupe loupe, ConnectionId... ids) throws ProblemException {
        assertThat(loupe.connections().list()).extracting(ConnectionProfile::id).containsExactlyInAnyOrder(ids);
        assertThat(WholeLoupe.rows(loupe, kept)).isNotEmpty();
    }

    private static String deleting(OpenLoupe loupe) throws ProblemException {
        return loupe.checks().run().stream().filter(check -> check.promise() == Promise.DELETING_IS_IMMEDIATE)
                .filter(check -> check.outcome() == Outcome.FAIL)
                .map(check -> String.join("\n", check.parameters())).findFirst().orElse("");
    }

    @Test
    void theCopyThatIsOpenedFirstLeavesTheKeyToTheFolderInUse() throws Exception {
        for (int opening = 1; opening <= 2; opening++) {
            try (OpenLoupe loupe = copy.open()) {
                assertThat(loupe.warnings()).containsExactly(left());
                assertThat(loupe.retireUnasked()).isFalse();
                opensWhole(loupe, kept, other);
                assertThat(deleting(loupe)).startsWith("1\n").contains(inUse.toRealPath().toString())
                        .doesNotContain("Unlock the keyring");
            }
        }
        assertThat(bench.keyring.stores()).isEqualTo(stores);

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).containsExactly(Problem.of(ProblemCode.DELETION_FINISHED, "gone"));
            opensWhole(loupe, kept, other);
            assertThat(deleting(loupe)).isEmpty();
        }
        assertThat(bench.keyring.stores()).as("it was done there").isGreaterThan(stores);
    }

    /** Nobody sees the connection that has its place. */
    @Test
    void theSameOneIsNotAddedThereAndTheRefusalSaysWhatHasItsPlace() throws Exception {
        try (OpenLoupe loupe = copy.open()) {
            Problem refusal = left();
            assertThatThrownBy(() -> add(loupe, "gone")).isInstanceOfSatisfying(ProblemException.class,
                    refused -> assertThat(refused.problem()).isEqualTo(refusal));
            assertThatThrownBy(() -> add(loupe, "other")).isInstanceOfSatisfying(ProblemException.class,
                    refused -> assertThat(refused.problem())
                            .isEqualTo(Problem.of(ProblemCode.CONNECTION_EXISTS, "other")));
            opensWhole(loupe, kept, other);
        }
    }

    @Test
    void aFolderThatWasMovedDeletesItOnceItsOwnKeyIsChanged() throws Exception {
        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.changeKey()).isEmpty();
            assertThat(deleting(loupe)).as("nothing waits any more").isEmpty();
            opensWhole(loupe, kept, other);
        }
        assertThat(copy.text("select count(*) from odoo_connections")).isEqualTo("1");

        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.warnings()).isEmpty();
            opensWhole(loupe, kept, other);
            assertThat(deleting(loupe)).isEmpty();
        }
    }

    /** With a deletion that is asked for there, the folder has taken the key. */
    @Test
    void andOnceAnotherDeletionIsAskedForThere() throws Exception {
        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.connections().delete(other).notice()).isEmpty();
            assertThat(deleting(loupe)).as("nothing waits any more").isEmpty();
        }
        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.warnings()).isEmpty();
            opensWhole(loupe, kept);
            assertThat(deleting(loupe)).isEmpty();
        }
        assertThat(copy.text("select count(*) from odoo_connections")).isEqualTo("0");
    }

    @Test
    void whatIsAskedForThereIsFinishedThere() throws Exception {
        try (OpenLoupe loupe = copy.open()) {
            loupe.connections().noteDeletion(other, Notes.GO);
        }
        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.warnings()).as("asked for here, and so finished here").extracting(Problem::code)
                    .contains(ProblemCode.DELETION_FINISHED);
        }
        try (OpenLoupe loupe = copy.open()) {
            opensWhole(loupe, kept);
        }
    }
}
