package app.loupe.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncEngine;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncPorts;
import app.loupe.sync.Turns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.Fuse;
import testkit.InMemoryCopy;
import testkit.InMemoryJournal;
import testkit.InMemoryProfiles;

class SampleSyncTest {
    private static final ConnectionId ID = new ConnectionId("samp1e00");

    private final Fuse fuse = new Fuse();
    private final InMemoryCopy copy = new InMemoryCopy(fuse);
    private final AtomicReference<LocalDate> today = new AtomicReference<>(LocalDate.of(2026, 11, 23));

    private SyncReport run() throws ProblemException {
        var profiles = new InMemoryProfiles(fuse);
        profiles.put(new ConnectionProfile(ID, ConnectionProfile.Kind.SAMPLE, "Sample", null, null, "", null));
        var ports = new SyncPorts(new SampleOpener(today::get), copy, profiles, new InMemoryJournal(fuse),
                (connection, cancel) -> List.of());
        var engine = new SyncEngine(ports, () -> Instant.parse("2026-11-23T09:00:00Z"), (length, cancel) -> {},
                new Turns(), Runnable::run);
        return engine.run(ID, SyncMode.CHANGES, new CancelToken(), progress -> {});
    }

    @Test
    void syncsLikeAnyServerAndSendsNothing() throws ProblemException {
        SyncReport report = run();

        assertThat(report).isInstanceOf(SyncReport.Done.class);
        assertThat(report.counts().added()).isBetween(1_100, 1_300);
        assertThat(report.counts().partners()).as("45 and the company itself").isBetween(41, 46);
        assertThat(report.counts().products()).isEqualTo(60);
        assertThat(report.counts().requests()).isZero();
        SyncReport again = run();
        assertThat(again.counts().unchanged()).isEqualTo(report.counts().added());
        assertThat(again.counts().added() + again.counts().changed()).isZero();
    }

    @Test
    void livesOnFromDayToDayAndNeverRemovesAnything() throws ProblemException {
        run();
        today.set(LocalDate.of(2026, 11, 30));
        SyncReport week = run();
        assertThat(week.counts().changed()).isBetween(5, 80);
        assertThat(week.counts().added()).isBetween(3, 30);
        today.set(LocalDate.of(2027, 6, 1));

        SyncReport months = run();

        assertThat(months).isInstanceOf(SyncReport.Done.class);
        assertThat(copy.absent()).isEmpty();
        assertThat(copy.present()).hasSizeGreaterThan(1_400);
    }
}
