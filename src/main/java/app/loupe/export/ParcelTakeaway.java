package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Many files that are taken away together, as a ZIP or a folder. */
public final class ParcelTakeaway implements Takeaway {
    private static final List<ExportForm> FORMS = List.of(ExportForm.ZIP, ExportForm.FOLDER);

    private final Filling filling;

    /** Filled by this. */
    public ParcelTakeaway(Filling filling) {
        this.filling = filling;
    }

    /** A month or a quarter. */
    public static ParcelTakeaway of(PeriodPack pack) {
        return new ParcelTakeaway(pack::fill);
    }

    /** An archive. */
    public static ParcelTakeaway of(SealedArchive archive) {
        return new ParcelTakeaway(archive::fill);
    }

    /** Puts the files into a parcel, as {@link PeriodPack#fill} and {@link SealedArchive#fill} do. */
    @FunctionalInterface
    public interface Filling {
        /** Puts all of them there. */
        ExportOutcome fill(Parcel parcel, Steps steps) throws IOException, ProblemException;
    }

    @Override
    public List<ExportForm> forms() {
        return FORMS;
    }

    @Override
    public ExportOutcome write(Place place, Steps steps) throws ProblemException {
        return write(ParcelPlace.of(place), steps);
    }

    /** The same where no form was chosen: the place knows its own. */
    @Blocking
    public ExportOutcome write(ParcelPlace place, Steps steps) throws ProblemException {
        var outcome = new AtomicReference<>(ExportOutcome.FILE);
        place.write(parcel -> outcome.set(filling.fill(parcel, steps)), steps);
        return outcome.get();
    }
}
