package app.loupe.ui.connect;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.PastedText;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.ui.common.TypedDay;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the owner typed, without the secret, and the notes below the fields. Used on the FX thread. */
final class ConnectForm {
    private final Wording wording;
    private final Map<Field, ObjectProperty<FieldNote>> notes = new EnumMap<>(Field.class);
    final StringProperty address = new SimpleStringProperty("");
    final StringProperty database = new SimpleStringProperty("");
    final StringProperty user = new SimpleStringProperty("");
    final StringProperty name = new SimpleStringProperty("");
    /** From this invoice date on; null for everything. */
    final ObjectProperty<@Nullable LocalDate> since = new SimpleObjectProperty<>();
    /** Whether what was typed for {@link #since} last is no day: it stands there until it is put right. */
    final BooleanProperty sinceUnreadable = new SimpleBooleanProperty();
    /** The last day of the API key; null for none. */
    final ObjectProperty<@Nullable LocalDate> keyExpires = new SimpleObjectProperty<>();
    /** Whether what was typed for {@link #keyExpires} last is no day. */
    final BooleanProperty keyExpiresUnreadable = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper keepsSecret = new ReadOnlyBooleanWrapper();
    private @Nullable Edited edited;

    /**
     * A stored connection as it was before.
     *
     * @param endpoint where it goes; null when that was lost
     * @param hasSecret whether its stored password can go on being used
     */
    record Edited(ConnectionProfile profile, @Nullable Endpoint endpoint, boolean hasSecret) {}

    ConnectForm(Wording wording) {
        this.wording = wording;
        for (Field field : Field.values()) {
            notes.put(field, new SimpleObjectProperty<>(FieldNote.NONE));
        }
        address.addListener(changed -> clearAnswers());
        database.addListener(changed -> clearAnswers());
        user.addListener(changed -> clearAnswers());
        keyExpires.subscribe((before, now) -> mayKeepKeyDay());
        keyExpiresUnreadable.subscribe((before, now) -> mayKeepKeyDay());
        sinceUnreadable.subscribe((before, now) -> note(Field.SINCE, now ? noDay() : FieldNote.NONE));
        for (StringProperty bound : List.of(address, database, user)) {
            bound.subscribe(this::restateSecret);
        }
    }

    /** Fills in a stored connection. */
    void edit(Edited stored) {
        edited = stored;
        name.set(stored.profile().name());
        since.set(stored.profile().since());
        keyExpires.set(stored.profile().keyExpires());
        Endpoint endpoint = stored.endpoint();
        if (endpoint != null) {
            address.set(endpoint.address().url());
            database.set(endpoint.database());
            user.set(endpoint.username());
        }
    }

    /** The connection that is being edited; null for a new one. */
    @Nullable
    Edited edited() {
        return edited;
    }

    /** Whether the owner typed anything that would be gone with the form. */
    boolean isChanged() {
        Edited stored = edited;
        if (stored == null || stored.endpoint() == null) {
            return Stream.of(address, user, name).map(StringProperty::get)
                    .anyMatch(text -> !text.isBlank() && (stored == null || !text.equals(stored.profile().name())));
        }
        ConnectionProfile profile = stored.profile();
        return !typed().equals(Optional.of(stored.endpoint())) || !name.get().equals(profile.name())
                || !Objects.equals(since.get(), profile.since())
                || !Objects.equals(keyExpires.get(), profile.keyExpires());
    }

    /** Whether the stored password goes on being used when none is typed: it is sealed for address, database and user. */
    boolean keepsSecret() {
        return keepsSecret.get();
    }

    ReadOnlyBooleanProperty keepsSecretProperty() {
        return keepsSecret.getReadOnlyProperty();
    }

    private void restateSecret() {
        keepsSecret.set(edited != null && edited.hasSecret() && typed().equals(Optional.ofNullable(edited.endpoint())));
    }

    ObjectProperty<FieldNote> note(Field field) {
        return Objects.requireNonNull(notes.get(field));
    }

    void note(Field field, FieldNote note) {
        note(field).set(note);
    }

    /** Takes back what the last test said; the note of the address belongs to the probe, and that of a day to the day. */
    void clearNotes() {
        clear(note -> true);
    }

