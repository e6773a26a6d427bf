package app.loupe.session;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.session.NextRun.Why;
import app.loupe.sync.SyncProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs when their time has come: at the start and then in the owner's {@link Rhythm}. Somebody has to call
 * {@link #look} every {@link #LOOK}; nothing else wakes it. What the computer has slept through is caught up once, a
 * little later than at once, because the network wakes, too, and other programs want it. About once a week a run compares
 * everything with Odoo, in place of none that failed: while a connection is tried again or rests, that waits, and after a sleep
 * until the syncs that were due have begun. Used on the
 * thread that owns the {@link Runs}.
 */
public final class Schedule implements Runs.Listener {
    /** From one look to the next. */
    public static final Duration LOOK = Duration.ofSeconds(15);
    /** After the look that notices a sleep, runs begin between these and with a look: within a minute of waking. */
    static final Duration AWAKE_FROM = Duration.ofSeconds(5);
    static final Duration AWAKE_UNTIL = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final Runs runs;
    private final ElapsedTime time;
    private final RandomGenerator chance;
    private Rhythm rhythm;
    /** Also while nothing is scheduled: how a run ended counts when something is again. */
    private Timetable timetable;
    private final VerifyTimes verifyTimes;
    /** Whose comparison this has begun. */
    private final Set<ConnectionId> verifying = new HashSet<>();
    private Duration lastLook;

    /** A schedule of these runs that knows no connection yet; the first to listen to the runs. */
    public Schedule(Runs runs, Rhythm rhythm, ElapsedTime time, RandomGenerator chance) {
        this.runs = runs;
        this.time = time;
        this.chance = chance;
        this.rhythm = rhythm;
        this.timetable = new Timetable(between(rhythm));
        this.lastLook = time.now();
        this.verifyTimes = new VerifyTimes(lastLook);
        runs.listen(this);
    }

    private static Duration between(Rhythm rhythm) {
        return rhythm instanceof Rhythm.Every every ? every.between() : Timetable.NEVER;
    }

    private boolean isOff() {
        return rhythm instanceof Rhythm.Off;
    }

    /**
     * Takes another rhythm from now on: its first run comes a whole time later, because nothing has just started. A connection
     * that rests does so on, and one that is tried again is, no later than in this rhythm: a server may lock out who tries on with a key that it has refused.
     */
    public void follow(Rhythm other) {
        rhythm = other;
        timetable = timetable.following(between(other), time.now());
    }

    /**
     * A connection that there is.
     *
     * @param last its last run as the log has it; null when there was none
     */
    public record Known(ConnectionProfile profile, @Nullable RunRecord last) {}

    /** Says which connections there are: the others are forgotten, and each that is new here is {@link #add added}. */
    public void know(List<Known> all) {
        Set<ConnectionId> ids = all.stream().map(one -> one.profile().id()).collect(Collectors.toSet());
        timetable.retain(ids);
        verifyTimes.retain(ids);
        all.forEach(this::add);
    }

    /**
     * Adds a connection before its first run, so that the end of that run counts. One that is new is due at once, unless
     * its last run, perhaps before a new start of the program, failed in a way that only the owner can mend. The sample
     * company never is, and of what is known already nothing changes but the time of its comparison.
     */
    public void add(Known one) {
        if (one.profile().kind() != Kind.SAMPLE) {
            Duration rest = rest(one.last());
            timetable.add(one.profile().id(), time.now().plus(rest), rest.isPositive() ? Why.RESTING : Why.USUAL);
            Verification kept = one.profile().verification();
            if (kept != null && !isOff()) {
                verifyTimes.know(one.profile().id(), kept, time);
            }
        }
    }

    private Duration rest(@Nullable RunRecord last) {
        Instant ended = last == null ? null : last.ended();
        if (last == null || ended == null || !(last.report() instanceof SyncReport.Failed failed)
                || Mending.of(failed.problem().code()) != Mending.OWNER) {
            return Duration.ZERO;
        }
        return Timetable.REST.minus(time.since(ended));
    }

    /** Starts what is due, unless a run of it is under way or it is held. */
    public void look() {
        Duration now = time.now();
        boolean slept = now.minus(lastLook).compareTo(LOOK.plus(ElapsedTime.JUMP)) > 0;
        lastLook = now;
        if (isOff()) {
            return;
        }
        if (slept) {
            // the network wakes, too, and a sync that was due goes first
            verifyTimes.postpone(now.plus(AWAKE_UNTIL).plus(LOOK.multipliedBy(2)));
        } else {
            verifyTimes.due(now).stream().filter(this::mayVerify).forEach(id -> {
                LOG.info("verify {} is due", id);
                verifyTimes.begun(id, now);
                verifying.add(id);
                runs.start(id, SyncMode.VERIFY);
            });
        }
        for (ConnectionId id : timetable.due(now)) {
            if (slept) {
                timetable.postpone(id, now.plusMillis(
                        chance.nextLong(AWAKE_FROM.toMillis(), AWAKE_UNTIL.toMillis())));
            } else if (runs.mayStart(id)) {
                LOG.info("sync {} is due", id);
                runs.start(id, SyncMode.CHANGES);
            }
        }
    }

    /** Not while its last run has failed in a way that is tried again, or left to the owner. */
    private boolean mayVerify(ConnectionId id) {
        return runs.mayStart(id) && timetable.entry(id).filter(entry -> entry.why() == Why.USUAL).isPresent();
    }

    /** When a connection syncs by itself the next time; empty when it never does. */
    public Optional<NextRun> next(ConnectionId id) {
        return isOff()
                ? Optional.empty()
                : timetable.entry(id)
                        .filter(entry -> entry.due().minus(time.now()).compareTo(Timetable.NEVER.dividedBy(2)) < 0)
                        .map(entry -> new NextRun(entry.why(), time.at(entry.due())));
    }

    @Override
    public void progressed(ConnectionId id, SyncProgress at) {
        // only the end decides when the next one is due
    }

    @Override
    public void ended(ConnectionId id, SyncReport report) {
        timetable.ended(id, report, time.now());
        boolean verified = verifying.remove(id);
        if (verified && timetable.entry(id).filter(entry -> entry.why() == Why.RETRY).isPresent()) {
            verifyTimes.kept(id, time.now());
        }
    }
}
