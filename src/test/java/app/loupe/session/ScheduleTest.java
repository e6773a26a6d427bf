package app.loupe.session;

import static app.loupe.session.SteppedSchedule.ACME;
import static app.loupe.session.SteppedSchedule.OTHER;
import static app.loupe.session.SteppedSchedule.START;
import static app.loupe.session.SteppedSchedule.failed;
import static app.loupe.session.SteppedSchedule.known;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.session.NextRun.Why;
import app.loupe.domain.SyncMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SteppedSchedule bench = SteppedSchedule.hourly();

    private void begin() {
        bench.schedule.know(List.of(known(ACME)));
        bench.schedule.look();
        assertThat(bench.ran).containsExactly(ACME);
    }

    @Test
    void atTheStartAndThenEveryHour() {
        bench.schedule.know(List.of(known(ACME), known(OTHER)));
        assertThat(bench.ran).as("nobody has looked").isEmpty();

        bench.schedule.look();
        assertThat(bench.ran).containsExactly(ACME, OTHER);
        bench.pass(HOUR.minusSeconds(1));
        assertThat(bench.ran).hasSize(2);
        assertThat(bench.schedule.next(ACME)).contains(new NextRun(Why.USUAL, START.plus(HOUR)));

        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.ran).containsExactly(ACME, OTHER, ACME, OTHER);
    }

    @Test
    void whoTurnsItOffSyncsByHandAlone() {
        var off = new SteppedSchedule(new Rhythm.Off());
        off.schedule.know(List.of(known(ACME)));
        off.pass(Duration.ofDays(3));

        assertThat(off.ran).isEmpty();
        assertThat(off.schedule.next(ACME)).isEmpty();
        off.runs.start(ACME, SyncMode.CHANGES);
        assertThat(off.ran).containsExactly(ACME);
    }

    @Test
    void atTheStartAloneIsOnceAndThenByHand() {
        var once = new SteppedSchedule(new Rhythm.AtStart());
        once.schedule.know(List.of(known(ACME)));
        once.pass(Duration.ofDays(30));

        assertThat(once.ran).containsExactly(ACME);
        assertThat(once.schedule.next(ACME)).isEmpty();
    }

    @Test
    void anotherRhythmBeginsAWholeTimeLater() {
        begin();
        bench.schedule.follow(new Rhythm.Off());
        bench.pass(HOUR.multipliedBy(3));
        assertThat(bench.ran).containsExactly(ACME);
        assertThat(bench.schedule.next(ACME)).isEmpty();

        bench.schedule.follow(new Rhythm.Every(HOUR));
        bench.pass(HOUR.minusSeconds(1));
        assertThat(bench.ran).hasSize(1);
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.ran).containsExactly(ACME, ACME);

        bench.schedule.follow(new Rhythm.AtStart());
        bench.pass(Duration.ofDays(2));
        assertThat(bench.ran).hasSize(2);
    }

    @Test
    void aConnectionThatCameWhileNothingWasScheduledIsSyncedLaterToo() {
        var off = new SteppedSchedule(new Rhythm.Off());
        off.schedule.know(List.of(known(ACME)));
        off.schedule.add(known(OTHER));

        off.schedule.follow(Rhythm.USUAL);
        off.pass(HOUR);

        assertThat(off.ran).containsExactlyInAnyOrder(ACME, OTHER);
    }

    @Test
    void theSampleCompanyIsNeverScheduled() {
        var sample = new ConnectionProfile(OTHER, Kind.SAMPLE, "Sample", null, null, "", null);
        bench.schedule.know(List.of(new Schedule.Known(sample, null), known(ACME)));
        bench.pass(Duration.ofHours(30));

        assertThat(bench.ran).isNotEmpty().containsOnly(ACME);
        assertThat(bench.schedule.next(OTHER)).isEmpty();
    }

    @Test
    void aRunThatTakesLongerThanAnHourIsNotJoinedByAnother() {
        bench.slow = true;
        bench.schedule.know(List.of(known(ACME)));
        bench.pass(Duration.ofHours(5));

        assertThat(bench.waiting).hasSize(1);
        bench.waiting.remove().run();
        assertThat(bench.schedule.next(ACME)).map(NextRun::at).contains(bench.wall.plus(HOUR));
    }

    @Test
    void aSyncByHandMovesTheNextOne() {
        begin();
        bench.pass(Duration.ofMinutes(50));
        bench.runs.start(ACME, SyncMode.CHANGES);

        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
    }

    @Test
    void aNewConnectionIsSyncedOnceHoweverQuicklyThatEnds() {
        bench.schedule.add(known(ACME));
        bench.runs.start(ACME, SyncMode.CHANGES);
        bench.schedule.know(List.of(known(ACME)));

        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
    }

    @Test
    void whatIsHeldWaitsAndWhatWentAwayIsForgotten() {
        begin();
        bench.runs.hold(ACME, () -> {});
        bench.pass(Duration.ofHours(3));
        assertThat(bench.ran).hasSize(1);

        bench.runs.release(ACME);
        assertThat(bench.untilNextRun()).isEqualTo(Schedule.LOOK);

        bench.schedule.know(List.of());
        bench.pass(Duration.ofHours(3));
        assertThat(bench.ran).hasSize(2);
        assertThat(bench.schedule.next(ACME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HOST_UNKNOWN", "CONNECTION_REFUSED", "NETWORK_DOWN", "LOCAL_NETWORK_CLOSED", "LOOKUP_TIMEOUT",
        "CONNECT_TIMEOUT",
        "GREETING_TIMEOUT", "SERVER_TIMEOUT", "CONNECTION_LOST", "SERVER_BUSY", "SERVER_ERROR"})
    void whatWaitingCanMendIsTriedSoonAndThenEverLater(ProblemCode code) {
        bench.report = failed(code);
        begin();
        assertThat(bench.schedule.next(ACME)).contains(new NextRun(Why.RETRY, START.plus(MINUTE)));

        for (long minutes : new long[] {1, 2, 5, 15, 60, 60}) {
            assertThat(bench.untilNextRun()).as(code.key()).isEqualTo(Duration.ofMinutes(minutes));
        }
        bench.report = new SyncReport.Done(SyncCounts.NONE);
        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
        bench.report = failed(code);
        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
        assertThat(bench.untilNextRun()).as("counts from the start again").isEqualTo(MINUTE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN_REFUSED", "API_KEY_REFUSED", "API_KEY_NEEDED", "NO_API_ON_PLAN", "NO_RIGHT",
        "CERTIFICATE_CHANGED", "CERTIFICATE_UNKNOWN", "CERTIFICATE_EXPIRED", "CERTIFICATE_WRONG_HOST", "TLS_FAILED",
        "PASSWORD_LOST", "ADDRESS_LOST", "DATABASE_UNKNOWN", "NOT_AN_ODOO", "SERVER_REPLACED", "ACCESS_BLOCKED"})
    void whatOnlyTheOwnerCanMendIsLeftAloneForADay(ProblemCode code) {
        bench.report = failed(code);
        begin();
        assertThat(bench.schedule.next(ACME)).contains(new NextRun(Why.RESTING, START.plus(Duration.ofDays(1))));

        assertThat(bench.untilNextRun()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whenTheOwnerActsTheScheduleGoesOn() {
        bench.report = failed(ProblemCode.API_KEY_REFUSED);
        begin();
        bench.pass(Duration.ofHours(2));
        bench.report = new SyncReport.Done(SyncCounts.NONE);
        bench.runs.start(ACME, SyncMode.CHANGES);

        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
    }

    /** Nothing was mended by another rhythm, nor by none for a while. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherRhythmDoesNotTryARefusedKeyAgain(boolean offBetween) {
        bench.report = failed(ProblemCode.API_KEY_REFUSED);
        begin();
        bench.pass(HOUR.multipliedBy(2));

        if (offBetween) {
            bench.schedule.follow(new Rhythm.Off());
            bench.pass(HOUR);
        }
        bench.schedule.follow(new Rhythm.Every(Duration.ofMinutes(15)));

        assertThat(bench.schedule.next(ACME)).contains(new NextRun(Why.RESTING, START.plus(Duration.ofDays(1))));
        assertThat(bench.untilNextRun()).isEqualTo(Duration.ofHours(offBetween ? 21 : 22));
    }

    @Test
    void aKeyThatWasRefusedWhileNothingWasScheduledRestsToo() {
        begin();
        bench.schedule.follow(new Rhythm.Off());
        bench.report = failed(ProblemCode.API_KEY_REFUSED);
        bench.runs.start(ACME, SyncMode.CHANGES);

        bench.schedule.follow(new Rhythm.Every(HOUR));

        assertThat(bench.untilNextRun()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatIsTriedAgainGoesOnInAnotherRhythmAndComesNoLaterThanThat() {
        bench.report = failed(ProblemCode.NETWORK_DOWN);
        begin();
        assertThat(bench.untilNextRun()).isEqualTo(MINUTE);

        bench.schedule.follow(new Rhythm.AtStart());
        assertThat(bench.untilNextRun()).isEqualTo(MINUTE.multipliedBy(2));
        assertThat(bench.untilNextRun()).isEqualTo(MINUTE.multipliedBy(5));
        assertThat(bench.untilNextRun()).isEqualTo(MINUTE.multipliedBy(15));
        assertThat(bench.schedule.next(ACME)).isEmpty();

        bench.schedule.follow(new Rhythm.Every(HOUR));
        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
    }

    @Test
    void whatTheTimeHasComeForMeanwhileComesAWholeTimeLater() {
        bench.report = failed(ProblemCode.API_KEY_REFUSED);
        begin();
        bench.schedule.follow(new Rhythm.Off());
        bench.pass(Duration.ofDays(3));

        bench.schedule.follow(new Rhythm.Every(HOUR));

        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
    }

    /** What waited long enough for its rest is a connection like any other: it is compared with Odoo again, too. */
    @Test
    void whatHasRestedLongEnoughIsNoExceptionAnyMore() {
        bench.report = failed(ProblemCode.API_KEY_REFUSED);
        begin();
        bench.schedule.follow(new Rhythm.Off());
        bench.pass(Duration.ofDays(3));

        bench.schedule.follow(new Rhythm.Every(HOUR));

        assertThat(bench.schedule.next(ACME)).map(NextRun::why).contains(Why.USUAL);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISK_FULL", "KEYRING_LOCKED", "ANSWER_MALFORMED", "UNEXPECTED", "SYNC_ALREADY_RUNNING"})
    void whatNobodyKnowsHowToMendComesAgainAtTheUsualTime(ProblemCode code) {
        bench.report = failed(code);
        begin();

        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
    }

    @Test
    void aNewStartOfTheProgramDoesNotTryAWrongKeyAgain() {
        Instant ended = START.minus(Duration.ofHours(20));
        bench.schedule.know(List.of(
                known(ACME,
                        new RunRecord(ACME, 7, ended, ended, SyncMode.CHANGES, failed(ProblemCode.API_KEY_REFUSED))),
                known(OTHER,
                        new RunRecord(OTHER, 3, ended, ended, SyncMode.CHANGES, failed(ProblemCode.NETWORK_DOWN)))));
        bench.schedule.look();

        assertThat(bench.ran).containsExactly(OTHER);
        assertThat(bench.schedule.next(ACME))
                .contains(new NextRun(Why.RESTING, START.plus(Duration.ofHours(4))));
        bench.pass(Duration.ofHours(4).minusSeconds(1));
        assertThat(bench.ran).doesNotContain(ACME);
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.ran).contains(ACME);
    }

    /** In sleep the monotonic clock stands still on Linux and macOS and goes on on Windows. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasSleptThroughIsCaughtUpOnceWithinAMinute(boolean monotonicGoesOn) {
        begin();
        bench.pass(Duration.ofMinutes(10));
        Duration night = Duration.ofHours(9);
        bench.wall = bench.wall.plus(night);
        bench.nanos += monotonicGoesOn ? night.toNanos() : 0;

        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.ran).as("the network wakes, too").hasSize(1);
        bench.pass(MINUTE.minusSeconds(1));
        assertThat(bench.ran).hasSize(2);
        bench.pass(HOUR.minus(MINUTE));
        assertThat(bench.ran).as("once, not nine times").hasSize(2);
    }

    @Test
    void afterWakingNotEverybodyComesAtTheSameTime() {
        Set<Instant> moments = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            var one = new SteppedSchedule(Rhythm.USUAL, seed);
            one.schedule.know(List.of(known(ACME)));
            one.schedule.look();
            one.wall = one.wall.plus(Duration.ofHours(9));
            one.schedule.look();
            moments.add(one.schedule.next(ACME).orElseThrow().at());
        }

        assertThat(moments).hasSizeGreaterThan(10);
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        begin();
        bench.pass(Duration.ofMinutes(30));
        bench.wall = bench.wall.minus(Duration.ofDays(400));

        assertThat(bench.untilNextRun()).isEqualTo(Duration.ofMinutes(30));
        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
        assertThat(bench.schedule.next(ACME)).map(NextRun::at).contains(bench.wall.plus(HOUR));
    }

    @Test
    void aClockThatIsCorrectedALittleIsNoSleep() {
        begin();
        bench.wall = bench.wall.plus(Duration.ofSeconds(100));

        assertThat(bench.untilNextRun()).isEqualTo(HOUR);
    }

    @Test
    void nothingBeginsOnceEverythingCloses() {
        begin();
        bench.runs.close();
        bench.pass(Duration.ofHours(3));

        assertThat(bench.ran).hasSize(1);
    }
}
