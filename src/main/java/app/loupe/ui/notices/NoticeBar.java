package app.loupe.ui.notices;

import app.loupe.domain.ConnectionProfile;
import app.loupe.review.Notice;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EditRequest;
import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Tells above the screens what the owner should know: one notice at a time, with a way to what it is about, until it is put
 * aside. It names no amount. On the FX thread.
 */
public final class NoticeBar extends HBox {
    private final Wording wording;
    private final NoticesViewModel model;
    private final Navigator navigator;
    private final Label text = Nodes.paragraph("");
    private final LiveText live = new LiveText(text);
    private final Button show;
    private final Label others = Nodes.label("", "muted");

    /**
     * A bar that is hidden until there is a notice.
     *
     * @param navigator leads to the screen that a notice is about; to the card of a connection an {@link EditRequest} does
     * @param memory what was put aside, and when
     * @param silenced kinds that the owner does not want to see
     */
    public NoticeBar(NoticePorts ports, Navigator navigator, Background background, Wording wording, Memory memory,
            ObservableValue<Set<Notice.Kind>> silenced) {
        this.wording = wording;
        this.navigator = navigator;
        model = new NoticesViewModel(ports, background, wording, memory, silenced);
        setId("notice-bar");
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        others.setMinWidth(USE_PREF_SIZE);
        show = Nodes.button(wording.get("notice.show"), this::follow);
        show.setId("notice-show");
        show.setMinWidth(USE_PREF_SIZE);
        Button close = Nodes.button("×", () -> first().ifPresent(model::putAside), Styles.FLAT, "problem-close");
        close.setId("notice-aside");
        close.setAccessibleText(wording.get("notice.aside"));
        getChildren().addAll(text, others, show, close);
        model.shown().subscribe(this::restate);
    }

    private Optional<Notice> first() {
        return model.shown().get().stream().findFirst();
    }

    private void restate(List<Notice> notices) {
        Nodes.show(this, !notices.isEmpty());
        first().ifPresent(notice -> {
            text.setText(words(notice));
            show.setAccessibleText(wording.get("notice.show.name", text.getText()));
            others.setText(notices.size() == 1 ? "" : wording.get("notice.others", notices.size() - 1));
            Nodes.show(others, notices.size() > 1);
        });
        live.say(Stream.of(text, others).filter(label -> !notices.isEmpty() && label.isVisible()).map(Label::getText)
                .collect(Collectors.joining(" ")));
    }

    /** What a screen reader was told last; empty while there is no notice. */
    LiveText live() {
        return live;
    }

    private String words(Notice notice) {
        return switch (notice) {
            case Notice.NewlyOverdue overdue -> wording.get("notice.overdue", overdue.invoices().size(),
                    wording.dates().day(overdue.since()));
            case Notice.LargeChange change -> wording.get("notice.large-change", change.invoices());
            case Notice.KeyExpiring key -> key.days() < 0
                    ? wording.get("notice.key-expiring.ended", key.connection().name())
                    : wording.get("notice.key-expiring", key.connection().name(), key.days());
            case Notice.SyncFailing failing -> wording.get("notice.sync-failing", failing.connection().name(),
                    failing.days());
        };
    }

    private void follow() {
        first().ifPresent(notice -> {
            switch (notice) {
                case Notice.NewlyOverdue overdue -> navigator.open(new Destination.Invoices(
                        wording.get("notice.overdue.title", wording.dates().day(overdue.since())),
                        overdue.invoices()));
                case Notice.LargeChange _ -> navigator.open(new Destination.Page(PageId.CHANGED));
                case Notice.SyncFailing _ -> navigator.open(new Destination.Page(PageId.SYNCLOG));
                case Notice.KeyExpiring key -> fireEvent(new EditRequest(key.connection()));
            }
            model.putAside(notice);
        });
    }

    /** Tells of these connections. */
    public void follow(List<ConnectionProfile> chosen) {
        model.follow(chosen);
    }

    /** Looks whether another day has begun; to be called now and then. */
    public void look() {
        model.look();
    }

    /** Reads anew: a connection may be another, a run has ended, or the owner has marked changes as seen. */
    public void reread() {
        model.load();
    }
}
