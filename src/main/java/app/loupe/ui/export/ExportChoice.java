package app.loupe.ui.export;

import app.loupe.domain.Quarter;
import app.loupe.export.ExportForm;
import app.loupe.export.PackPeriod;
import app.loupe.ui.common.ExportNames;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is taken away, in which form, of which time, and where it goes. Its name follows what is chosen until the owner
 * names a place; from then on only its ending does. On the FX thread only.
 */
final class ExportChoice {
    private static final int MONTHS_OFFERED = 36;

    private final ExportOffer offer;
    private final LocalDate today;
    private final Wording wording;
    private final ExportNames names;
    private final List<What> all = new ArrayList<>();
    private final ReadOnlyObjectWrapper<What> what;
    private final ReadOnlyObjectWrapper<ExportForm> form;
    private final ObjectProperty<PackPeriod> period;
    private final ObjectProperty<LocalDate> from;
    private final ObjectProperty<LocalDate> to;
    private final BooleanProperty fromUnreadable = new SimpleBooleanProperty();
    private final BooleanProperty toUnreadable = new SimpleBooleanProperty();
    private final BooleanProperty protect = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Path> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper replaces = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private @Nullable Path folder;
    private @Nullable ChosenPlace chosen;
    /** In which form the owner has said; null is the most usual one of what is taken away. */
    private @Nullable ExportForm wanted;
    /** Whether the system's dialog was given this very place, and has asked before a file there is replaced. */
    private boolean asked;

    ExportChoice(ExportOffer offer, Wording wording) {
        this.offer = offer;
        this.wording = wording;
        today = wording.today();
        names = new ExportNames(wording, offer.read());
        offer.parts().forEach(part -> all.add(What.shown(part)));
        all.add(What.parcel(What.Kind.PACK, "pack", wording.get("export.pack"), wording.get("export.pack.holds")));
        all.add(What.parcel(What.Kind.ARCHIVE, "archive", wording.get("export.archive"),
                wording.get("export.archive.holds")));
        what = new ReadOnlyObjectWrapper<>(all.getFirst());
        form = new ReadOnlyObjectWrapper<>(all.getFirst().forms().getFirst());
        period = new SimpleObjectProperty<>(new PackPeriod.WholeMonth(YearMonth.from(today).minusMonths(1)));
        from = new SimpleObjectProperty<>(LocalDate.of(today.getYear() - 1, 1, 1));
        to = new SimpleObjectProperty<>(LocalDate.of(today.getYear() - 1, 12, 31));
        period.subscribe((before, now) -> propose());
        from.subscribe((before, now) -> day(fromUnreadable));
        to.subscribe((before, now) -> day(toUnreadable));
        protect.subscribe((before, now) -> changes.set(changes.get() + 1));
    }

    /** All that can be taken away. */
    List<What> all() {
        return List.copyOf(all);
    }

    ReadOnlyObjectProperty<What> what() {
        return what.getReadOnlyProperty();
    }

    /** What the screen offers of what is chosen. */
    ExportOffer.Part part() {
        return offer.parts().stream().filter(part -> part.id().equals(what.get().id())).findFirst().orElseThrow();
    }

    /** One of those that {@link #what} can have. */
    ReadOnlyObjectProperty<ExportForm> form() {
        return form.getReadOnlyProperty();
    }

    /** What a pack is of. */
    ObjectProperty<PackPeriod> period() {
        return period;
    }

    /**
     * The months that a pack can be of, the newest first: this one, though it is not over, and those before. Each quarter
     * stands above the newest of its months.
     */
    List<PackPeriod> periods() {
        YearMonth now = YearMonth.from(today);
        var periods = new ArrayList<PackPeriod>();
        for (int back = 0; back < MONTHS_OFFERED; back++) {
            YearMonth month = now.minusMonths(back);
            var quarter = Quarter.of(month.atDay(1));
            if (back == 0 || month.equals(quarter.lastMonth())) {
                periods.add(new PackPeriod.WholeQuarter(quarter));
            }
            periods.add(new PackPeriod.WholeMonth(month));
        }
        return periods;
    }

    /** The first day of an archive. */
    ObjectProperty<LocalDate> from() {
        return from;
    }

