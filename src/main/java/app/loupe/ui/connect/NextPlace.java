package app.loupe.ui.connect;

import app.loupe.ui.common.DayPicker;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Puts the focus where the owner goes on: after a test at what failed or at the button that adds, after the decision
 * about a certificate at the next empty field. What is said below the form is the help of the place for a screen reader.
 * On the FX thread.
 */
final class NextPlace {
    private final ConnectForm form;
    private final ConnectViewModel model;
    private final Parent fields;
    private @Nullable Node wrongDay;
    private @Nullable Node trusted;
    private boolean asking;

    /** For the fields of this dialog, told apart by their ids. */
    NextPlace(ConnectForm form, ConnectViewModel model, Parent fields) {
        this.form = form;
        this.model = model;
        this.fields = fields;
        model.busyProperty().subscribe(busy -> {
            if (!busy && asking && model.wasStopped()) {
                // the owner is where they go on
                asking = false;
            } else if (!busy && asking) {
                // the notes are written after it
                Platform.runLater(this::answered);
            }
        });
        form.note(Field.FORM).subscribe(said -> Stream.of("#test", "#save", "#since-date", "#key-expires")
                .map(fields::lookup).filter(Objects::nonNull)
                .filter(place -> (!isWrong(Field.KEY_DAY) || !"key-expires".equals(place.getId()))
                        && (!isWrong(Field.SINCE) || !"since-date".equals(place.getId())))
                .forEach(place -> place.setAccessibleHelp(said.text())));
        model.probe().serverProperty().subscribe(facts -> {
            if (facts != null && trusted != null && (trusted.isFocused() || !trusted.isVisible())) {
                // the server named the database
                trusted();
            }
        });
    }

    /** Tests or saves, and goes where the answer is to be acted on. */
    void ask(Runnable question) {
        trusted = null;
        // as when the owner leaves the address: written in full later, it would take the answer away
        model.probe().now();
        model.probe().normalise();
        takeDays();
        wrongDay = wrongDay();
        asking = true;
        question.run();
        if (model.busyProperty().get()) {
            // what says so: the buttons rest meanwhile, and the focus would come to the one that closes the dialog
            field("#form-note").requestFocus();
        } else {
            answered();
        }
    }

    /** As when the owner leaves them: a day that is taken later would end the test, and the one before would be stored. */
    private void takeDays() {
        Stream.of("#since-date", "#key-expires").map(fields::lookup).filter(DayPicker.class::isInstance)
                .map(DayPicker.class::cast).filter(Node::isVisible).forEach(DayPicker::commitValue);
    }

    /** Ends the test that is under way, for what was typed to be put right; false when there is none to be ended. */
    boolean stop() {
        if (!model.mayStop()) {
            return false;
        }
        model.stop();
        field("#test").requestFocus();
        return true;
    }

    private @Nullable Node wrongDay() {
        return form.keepsLess() ? field("#since-date") : null;
    }

    private void answered() {
        asking = false;
        if (fields.getScene() != null && !field("#save").isDisabled()) {
            place().requestFocus();
        }
    }

    private Node place() {
        return Stream.of(Field.ADDRESS, Field.DATABASE, Field.USER, Field.SECRET, Field.SINCE,
                Field.KEY_DAY).filter(this::isWrong)
                .findFirst()
                .map(this::of).orElseGet(() -> {
                    if (wrongDay != null) {
                        return wrongDay;
                    }
                    return field(isWrong(Field.FORM) ? "#test" : "#save");
                });
    }

    private boolean isWrong(Field field) {
        return form.note(field).get().kind() == FieldNote.Kind.BAD;
    }

    private Node of(Field field) {
        return switch (field) {
            case ADDRESS -> model.probe().questionProperty().get() == null ? field("#address") : field("#trust");
            case DATABASE -> model.databases().isEmpty() ? field("#database") : field("#database-list");
            case USER -> field("#user");
            case SECRET -> field("#secret");
            case SINCE -> field("#since-date");
            case KEY_DAY -> field("#key-expires");
            case FORM -> field("#test");
        };
    }

    /** The certificate was trusted: its button is gone. */
    void trusted() {
        Node next = of(nextEmpty());
        trusted = next;
        next.requestFocus();
    }

    private Field nextEmpty() {
        if (form.database.get().isBlank()) {
            return Field.DATABASE;
        }
        if (form.user.get().isBlank()) {
            return Field.USER;
        }
        boolean typed = field("#secret") instanceof TextInputControl secret && secret.getLength() > 0;
        return typed || form.keepsSecret() ? Field.FORM : Field.SECRET;
    }

    private Node field(String id) {
        return Objects.requireNonNull(fields.lookup(id), id);
    }
}
