package app.loupe.session;

import static app.loupe.session.SteppedSchedule.ACME;
import static app.loupe.session.SteppedSchedule.OTHER;
import static app.loupe.session.SteppedSchedule.START;
import static app.loupe.session.SteppedSchedule.failed;
import static app.loupe.session.SteppedSchedule.known;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A comparison begins by itself when its kept time has come: once, not at the start, and not while a connection fails. */
class WeeklyVerifyTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PAST_THE_START = VerifyTimes.SETTLED.multipliedBy(2).plus(Schedule.LOOK);

    private SteppedSchedule bench = SteppedSchedule.hourly();

    private static Schedule.Known due(ConnectionId id, Instant due) {
        return new Schedule.Known(known(id).profile().verified(new Verification(due, null, Verified.NONE)), null);
    }

    @Test
    void beginsWhenItsTimeHasComeAndOnce() {
        bench.schedule.know(List.of(due(ACME, START.plus(DAY))));

        bench.pass(DAY.minusMinutes(1));
        assertThat(bench.verified).isEmpty();
        bench.pass(Duration.ofMinutes(2));
        assertThat(bench.verified).containsExactly(ACME);

        // the run has written the next time, and the window has read it
        bench.schedule.know(List.of(due(ACME, bench.wall.plus(DAY.multipliedBy(7)))));
        bench.pass(DAY.multipliedBy(7).minusHours(1));
        assertThat(bench.verified).containsExactly(ACME);
        bench.pass(Duration.ofHours(2));
        assertThat(bench.verified).containsExactly(ACME, ACME);
    }

    @Test
    void whatIsOverdueAtTheStartWaitsUntilTheOwnerHasSeenWhatIsNew() {
        bench.schedule.know(List.of(due(ACME, START.minus(DAY))));

        bench.pass(VerifyTimes.SETTLED.minusSeconds(1));
        assertThat(bench.ran).containsExactly(ACME);
        assertThat(bench.verified).isEmpty();

        bench.pass(PAST_THE_START);
        assertThat(bench.verified).containsExactly(ACME);
    }

    /** As of somebody who opens the window for five minutes a day, or locks it early. */
    @ParameterizedTest
    @CsvSource({"P7DT1H, , true", "P6DT23H, , false", "P100D, , true", "PT1H, P15DT1H, true", "PT1H, P14D, false"})
    void whatIsOverdueForMoreThanAWeekBeginsSoon(Duration overdue, @Nullable Duration ended, boolean soon) {
        var kept = new Verification(START.minus(overdue), ended == null ? null : START.minus(ended), Verified.NONE);
        bench.schedule.know(List.of(new Schedule.Known(known(ACME).profile().verified(kept), null)));

        bench.pass(VerifyTimes.OVERDUE.minusSeconds(1));
        assertThat(bench.verified).as("first what is new").isEmpty();
        bench.pass(Duration.ofMinutes(2));

        assertThat(bench.verified).hasSize(soon ? 1 : 0);
    }

    @Test
    void afterASleepTheSyncThatWasDueGoesFirst() {
        for (long seed = 0; seed < 20; seed++) {
            var one = new SteppedSchedule(Rhythm.USUAL, seed);
            one.schedule.know(List.of(due(ACME, START.plus(DAY))));
            one.pass(Duration.ofMinutes(30));
            assertThat(one.ran).hasSize(1);
            one.slow = true;
            one.wall = one.wall.plus(DAY.multipliedBy(2));

            one.pass(Duration.ofMinutes(2));

            assertThat(one.waiting).as("the sync").hasSize(1);
            one.slow = false;
            one.waiting.remove().run();
            assertThat(one.verified).isEmpty();
            one.pass(Schedule.LOOK);
            assertThat(one.verified).containsExactly(ACME);
        }
    }

    /** A sync is not due yet, and the network is not awake. */
    @Test
    void afterASleepNoneBeginsAtOnce() {
        bench.schedule.know(List.of(due(ACME, START.plus(Duration.ofMinutes(70)))));
        bench.pass(Duration.ofMinutes(61));
        bench.wall = bench.wall.plus(Duration.ofMinutes(20));

        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.verified).isEmpty();
        bench.pass(Duration.ofMinutes(1));
        assertThat(bench.verified).containsExactly(ACME);
    }

    /** The copy notes a comparison once it has signed in: before that nothing is to be waited for but the network. */
    @Test
    void whatTheNetworkKeptFromBeginningFollowsTheNextSync() {
        bench.schedule.know(List.of(due(ACME, START)));
        bench.pass(VerifyTimes.SETTLED.minusSeconds(1));
        bench.report = failed(ProblemCode.NETWORK_DOWN);
        while (bench.verified.isEmpty()) {
            bench.pass(Schedule.LOOK);
        }
        bench.report = new SyncReport.Done(SyncCounts.NONE);

        bench.pass(Timetable.BACK_OFF.getFirst().plus(Schedule.LOOK.multipliedBy(2)));

        assertThat(bench.verified).containsExactly(ACME, ACME);
    }

    @Test
    void aTimeThatOnlyAWrongClockCouldHaveGivenIsNotWaitedFor() {
        bench.schedule.know(List.of(due(ACME, START.plus(DAY.multipliedBy(1_200)))));

        bench.pass(PAST_THE_START);
        assertThat(bench.verified).containsExactly(ACME);
    }

    @Test
    void twoThatAreOverdueDoNotBeginTogether() {
        bench.schedule.know(List.of(due(ACME, START), due(OTHER, START)));
        while (bench.verified.isEmpty()) {
            bench.pass(Schedule.LOOK);
        }

        assertThat(bench.verified).hasSize(1);
        bench.pass(PAST_THE_START);
        assertThat(bench.verified).containsExactlyInAnyOrder(ACME, OTHER);
    }

    @Test
    void anotherRhythmDoesNotBeginItWhileAConnectionRests() {
        bench.report = failed(ProblemCode.API_KEY_REFUSED);
        bench.schedule.know(List.of(due(ACME, START)));
        bench.pass(Duration.ofHours(2));
        assertThat(bench.ran).containsExactly(ACME);

        bench.schedule.follow(new Rhythm.Every(Duration.ofMinutes(15)));
        bench.pass(Duration.ofHours(2));

        assertThat(bench.ran).containsExactly(ACME);
    }

    @Test
    void isNotBegunAgainWhereTheCopyCouldNotNoteIt() {
        bench.schedule.know(List.of(due(ACME, START)));
        bench.pass(PAST_THE_START);
        bench.schedule.know(List.of(due(ACME, START)));

        bench.pass(VerifyTimes.UNWRITTEN.minusHours(1));

        assertThat(bench.verified).containsExactly(ACME);
    }

    @Test
    void aNewStartOfTheProgramKeepsTheTime() {
        Instant due = START.plus(DAY.multipliedBy(2));
        for (int start = 0; start < 4; start++) {
            Instant now = START.plus(Duration.ofHours(11L * start));
            bench = SteppedSchedule.hourly();
            bench.wall = now;
            bench.schedule.know(List.of(due(ACME, due)));
            bench.pass(Duration.ofHours(2));

            assertThat(bench.verified).isEmpty();
        }
        bench = SteppedSchedule.hourly();
        bench.wall = due;
        bench.schedule.know(List.of(due(ACME, due)));
        bench.pass(PAST_THE_START);
        assertThat(bench.verified).containsExactly(ACME);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"NETWORK_DOWN", "SERVER_BUSY", "API_KEY_REFUSED", "CERTIFICATE_CHANGED"})
    void waitsWhileItsConnectionFails(ProblemCode code) {
        bench.report = failed(code);
        bench.schedule.know(List.of(due(ACME, START)));

        bench.pass(Duration.ofHours(3));
        assertThat(bench.verified).isEmpty();
        bench.report = new SyncReport.Done(SyncCounts.NONE);
        bench.pass(Duration.ofHours(30));

        assertThat(bench.verified).first().isEqualTo(ACME);
    }

    @Test
    void oneThatFailsIsFollowedByThePatienceOfEverySync() {
        bench.schedule.know(List.of(due(ACME, START)));
        bench.pass(VerifyTimes.SETTLED.minusSeconds(1));
        bench.report = failed(ProblemCode.NETWORK_DOWN);
        while (bench.verified.isEmpty()) {
            bench.pass(Schedule.LOOK);
        }

        assertThat(bench.schedule.next(ACME)).map(NextRun::why).contains(NextRun.Why.RETRY);
        assertThat(bench.untilNextRun()).isEqualTo(Timetable.BACK_OFF.getFirst());
        assertThat(bench.verified).hasSize(1);
    }

    /** The end of another connection's run has the window read the next time of all. */
    @Test
    void oneThatBrokeOffAfterItsNextTimeWasKnownWaitsForThatTime() {
        bench.schedule.know(List.of(due(ACME, START)));
        bench.pass(VerifyTimes.SETTLED.minusSeconds(1));
        bench.slow = true;
        bench.report = failed(ProblemCode.NETWORK_DOWN);
        while (bench.waiting.isEmpty()) {
            bench.pass(Schedule.LOOK);
        }
        Schedule.Known noted = due(ACME, bench.wall.plus(DAY));
        bench.schedule.know(List.of(noted));
        bench.waiting.remove().run();
        assertThat(bench.verified).as("was under way").containsExactly(ACME);
        bench.slow = false;
        bench.report = new SyncReport.Done(SyncCounts.NONE);
        bench.schedule.know(List.of(noted));

        bench.pass(DAY.minusHours(1));
        assertThat(bench.verified).containsExactly(ACME);
        bench.pass(Duration.ofHours(2));
        assertThat(bench.verified).containsExactly(ACME, ACME);
    }

    @Test
    void whoTurnedTheScheduleOffIsNotComparedEither() {
        var off = new SteppedSchedule(new Rhythm.Off());
        off.schedule.know(List.of(due(ACME, START)));
        off.pass(DAY);

        assertThat(off.ran).isEmpty();
    }
}
