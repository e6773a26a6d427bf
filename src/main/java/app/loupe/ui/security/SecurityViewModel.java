package app.loupe.ui.security;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeyChange;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityChecks;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.Wording;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Runs the checks in the background and keeps what they found. Used on the FX thread. */
public final class SecurityViewModel {
    private final SecurityChecks checks;
    private final KeyChange key;
    private final Background background;
    private final ProblemPresenter presenter;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(new Found(List.of(), Instant.EPOCH));
    private final ReadOnlyObjectWrapper<KeyStep> keyStep = new ReadOnlyObjectWrapper<>(KeyStep.NONE);
    private List<ConnectionProfile> checked = List.of();
    private boolean isDue;
    private boolean isRunning;

    /** A model over these checks, with this way to another key. */
    public SecurityViewModel(SecurityChecks checks, KeyChange key, Background background, ProblemPresenter presenter,
            Wording wording) {
        this.checks = checks;
        this.key = key;
        this.background = background;
        this.presenter = presenter;
        this.wording = wording;
    }

    /**
     * The last answer; empty before the first.
     *
     * @param checks in the order of the promises
     * @param when when they were checked
     */
    public record Found(List<SecurityCheck> checks, Instant when) {
        /** How many promises are broken; a notice, or nothing to check yet, is none of them. */
        public long attention() {
            return with(SecurityCheck.Outcome.FAIL);
        }

        /** How many are kept but worth a look. */
        public long notices() {
            return with(SecurityCheck.Outcome.NOTICE);
        }

        /** How many are kept; of the others there may be nothing to check yet. */
        public long kept() {
            return with(SecurityCheck.Outcome.PASS);
        }

        private long with(SecurityCheck.Outcome outcome) {
            return checks.stream().filter(check -> check.outcome() == outcome).count();
        }
    }

    /** How far a change of the key has come that was asked for here. */
    enum KeyStep {
        /** None was asked for, or the last one was not done. */
        NONE,
        /** It is under way. */
        CHANGING,
        /** The last one was done. */
        CHANGED
    }

    /** What the checks found last. */
    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Checks once nothing else is read, when one of all connections was added, changed, synced or deleted since. */
    void know(List<ConnectionProfile> all) {
        if (!all.equals(checked)) {
            checked = List.copyOf(all);
            checkWhenQuiet();
        }
    }

    /** Checks once nothing else is read; what is on its way to the screen comes first. */
    void checkWhenQuiet() {
        if (!isDue) {
            isDue = true;
            background.whenQuiet(() -> {
                isDue = false;
                check();
            });
        }
    }

    /** How far a change of the key has come. */
    ReadOnlyObjectProperty<KeyStep> keyStepProperty() {
        return keyStep.getReadOnlyProperty();
    }

    /** Changes the key in the background, and checks afterwards; nothing happens while a change is under way. */
    void changeKey() {
        if (keyStep.get() == KeyStep.CHANGING) {
            return;
        }
        keyStep.set(KeyStep.CHANGING);
        background.run("change key", key::change).onSuccess(notice -> {
            keyStep.set(notice.isEmpty() ? KeyStep.CHANGED : KeyStep.NONE);
            notice.ifPresent(presenter::show);
        }).onProblem(problem -> {
            keyStep.set(KeyStep.NONE);
            presenter.show(problem);
        }).afterwards(this::checkWhenQuiet).start();
    }

    /**
     * Checks now; nothing happens while a check is under way. Whoever offers this leaves its button as it is meanwhile: one that
     * cannot be pressed loses the focus.
     */
    public void check() {
        if (isRunning) {
            return;
        }
        isRunning = true;
        background.run("security checks", checks::run).onSuccess(list -> {
            isRunning = false;
            found.set(new Found(list, wording.clock().instant()));
        }).onProblem(problem -> {
            isRunning = false;
            presenter.show(problem);
        }).start();
    }
}
