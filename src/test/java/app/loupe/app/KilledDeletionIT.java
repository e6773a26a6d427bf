package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeOdoo;

/** The whole of Loupe after a deletion that did not come to its end: the password is gone, and so is all else. */
class KilledDeletionIT {
    @TempDir
    Path temporary;

    private FakeOdoo odoo;
    private WholeLoupe bench;
    private ConnectionId stays;
    private ConnectionId goes;

    @BeforeEach
    void fill() throws Exception {
        bench = new WholeLoupe(temporary.resolve("loupe"));
        odoo = FakeOdoo.start(FakeOdoo.Version.V19);
        odoo.books().addPartner(10, "Azure Interior");
        for (int id = 1; id <= 30; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-01-15", 100 * id);
        }
        try (OpenLoupe loupe = bench.open()) {
            stays = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, stays);
            goes = WholeLoupe.add(loupe, odoo, FakeOdoo.API_KEY).id();
            WholeLoupe.sync(loupe, goes);
        }
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    enum Moment {
        FIRST,
        MIDDLE,
        LAST;

        boolean is(long done, long of) {
            return switch (this) {
                case FIRST -> done == 1;
                case MIDDLE -> done == of / 2;
                case LAST -> done == of;
            };
        }
    }

    private void nothingIsLeft(OpenLoupe loupe) throws ProblemException {
        assertThat(loupe.warnings()).isEmpty();
        assertThat(loupe.connections().list()).extracting(ConnectionProfile::id).containsExactly(stays);
        assertThat(loupe.connections().endpoint(goes)).isEmpty();
        assertThat(loupe.connections().problems()).isEmpty();
        assertThat(loupe.invoices().counts(goes).invoices()).isZero();
        assertThat(loupe.invoices().rows(Set.of(goes))).isEmpty();
        assertThat(loupe.invoices().rows(Set.of(stays))).hasSize((int) loupe.invoices().counts(stays).invoices());
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "Windows keeps others from reading a file that is locked")
    void s37_whateverAKillLeavesIsFinishedByTheNextOpening(Moment moment) throws Exception {
        Path image = temporary.resolve("image");
        try (OpenLoupe loupe = bench.open()) {
            loupe.connections().delete(goes, Notes.GO, (done, of) -> {
                if (moment.is(done, of)) {
                    copy(temporary.resolve("loupe"), image);
                }
            });
            nothingIsLeft(loupe);
        }
        assertThat(image.resolve("invoices.mv.db")).exists();
        // elsewhere it would be a copy of the folder, which leaves the deletion to the folder
        Path killedIn = temporary.resolve("loupe");
        Files.move(killedIn, temporary.resolve("later"));
        Files.move(image, killedIn);

        try (OpenLoupe snapshot = bench.openReadOnly()) {
            assertThat(snapshot.warnings()).isEmpty();
            assertThat(snapshot.connections().list()).extracting(ConnectionProfile::id).containsExactly(stays);
            assertThat(snapshot.invoices().rows(Set.of(stays)))
                    .hasSize((int) snapshot.invoices().counts(stays).invoices());
        }
        try (OpenLoupe killed = bench.open()) {
            nothingIsLeft(killed);
            assertThat(WholeLoupe.sync(killed, WholeLoupe.add(killed, odoo, FakeOdoo.API_KEY).id()).counts())
                    .isNotNull();
        }
        assertThat(killedIn).isDirectoryNotContaining("glob:**rewrite**");
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** It was listed, whole, until the end: only the opening that deletes it can say that it is gone. */
    @Test
    void s37_whatWasNotedAloneIsToldByTheOpeningThatDeletesIt() throws Exception {
        String name;
        try (OpenLoupe loupe = bench.open()) {
            name = loupe.connections().list().getLast().name();
            loupe.connections().noteDeletion(goes, Notes.GO);
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).containsExactly(Problem.of(ProblemCode.DELETION_FINISHED, name));
            assertThat(loupe.connections().list()).extracting(ConnectionProfile::id).containsExactly(stays);
        }
        try (OpenLoupe loupe = bench.open()) {
            nothingIsLeft(loupe);
        }
    }

    /**
     * What stands in the way of the rewrite, or already of its mark: the connection is listed no more, and goes with the next
     * opening.
     */
    @ParameterizedTest
    @ValueSource(strings = {"invoices-rewrite.mv.db", "invoices.mv.db.rewrite.tempFile"})
    void s37_whatCannotBeRewrittenIsListedNoMoreAndGoesLater(String refused) throws Exception {
        Path obstacle = temporary.resolve("loupe").resolve(refused);
        try (OpenLoupe loupe = bench.open()) {
            Files.createFile(Files.createDirectory(obstacle).resolve("in-the-way"));

            assertThatThrownBy(() -> loupe.connections().delete(goes, Notes.GO, DeletionProgress.UNWATCHED))
                    .isInstanceOf(ProblemException.class);

            assertThat(loupe.connections().list()).extracting(ConnectionProfile::id).containsExactly(stays);
            assertThat(loupe.connections().endpoint(goes)).isEmpty();
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).as("nobody is kept from reading").extracting(Problem::code)
                    .containsExactly(ProblemCode.DELETION_INTERRUPTED);
            assertThat(loupe.connections().list()).extracting(ConnectionProfile::id).containsExactly(stays);
            assertThat(WholeLoupe.rows(loupe, stays)).isNotEmpty();
        }
        Files.delete(obstacle.resolve("in-the-way"));
        Files.delete(obstacle);

        try (OpenLoupe loupe = bench.open()) {
            nothingIsLeft(loupe);
        }
    }
}
