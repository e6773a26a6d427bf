package app.loupe.ui.export;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import app.loupe.export.ExportOutcome;
import app.loupe.export.ExportSource;
import app.loupe.export.ExportSpan;
import app.loupe.export.PeriodPack;
import app.loupe.export.ParcelTakeaway;
import app.loupe.export.PlaceRights;
import app.loupe.export.SealedArchive;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.TypedDay;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WorkProgress;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the owner chose in an {@link ExportChoice}, in the background, and says how far it is, what became of it,
 * and why it could not be. On the FX thread; nothing here waits.
 */
final class ExportViewModel {
    /** How far it is. */
    enum State {
        /** The owner chooses. */
        ASKING,
        /** It is being written. */
        WRITING,
        /** It is being taken back. */
        STOPPING,
        /** It is there. */
        WRITTEN
    }

    /**
     * What is written below the choice.
     *
     * @param wrong whether it says why nothing was written
     */
    record Note(String text, boolean wrong) {
        static final Note NONE = new Note("", false);
    }

    /**
     * What was written, and where.
     *
     * @param open whether the place keeps no rights, so that others may read it
     * @param of of which month, quarter or days it is, in words; empty for what was shown
     */
    record Written(Path place, ExportOutcome outcome, boolean open, String of) {}

    private final ExportOffer offer;
    private final ExportPorts ports;
    private final Background background;
    private final Wording wording;
    private final ExportChoice choice;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
    private final ReadOnlyObjectWrapper<WorkProgress.At> reading = new ReadOnlyObjectWrapper<>(WorkProgress.At.START);
    private final ReadOnlyObjectWrapper<WorkProgress.At> progress = new ReadOnlyObjectWrapper<>(
            WorkProgress.At.START);
    private final ReadOnlyObjectWrapper<Note> note = new ReadOnlyObjectWrapper<>(Note.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Written> written = new ReadOnlyObjectWrapper<>();
    private CancelToken running = new CancelToken();

    ExportViewModel(ExportOffer offer, ExportPorts ports, Background background, Wording wording) {
        this.offer = offer;
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        choice = new ExportChoice(offer, wording);
        choice.changes().subscribe(count -> note.set(Note.NONE));
        choice.fromUnreadable().subscribe(noDay -> tell());
        choice.toUnreadable().subscribe(noDay -> tell());
        background.run("find documents", ports.places()::documents).onSuccess(choice::usual).start();
    }

    /** What this is of: what the screen said of itself, or everything of its connections. */
    String of(What what) {
        return what.kind() == What.Kind.SHOWN
                ? offer.shown()
                : wording.get("export.parcel.of", offer.read().connections().stream().map(ConnectionProfile::name)
                        .collect(Collectors.joining(", ")));
    }

    /** What the owner chooses. */
    ExportChoice choice() {
        return choice;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkProgress.At> progress() {
        return progress.getReadOnlyProperty();
    }

    /** How much of the copy was looked at before the first row, where that takes a walk through all of it. */
    ReadOnlyObjectProperty<WorkProgress.At> reading() {
        return reading.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Note> note() {
        return note.getReadOnlyProperty();
    }

    /** What was written; null before. */
    ReadOnlyObjectProperty<@Nullable Written> written() {
        return written.getReadOnlyProperty();
    }

    /** A passphrase to offer. */
    String phrase() {
        return ports.phrases().offer();
    }

    /** Asks with the system's dialog where it goes. */
    void browse() {
        Path proposed = choice.place().get();
        if (proposed != null) {
            ports.files().chooseToSave(wording.get("export.choose.title"), proposed).ifPresent(choice::into);
        }
    }

    /** How far it is, in words. */
    String progressText() {
        WorkProgress.At at = progress.get();
        if (at.of() == 0) {
            WorkProgress.At read = reading.get();
            return read.of() == 0
                    ? wording.get("export.progress.begin")
                    : wording.get("export.progress.reading", read.percent());
        }
        long invoices = choice.what().get().invoices();
        return invoices > 0
                ? wording.get("export.progress.invoices", at.done() * invoices / at.of(), invoices)
                : wording.get("export.progress.part", at.percent());
    }

    /**
     * Writes it, or says why not.
     *
     * @param passphrase what was typed; closed here
     * @param again what was typed the second time; closed here
     */
    void write(Secret passphrase, Secret again) {
        Path place = choice.place().get();
        String refused = place == null ? "" : choice.isEncrypted() ? refusal(passphrase, again) : choice.refusal();
        again.close();
        if (place == null || state.get() != State.ASKING || !refused.isEmpty()) {
            passphrase.close();
            note.set(new Note(refused.isEmpty() ? "" : saying(refused), true));
            return;
        }
        note.set(Note.NONE);
        progress.set(WorkProgress.At.START);
        reading.set(WorkProgress.At.START);
        state.set(State.WRITING);
        var token = new CancelToken();
        running = token;
        var to = new Takeaway.Place(choice.form().get(), place, choice.overwrites(),
                choice.isEncrypted() ? passphrase : null);
        var told = new WorkProgress(at -> {
            if (token == running) {
                progress.set(at);
            }
        });
        var read = new WorkProgress(at -> {
            if (token == running) {
                reading.set(at);
            }
        });
        var steps = new Steps(token, new Steps.Listener() {
            @Override
            public void at(long done, long of) {
                told.at(done, of);
            }

            @Override
            public void reading(long done, long of) {
                read.at(done, of);
            }
        });
        Takeaway what = takeaway();
        String of = choice.days();
        background.run("export", () -> {
            try (passphrase) {
                ExportOutcome outcome = what.write(to, steps);
                return new Written(place, outcome, PlaceRights.isOpen(place), of);
            }
        }).onSuccess(there -> {
            written.set(there);
            state.set(State.WRITTEN);
        }).onProblem(this::failed).start();
    }

    /** A day that cannot be read is told of at once, until it is touched: Enter in its field does not come as far as here. */
    private void tell() {
        note.set(choice.isUnreadable() ? new Note(saying("export.day-unreadable"), true) : Note.NONE);
    }

    private String saying(String refused) {
        return wording.get(refused, TypedDay.example(wording));
    }

    private String refusal(Secret passphrase, Secret again) {
        if (!choice.refusal().isEmpty()) {
            return choice.refusal();
        }
        if (passphrase.length() == 0) {
            return "export.phrase.empty";
        }
        if (!passphrase.sameAs(again)) {
            return "export.phrase.different";
        }
        if (ports.phrases().suffice(passphrase)) {
            return "";
        }
        return ports.phrases().isKnown(passphrase) ? "export.phrase.known" : "export.phrase.weak";
    }

    private void failed(Problem problem) {
        state.set(State.ASKING);
        if (problem.code().isEnd()) {
            note.set(new Note(wording.get("export.stopped"), false));
            return;
        }
        if (problem.code() == ProblemCode.EXPORT_EXISTS) {
            choice.offerToReplace();
        }
        note.set(new Note(wording.sentence(problem), true));
    }

    private Takeaway takeaway() {
        var source = new ExportSource(ports.reader(), ports.shelf(), ports.changes(), offer.read());
        return switch (choice.what().get().kind()) {
            case SHOWN -> choice.part().takeaway();
            case PACK -> ParcelTakeaway.of(new PeriodPack(source, wording.texts(), wording.clock(),
                    choice.period().get()));
            case ARCHIVE -> ParcelTakeaway.of(new SealedArchive(source, wording.texts(), wording.clock(),
                    new ExportSpan(choice.from().get(), choice.to().get())));
        };
    }

    /** Takes back what is being written; nothing of it stays. */
    void stop() {
        if (state.get() == State.WRITING) {
            state.set(State.STOPPING);
        }
        running.cancel();
    }

    /** Shows what was written among the owner's files. */
    void show() {
        Written there = written.get();
        if (there != null) {
            ports.places().show(there.place());
        }
    }
}
