package app.loupe.ui.shell;

import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Tells the window that what it says has become older: every minute, and when another day has begun, by which an invoice may
 * be overdue and a reminder due. On the FX thread.
 */
final class PassingTime {
    private static final Duration AGES_CHANGE_AFTER = Duration.minutes(1);

    private final Wording wording;
    private final Runnable minute;
    private final Runnable midnight;
    private final Timeline beat = new Timeline(new KeyFrame(AGES_CHANGE_AFTER, event -> look()));
    private LocalDate day;

    /** Begins to tell with {@link #play}. */
    PassingTime(Wording wording, Runnable minute, Runnable midnight) {
        this.wording = wording;
        this.minute = minute;
        this.midnight = midnight;
        day = wording.today();
        beat.setCycleCount(Animation.INDEFINITE);
    }

    void play() {
        beat.play();
    }

    void stop() {
        beat.stop();
    }

    /** Looks at the clock. */
    void look() {
        minute.run();
        LocalDate today = wording.today();
        if (!today.equals(day)) {
            // also a day before: the clock was set right
            day = today;
            midnight.run();
        }
    }
}
