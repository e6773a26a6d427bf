package app.loupe.ui.connect;

import app.loupe.ui.common.DayPicker;
import app.loupe.domain.CertificateFacts;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.SecretField;
import app.loupe.ui.common.TypedDay;
import app.loupe.ui.common.WholeText;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The dialog that connects to an Odoo, or edits a stored connection. Made new each time; what was typed is gone when it closes. */
public final class ConnectDialog implements Card {
    /** What an address that is found and a test in two lines say. */
    private static final double ROOM_FOR_NOTES_EM = 5;
    private static final Pattern MAJOR = Pattern.compile("\\d{1,4}");
    /** The first version of Odoo whose keys end by themselves. */
    private static final int KEYS_END = 18;

    private final ConnectViewModel model;
    private final ConnectForm form;
    private final Wording wording;
    private final Runnable onClose;
    private final VBox view = new VBox();
    private final VBox fields = new VBox();
    private final NextPlace next;
    private final TextField address = new TextField();
    private final ComboBox<String> database = new ComboBox<>();
    private final TextField databaseTyped = new TextField();
    private final TextField user = new TextField();
    private final SecretField secret = new SecretField();

    /** A dialog over this model; {@code onClose} takes it from the screen. */
    public ConnectDialog(ConnectViewModel model, Wording wording, Runnable onClose) {
        this.model = model;
        this.form = model.form();
        this.wording = wording;
        this.onClose = onClose;
        this.next = new NextPlace(form, model, fields);
        view.getStyleClass().addAll("card", "connect-card");
        Nodes.dress(view, ConnectDialog.class, "connect.css");
        var guide = new Guide(wording, () -> guide(false));
        guide.setId("guide");
        Nodes.show(guide, false);
        compose();
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && (next.stop() || asks())) {
                event.consume();
            }
        });
        view.getChildren().addAll(Nodes.label(title(), "card-title"), fields, guide);
    }

    private String title() {
        ConnectForm.Edited edited = form.edited();
        return edited == null
                ? wording.get("connect.title")
                : wording.get("connect.edit.title", edited.profile().name());
    }

    private void compose() {
        fields.getStyleClass().add("fields");
        address.setId("address");
        address.setPromptText(wording.get("connect.address.prompt"));
        address.textProperty().bindBidirectional(form.address);
        address.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.probe().now();
                model.probe().normalise();
            }
        });
        var certificate = new CertificateBlock(wording, this::trust);
        var asked = new VBox(intro(), field("connect.address", Field.ADDRESS, address), certificate, whoAndWhere(),
                secretField(), what(), nameAndExpiry());
        asked.getStyleClass().add("fields");
        var body = new CardBody(asked);
        model.probe().questionProperty().subscribe(question -> {
            certificate.show(question);
            if (question != null) {
                body.reveal(certificate);
            }
        });
        NoteLabel said = formNote();
        asked.getChildren().add(said);
        form.note(Field.FORM).subscribe(note -> {
            if (note.kind() != FieldNote.Kind.NONE) {
                body.reveal(said);
            }
        });
        var font = new FontSize();
        font.font().subscribe(now -> body.keepHeight(ROOM_FOR_NOTES_EM * now.getSize()));
        view.getChildren().add(font);
        fields.getChildren().addAll(body, buttons());
    }

    private VBox intro() {
        var how = new Hyperlink(wording.get("connect.how"));
        how.setId("how");
        how.setAccessibleText(wording.get("connect.how.name"));
        how.setOnAction(event -> guide(true));
        return new VBox(Nodes.paragraph(wording.get("connect.intro"), "muted", "hint"), how);
    }

    private FormField field(String key, Field place, Control... controls) {
        return new FormField(wording.get(key), form.note(place), controls);
    }

    private VBox whoAndWhere() {
        databaseTyped.setId("database");
        databaseTyped.textProperty().bindBidirectional(form.database);
        database.setId("database-list");
        database.setEditable(true);
        database.setMinWidth(0);
        database.setItems(model.databases());
        database.getEditor().textProperty().bindBidirectional(form.database);
        WholeText.chosenByKey(database, database.getEditor());
        database.getEditor().setAccessibleText(wording.get("connect.database"));
        model.databases().subscribe(() -> listed(!model.databases().isEmpty()));
        listed(false);
        user.setId("user");
        user.textProperty().bindBidirectional(form.user);
        FormField left = field("connect.database", Field.DATABASE, databaseTyped, database);
        FormField right = field("connect.user", Field.USER, user);
        VBox box = halves(left, right);
        box.getChildren().addAll(left.takeNote(), right.takeNote());
        return box;
    }

    private void listed(boolean listed) {
        Nodes.show(database, listed);
        Nodes.show(databaseTyped, !listed);
    }

    private FormField secretField() {
        secret.setId("secret");
        secret.setOnAction(event -> save());
        secret.onEdit(model::secretEdited);
        var hint = Nodes.paragraph("", "muted", "hint");
        hint.setId("secret-hint");
        form.keepsSecretProperty().subscribe(keeps -> hint.setText(wording.get(secretHint())));
        return field("connect.secret", Field.SECRET, secret).with(hint);
    }

    private String secretHint() {
        if (form.edited() == null) {
            return "connect.secret.kept";
        }
        return form.keepsSecret() ? "connect.secret.keep" : "connect.secret.again.hint";
    }

    private VBox what() {
        var note = new NoteLabel();
        note.setId("since-note");
        var box = new VBox(Nodes.label(wording.get("connect.since"), "field-label"),
                new SincePicker(form.since, form.sinceUnreadable, form.edited() != null, wording), note);
        form.note(Field.SINCE).subscribe(said -> {
            note.show(said);
            // said where the focus is, too
            box.lookupAll("#since-date").forEach(date -> date.setAccessibleHelp(said.text()));
        });
        if (form.edited() != null) {
            var hint = Nodes.paragraph(wording.get(form.since.get() == null
                    ? "connect.since.edit.all"
                    : "connect.since.edit"), "muted", "hint");
            hint.setId("since-hint");
            box.getChildren().add(hint);
        }
        box.getStyleClass().add("form-field");
        return box;
    }

    private VBox nameAndExpiry() {
        var name = new TextField();
        name.setId("name");
        // what stands there is what it will be called
        name.promptTextProperty().bind(Bindings.createStringBinding(
                () -> form.nameToBe().isEmpty() ? wording.get("connect.name.prompt") : form.nameToBe(), form.address,
                form.database));
        name.textProperty().bindBidirectional(form.name);
        var expires = new DayPicker(wording, form.keyExpiresUnreadable, true);
        expires.setId("key-expires");
        expires.setPromptText(wording.get("connect.key-expires.prompt", TypedDay.example(wording)));
        expires.valueProperty().bindBidirectional(form.keyExpires);
        FormField day = field("connect.key-expires", Field.KEY_DAY, expires);
        VBox box = halves(labelled("connect.name", name), day);
        var hint = Nodes.paragraph("", "muted", "hint");
        hint.setId("key-expires-hint");
        model.probe().serverProperty().subscribe(facts -> hint.setText(wording.get(
                facts == null || keysEnd(facts.version()) ? "connect.key-expires.hint" : "connect.key-expires.count")));
        box.getChildren().addAll(day.takeNote(), hint);
        return box;
    }

    /** Whether keys of this version are valid for a time only; of one that cannot be told it is said. */
    private static boolean keysEnd(String version) {
        Matcher major = MAJOR.matcher(version);
        return !major.find() || Integer.parseInt(major.group()) >= KEYS_END;
    }

    private VBox labelled(String key, Control control) {
        control.setAccessibleText(wording.get(key));
        var box = new VBox(Nodes.label(wording.get(key), "field-label"), control);
        box.getStyleClass().add("form-field");
        return box;
    }

    private static VBox halves(Node left, Node right) {
        var row = new GridPane();
        row.getStyleClass().add("form-row");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            row.getColumnConstraints().add(half);
        }
        row.addRow(0, left, right);
        var box = new VBox(row);
        box.getStyleClass().add("form-field");
        return box;
    }

    private NoteLabel formNote() {
        var note = new NoteLabel();
        note.setId("form-note");
        form.note(Field.FORM).subscribe(note::show);
        return note;
    }

    private FlowRow buttons() {
        Button test = Nodes.button(wording.get("connect.test"), this::test);
        test.setId("test");
        Button cancel = Nodes.button(wording.get("connect.cancel"), this::cancel);
        cancel.setId("cancel");
        Button save = Nodes.button(wording.get(form.edited() == null ? "connect.save" : "connect.save.edit"),
                this::save, Styles.ACCENT);
        save.setId("save");
        save.setDefaultButton(true);
        test.disableProperty().bind(model.busyProperty());
        save.disableProperty().bind(model.busyProperty());
        var row = new FlowRow(test, Nodes.spacer(), cancel, save);
        row.getStyleClass().add("card-buttons");
        return row;
    }

    /** A test is stopped first: what was typed for it stays. */
    private void cancel() {
        if (!next.stop()) {
            onClose.run();
        }
    }

    /** Esc throws away what was typed only when it is pressed once more, with nothing typed between. */
    private boolean asks() {
        FieldNote question = FieldNote.hint(wording.get("connect.escape"));
        boolean typed = secret.getLength() > 0 || form.isChanged();
        boolean asking = typed && !form.note(Field.FORM).get().equals(question);
        if (asking) {
            form.note(Field.FORM, question);
        }
        return asking;
    }

    private void test() {
        next.ask(() -> model.test(secret.read()));
    }

    private void save() {
        next.ask(() -> model.save(secret.read()));
    }

    private void trust(CertificateFacts certificate) {
        model.trust(certificate);
        next.trusted();
    }

    private void guide(boolean shown) {
        Node guide = view.lookup("#guide");
        Nodes.show(guide, shown);
        Nodes.show(fields, !shown);
        if (shown) {
            guide.lookup("#guide-back").requestFocus();
        } else {
            address.requestFocus();
        }
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void opened() {
        if (!fields.isVisible()) {
            guide(true);
        } else if (form.address.get().isEmpty()) {
            address.requestFocus();
        } else if (form.keepsSecret()) {
            view.lookup("#name").requestFocus();
        } else {
            secret.requestFocus();
        }
    }

    @Override
    public void closed() {
        model.close();
        secret.clear();
        ((Pane) secret.getParent()).getChildren().remove(secret);
    }
}
