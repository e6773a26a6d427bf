package app.loupe.ui.connect;

import app.loupe.domain.CertificateFacts;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.SecretField;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The dialog that connects to an Odoo. Made new each time; what was typed is gone when it closes. */
public final class ConnectDialog implements Card {
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
        view.getChildren().addAll(Nodes.label(wording.get("connect.title"), "card-title"), fields, guide);
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
        model.probe().questionProperty().subscribe(certificate::show);
        Node what = what();
        Node name = nameField();
        // a connection that is mended keeps both
        boolean fresh = form.mended == null;
        Nodes.show(what, fresh);
        Nodes.show(name, fresh);
        fields.getChildren().addAll(intro(), field("connect.address", Field.ADDRESS, address), certificate,
                whoAndWhere(), secretField(), what, name, formNote(), buttons());
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
        database.getEditor().setAccessibleText(wording.get("connect.database"));
        model.databases().subscribe(() -> listed(!model.databases().isEmpty()));
        listed(false);
        user.setId("user");
        user.textProperty().bindBidirectional(form.user);
        FormField left = field("connect.database", Field.DATABASE, databaseTyped, database);
        FormField right = field("connect.user", Field.USER, user);
        var row = new GridPane();
        row.getStyleClass().add("form-row");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            row.getColumnConstraints().add(half);
        }
        row.addRow(0, left, right);
        var box = new VBox(row, left.takeNote(), right.takeNote());
        box.getStyleClass().add("form-field");
        return box;
    }

    private void listed(boolean listed) {
        Nodes.show(database, listed);
        Nodes.show(databaseTyped, !listed);
    }

    private FormField secretField() {
        secret.setId("secret");
        secret.setOnAction(event -> save());
        return field("connect.secret", Field.SECRET, secret)
                .with(Nodes.paragraph(wording.get("connect.secret.kept"), "muted", "hint"));
    }

    private VBox what() {
        var box = new VBox(Nodes.label(wording.get("connect.since"), "field-label"),
                new SincePicker(form.since, form.sinceUnreadable, wording));
        box.getStyleClass().add("form-field");
        return box;
    }

    private Node nameField() {
        var name = new TextField();
        name.setId("name");
        name.setPromptText(wording.get("connect.name.prompt"));
        name.textProperty().bindBidirectional(form.name);
        var box = new VBox(Nodes.label(wording.get("connect.name"), "field-label"), name);
        name.setAccessibleText(wording.get("connect.name"));
        box.getStyleClass().add("form-field");
        return box;
    }

    private NoteLabel formNote() {
        var note = new NoteLabel();
        note.setId("form-note");
        form.note(Field.FORM).subscribe(note::show);
        return note;
    }

    private HBox buttons() {
        Button test = Nodes.button(wording.get("connect.test"), this::test);
        test.setId("test");
        Button cancel = Nodes.button(wording.get("connect.cancel"), onClose);
        cancel.setId("cancel");
        Button save = Nodes.button(wording.get("connect.save"), this::save, Styles.ACCENT);
        save.setId("save");
        save.setDefaultButton(true);
        test.disableProperty().bind(model.busyProperty().or(model.overProperty()));
        save.disableProperty().bind(model.busyProperty().or(model.overProperty()));
        model.overProperty().subscribe(over -> {
            if (over) {
                cancel.setText(wording.get("connect.close"));
                cancel.setAccessibleText(wording.get("connect.close"));
                cancel.requestFocus();
                lock();
            }
        });
        var row = new HBox(test, Nodes.spacer(), cancel, save);
        row.getStyleClass().add("card-buttons");
        return row;
    }

    /** Typing would take the message away, and there is nothing left to save. */
    private void lock() {
        for (Control control : new Control[] {address, database, databaseTyped, user, secret}) {
            control.setDisable(true);
        }
    }

    private void test() {
        next.ask(() -> model.test(secret.read()));
    }

    private void save() {
        next.ask(() -> model.save(secret.read()));
    }

    private void trust(CertificateFacts certificate) {
        model.probe().trust(certificate);
        next.trusted();
    }

    private void guide(boolean shown) {
        Node guide = view.getChildren().get(2);
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