    /** The last day of an archive. */
    ObjectProperty<LocalDate> to() {
        return to;
    }

    /** Whether what was typed last for the first day is none. */
    BooleanProperty fromUnreadable() {
        return fromUnreadable;
    }

    /** Whether what was typed last for the last day is none. */
    BooleanProperty toUnreadable() {
        return toUnreadable;
    }

    /** Whether what stands in one of the fields for days is none. */
    boolean isUnreadable() {
        return fromUnreadable.get() || toUnreadable.get();
    }

    /** Whether a passphrase is wanted where there can be one. */
    BooleanProperty protect() {
        return protect;
    }

    /** Where it goes; null until it is known where the owner's documents are. */
    ReadOnlyObjectProperty<@Nullable Path> place() {
        return place.getReadOnlyProperty();
    }

    /** Whether a file is there, and is replaced when the owner goes on. */
    ReadOnlyBooleanProperty replaces() {
        return replaces.getReadOnlyProperty();
    }

    /** How often something was chosen. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Takes this away, in the form that the owner has chosen where it can be. */
    void choose(What chosen) {
        what.set(chosen);
        form.set(wanted != null && chosen.forms().contains(wanted) ? wanted : chosen.forms().getFirst());
        propose();
    }

    /** In this form. */
    void choose(ExportForm chosen) {
        wanted = chosen;
        form.set(chosen);
        propose();
    }

    /** Where it goes unless the owner says something else. */
    void usual(Path documents) {
        if (folder == null) {
            folder = documents;
            propose();
        }
    }

    /** It goes here: the system's dialog has asked before a file is replaced, but only for the name that it was given. */
    void into(Path named) {
        var own = new ChosenPlace(named, form.get());
        chosen = own;
        propose();
        asked = named.equals(place.get());
    }

    /** The owner is asked whether the file that is there is to be replaced. */
    void offerToReplace() {
        replaces.set(true);
    }

    /** A day that was picked takes the place of one that could not be read. */
    private void day(BooleanProperty unreadable) {
        unreadable.set(false);
        propose();
    }

    private void propose() {
        Path in = folder;
        ChosenPlace own = chosen;
        if (own != null) {
            place.set(own.as(form.get()));
        } else if (in != null) {
            place.set(in.resolve(fileName()));
        }
        changed();
    }

    private void changed() {
        replaces.set(false);
        asked = false;
        changes.set(changes.get() + 1);
    }

    private String fileName() {
        return switch (what.get().kind()) {
            case SHOWN -> names.of(part(), form.get());
            case PACK -> names.of(wording.get("export.file." + period.get().key(), period.get().toString()),
                    form.get());
            case ARCHIVE -> names.of(
                    wording.get("export.file.archive", String.valueOf(from.get()), String.valueOf(to.get())),
                    form.get());
        };
    }

    /** Whether a file that is there may be replaced. */
    boolean overwrites() {
        return asked || replaces.get();
    }

    /** Of which month, quarter or days it is, in words; empty for what is shown. */
    String days() {
        return switch (what.get().kind()) {
            case SHOWN -> "";
            case PACK -> switch (period.get()) {
                case PackPeriod.WholeMonth month -> wording.dates().month(month.month());
                case PackPeriod.WholeQuarter quarter -> wording.dates().quarter(quarter.quarter());
            };
            case ARCHIVE -> wording.dates().day(from.get()) + " – " + wording.dates().day(to.get());
        };
    }

    /** Whether it can be encrypted: a ZIP can. */
    boolean canBeEncrypted() {
        return what.get().kind() != What.Kind.SHOWN && form.get() == ExportForm.ZIP;
    }

    /** Whether it is to be encrypted. */
    boolean isEncrypted() {
        return canBeEncrypted() && protect.get();
    }

    /** The key of the text that says why this cannot be; empty when it can. */
    String refusal() {
        if (what.get().kind() != What.Kind.ARCHIVE) {
            return "";
        }
        if (isUnreadable()) {
            return "export.day-unreadable";
        }
        if (to.get().isBefore(from.get())) {
            return "export.days-wrong";
        }
        return from.get().isAfter(today) ? "export.days-future" : "";
    }
}