    /** The same after something was typed: what goes on all the same, because it cannot be called back, goes on being told. */
    void clearAnswers() {
        clear(note -> note.kind() != FieldNote.Kind.BUSY);
    }

    private void clear(Predicate<FieldNote> which) {
        notes.forEach((field, note) -> {
            if (field != Field.ADDRESS && field != Field.SINCE && field != Field.KEY_DAY && which.test(note.get())) {
                note.set(FieldNote.NONE);
            }
        });
    }

    /** Calls back whenever anything that is tested or stored is another now, or is typed so that nobody can read it. */
    void whenEdited(Runnable edited) {
        Stream.of(address, database, user, name, since, sinceUnreadable, keyExpires, keyExpiresUnreadable)
                .forEach(value -> value.addListener((observed, before, now) -> edited.run()));
    }

    /** Where and as whom to sign in; empty when something is missing, and then the fields say what. */
    Optional<Endpoint> endpoint() {
        clearNotes();
        require(database, Field.DATABASE, "connect.database.missing");
        require(user, Field.USER, "connect.user.missing");
        if (sinceUnreadable.get() || keyExpiresUnreadable.get()) {
            // told at the field, so that nobody saves another date than the one that was meant
            return Optional.empty();
        }
        if (edited != null && keepsLess()) {
            note(Field.FORM, FieldNote.bad(wording.sentence(
                    Problem.of(ProblemCode.KEEPS_MORE, edited.profile().name(), edited.profile().id().value()))));
            return Optional.empty();
        }
        try {
            return typed(OdooAddress.parse(address.get()));
        } catch (ProblemException unreadable) {
            note(Field.ADDRESS, FieldNote.bad(address.get().isBlank()
                    ? wording.get("connect.address.missing")
                    : wording.sentence(unreadable.problem())));
            return Optional.empty();
        }
    }

    /**
     * Whether the last day of the key may be kept, and a test needs no such day: one that is over is told at its field. One
     * that was kept while it came may stay.
     */
    boolean mayKeepKeyDay() {
        if (keyExpiresUnreadable.get()) {
            note(Field.KEY_DAY, noDay());
            return false;
        }
        LocalDate last = keyExpires.get();
        boolean stays = edited != null && Objects.equals(edited.profile().keyExpires(), last);
        boolean may = last == null || stays || !last.isBefore(LocalDate.now(wording.clock()));
        note(Field.KEY_DAY, may ? FieldNote.NONE : FieldNote.bad(wording.get("connect.key-expires.past")));
        return may;
    }

    private FieldNote noDay() {
        return FieldNote.bad(wording.get("day.unreadable", TypedDay.example(wording)));
    }

    /** Whether less would be kept of a stored connection than is here: that is never done. */
    boolean keepsLess() {
        return edited != null && edited.profile().keepsMoreThanFrom(since.get());
    }

    private Optional<Endpoint> typed() {
        try {
            return typed(OdooAddress.parse(address.get()));
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Endpoint> typed(OdooAddress where) {
        String base = PastedText.of(database.get());
        String login = PastedText.of(user.get());
        return !base.isEmpty() && !login.isEmpty()
                ? Optional.of(new Endpoint(where, base, login))
                : Optional.empty();
    }

    private void require(StringProperty value, Field field, String key) {
        if (PastedText.of(value.get()).isEmpty()) {
            note(field, FieldNote.bad(wording.get(key)));
        }
    }

    /** The name the owner gave, or one made of the host's first label, or of the database where the host is a number. */
    String nameOr(Endpoint endpoint) {
        if (!name.get().isBlank()) {
            return name.get().strip();
        }
        return calledAfter(endpoint.address(), endpoint.database());
    }

    /** The name that it has when the owner gives none, by what was typed until now; empty where nothing tells it yet. */
    String nameToBe() {
        try {
            return calledAfter(OdooAddress.parse(address.get()), PastedText.of(database.get()));
        } catch (ProblemException unreadable) {
            return "";
        }
    }

    private static String calledAfter(OdooAddress where, String database) {
        String label = where.host().replaceFirst("\\..*$", "");
        String source = label.isEmpty() || label.equals("localhost") || !label.matches(".*[a-z].*")
                ? database
                : label;
        return source.isEmpty() ? "" : source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1);
    }
}
