package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import app.loupe.review.MarkChoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.scene.control.Labeled;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

/** What the owner does to invoices in the list and beside it, by keys and by buttons. */
class InvoiceMarksFxTest extends MarkedInvoices {
    @Test
    void fFlagsAllThatAreSelectedAndUndoTakesItBack() {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO, "INV/2026/01180");

        key(screen, KeyCode.F);

        untilSaid(screen, "Flagged 3 documents.");
        assertThat(List.of(mark(ONE).flagged(), mark(TWO).flagged(), mark("INV/2026/01180").flagged()))
                .containsOnly(true);
        assertThat(chosen(screen)).as("still selected").hasSize(3);
        undo(screen);
        FxStage.until(() -> !mark(ONE).flagged() && !mark(TWO).flagged());
        untilSaid(screen, "Undone: Flagged 3 documents.");
        assertThat(FxStage.on(() -> screen.view().lookup("#undo").isVisible())).as("to undo once more").isFalse();
    }

    @Test
    void theOfferToUndoGoesByItselfAndTheKeyStaysGood() {
        InvoicesView screen = show(copy);
        UndoBar bar = longBar(screen);
        choose(screen, ONE);

        key(screen, KeyCode.F);
        untilSaid(screen, "Flagged 1 document.");
        FxStage.until(() -> bar.view().isVisible());
        assertThat(FxStage.on(() -> bar.stay().getStatus())).isEqualTo(Animation.Status.RUNNING);
        FxStage.run(() -> Objects.requireNonNull(((PauseTransition) bar.stay()).getOnFinished())
                .handle(new ActionEvent()));

        assertThat(FxStage.on(() -> bar.view().isVisible())).isFalse();
        assertThat(FxStage.on(() -> bar.stay().getStatus())).isEqualTo(Animation.Status.STOPPED);
        undo(screen);
        FxStage.until(() -> !mark(ONE).flagged());
    }

    @Test
    void theOfferToUndoStaysWhileTheFocusIsOnIt() {
        InvoicesView screen = show(copy);
        UndoBar bar = longBar(screen);
        choose(screen, ONE);
        key(screen, KeyCode.F);
        untilSaid(screen, "Flagged 1 document.");
        assertThat(FxStage.on(() -> bar.stay().getStatus())).isEqualTo(Animation.Status.RUNNING);

        FxStage.run(() -> screen.view().lookup("#undo").requestFocus());
        assertThat(FxStage.on(() -> bar.stay().getStatus())).isEqualTo(Animation.Status.STOPPED);

        FxStage.run(() -> table(screen).requestFocus());
        assertThat(FxStage.on(() -> bar.stay().getStatus())).isEqualTo(Animation.Status.RUNNING);
    }

    @Test
    void eachActIsUndoneByItselfTheLastFirst() {
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.F);
        key(screen, KeyCode.V);
        untilSaid(screen, "Marked 1 document as reviewed.");

        undo(screen);
        FxStage.until(() -> mark(ONE).review() == null);
        assertThat(mark(ONE).flagged()).isTrue();
        undo(screen);
        FxStage.until(() -> !mark(ONE).flagged());
        undo(screen);
        FxStage.run(() -> {});
        assertThat(mark(ONE)).isEqualTo(InvoiceMark.NONE);
    }

    @Test
    void aReviewThatIsTakenBackBringsBackTheReminderThatItEnded() throws ProblemException {
        LocalDate day = FakeInvoices.TODAY.minusDays(3);
        copy.book().mark(Map.of(copy.key(ONE), new MarkAct.Remind(day)));
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.V);
        FxStage.until(() -> mark(ONE).review() != null && mark(ONE).remindOn() == null);
        key(screen, KeyCode.F);

        key(screen, KeyCode.V);

        FxStage.until(() -> mark(ONE).review() == null);
        assertThat(mark(ONE).remindOn()).isEqualTo(day);
        assertThat(mark(ONE).flagged()).isTrue();
    }

    @Test
    void severalRowsAreAddedUpPerCurrencyInTheFooter() {
        InvoicesView screen = show(copy);

        choose(screen, ONE, TWO);

        FxStage.until(() -> texts(screen.view().lookup(".footer-bar")).contains("selected"));
        assertThat(FxStage.on(() -> texts(screen.view().lookup(".footer-bar")))).contains("2", "€\u00a04,820.00 ·")
                .anyMatch(text -> text.startsWith("$\u00a09,930.00"));
        FxStage.run(
                () -> assertThat(((Labeled) screen.view().lookup("#detail-several")).getText()).as("above the open one")
                        .startsWith("2 selected").contains("€\u00a04,820.00", "$\u00a09,930.00"));
        choose(screen, ONE);
        FxStage.until(() -> texts(screen.view().lookup(".footer-bar")).contains("documents"));
        FxStage.run(() -> assertThat(screen.view().lookup("#detail-several").isVisible()).isFalse());
    }

    @Test
    void whatIsSelectedAndWhatIsMarkedOutliveASync() {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO);
        key(screen, KeyCode.F);
        untilSaid(screen, "Flagged 2 documents.");

        copy.add("INV/2026/01190", "Lumber Inc", "2026-11-22", "2026-12-22", "1.00", "1.00", "EUR");
        FxStage.run(screen::refresh);
        waitFor(screen, 15);

        assertThat(chosen(screen)).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(FxStage.on(() -> screen.model().selection().get().count())).isEqualTo(2);
        assertThat(mark(TWO).flagged()).isTrue();
        FxStage.run(() -> screen.model().choice().marks().add(MarkChoice.FLAGGED));
        waitFor(screen, 2);
    }

    @Test
    void dRemindsOfAllThatAreSelected() {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO);

        key(screen, KeyCode.D);
        FxStage.until(() -> menu() != null);
        FxStage.run(() -> Objects.requireNonNull(menu()).getItems().stream()
                .filter(item -> item.getId().equals("remind-week")).findFirst()
                .orElseThrow().fire());

        untilSaid(screen, "Reminder on 30 Nov 2026 for 2 documents.");
        assertThat(List.of(mark(ONE).remindOn(), mark(TWO).remindOn()))
                .containsOnly(FakeInvoices.TODAY.plusWeeks(1));
        FxStage.until(() -> {
            screen.view().applyCss();
            screen.view().layout();
            return nodes(table(screen)).filter(TableCell.class::isInstance).map(TableCell.class::cast)
                    .filter(cell -> "◷".equals(cell.getText())
                            && "Reminder: 30 Nov 2026".equals(cell.getAccessibleText()))
                    .count() == 2;
        });
        FxStage.run(() -> Objects.requireNonNull(menu()).hide());
    }

    private static void askForADay(InvoicesView screen) {
        key(screen, KeyCode.D);
        FxStage.until(() -> menu() != null);
        FxStage.run(() -> {
            Objects.requireNonNull(menu()).getItems().stream().filter(item -> item.getId().equals("remind-day"))
                    .findFirst().orElseThrow().fire();
            Objects.requireNonNull(menu()).hide();
        });
    }

    private static String refusal(InvoicesView screen, String typed) {
        return FxStage.on(() -> {
            ((DatePicker) screen.view().lookup("#remind-on")).getEditor().setText(typed);
            ((Button) screen.view().lookup("#remind-go")).fire();
            return ((Label) screen.view().lookup("#remind-refused")).getText();
        });
    }

    @Test
    void onAnyDayThatIsTypedButOnNoneThatHasPassed() {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO);
        askForADay(screen);
        assertThat(FxStage.on(() -> screen.view().lookup("#remind-bar").isVisible())).isTrue();

        assertThat(refusal(screen, FakeInvoices.TODAY.minusDays(1).toString())).contains("has passed");
        assertThat(refusal(screen, FakeInvoices.TODAY.toString())).as("a reminder of today would never come of what "
                + "was reviewed today").isEqualTo("23 Nov 2026 is today. Choose a later day");
        assertThat(refusal(screen, "one day")).startsWith("Type a day as ");
        assertThat(refusal(screen, "")).startsWith("Type a day as ");
        assertThat(mark(ONE).remindOn()).isNull();
        refusal(screen, FakeInvoices.TODAY.plusDays(40).toString());

        untilSaid(screen, "Reminder on 2 Jan 2027 for 2 documents.");
        assertThat(List.of(mark(ONE).remindOn(), mark(TWO).remindOn()))
                .containsOnly(FakeInvoices.TODAY.plusDays(40));
        assertThat(FxStage.on(() -> screen.view().lookup("#remind-bar").isVisible())).isFalse();

        askForADay(screen);
        assertThat(FxStage.<String>on(() -> screen.view().lookup("#remind-on").getAccessibleHelp()))
                .as("what was refused the last time is not said again").isNullOrEmpty();
    }

    /** Nobody sees any more of which rows it asks. */
    @Test
    void theQuestionForADayGoesWithItsRows() {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO);
        askForADay(screen);
        assertThat(FxStage.on(() -> screen.view().lookup("#remind-bar").isVisible())).isTrue();

        FxStage.run(() -> screen.select(List.of()));

        assertThat(FxStage.on(() -> screen.view().lookup("#remind-bar").isVisible())).isFalse();
    }

    private static @Nullable ContextMenu menu() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .filter(menu -> "remind-menu".equals(menu.getId())).findFirst().orElse(null);
    }

    @Test
    void theButtonsOfTheDetailDoTheSame() {
        InvoicesView screen = show(copy);
        open(screen, ONE);

        fire(screen, "#review-flag");
        FxStage.until(() -> mark(ONE).flagged());
        fire(screen, "#review-reviewed");
        FxStage.until(() -> texts(screen.view().lookup(".review-card")).contains("✓ Reviewed by me"));
        fire(screen, "#undo");

        FxStage.until(() -> mark(ONE).review() == null);
        assertThat(mark(ONE).flagged()).isTrue();
        FxStage.until(() -> texts(screen.view().lookup(".review-card")).contains("Mark as reviewed"));
    }

    @Test
    void reviewingTheNewOnesGoesFromOneToTheNext() {
        copy.book().note(FakeInvoices.ACME, Stamp.NEVER, List.of(came(ONE), came(TWO)));
        InvoicesView screen = show(copy);
        FxStage.run(() -> screen.model().choice().become(FilterChoice.State.INBOX));
        waitFor(screen, 2);

        open(screen, ONE);
        FxStage.until(() -> mark(ONE).opened());
        assertThat(numbers(screen)).as("what was opened stays in sight").containsExactly(ONE, TWO);
        FxStage.run(() -> table(screen).requestFocus());
        key(screen, KeyCode.V);

        waitFor(screen, 1);
        FxStage.until(() -> screen.model().selected().get() != null
                && screen.model().selected().get().row().number().equals(TWO));
        assertThat(mark(ONE).review()).isNotNull();
    }

    @Test
    void theInboxHasOneStateAtATimeAndTheSameMarksAsTheList() {
        copy.book().note(FakeInvoices.ACME, Stamp.NEVER, List.of(came(ONE)));
        InvoicesView list = show(copy);
        InvoicesView inbox = FxStage.on(() -> {
            InvoicesView other = list.inbox();
            stage.getScene().setRoot(other.view());
            other.select(List.of(FakeInvoices.profile()));
            return other;
        });
        waitFor(inbox, 1);
        assertThat(numbers(inbox)).containsExactly(ONE);

        fire(inbox, "#inbox-to-review");
        FxStage.until(() -> texts(inbox.view()).contains("Nothing is left here"));
        fire(inbox, "#inbox-new");
        waitFor(inbox, 1);
        choose(inbox, ONE);
        key(inbox, KeyCode.V);
        FxStage.until(() -> mark(ONE).review() != null);
        fire(inbox, "#inbox-reviewed");
        waitFor(inbox, 1);
        fire(inbox, "#inbox-reviewed");

        assertThat(FxStage.on(() -> Set.copyOf(inbox.model().choice().marks()))).containsExactly(MarkChoice.REVIEWED);
        assertThat(FxStage.on(() -> list.model().marks())).isSameAs(inbox.model().marks());
    }

    private InvoiceChange came(String number) {
        return new InvoiceChange(copy.key(number).id(), number, 1, 2, FakeInvoices.SYNCED, Kind.NEW,
                InvoiceField.PRESENCE, 0, "", "", false);
    }

    @Test
    void everySignHasItsWords() {
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.F);
        key(screen, KeyCode.V);
        untilSaid(screen, "Marked 1 document as reviewed.");

        FxStage.until(() -> {
            screen.view().applyCss();
            screen.view().layout();
            return nodes(table(screen)).filter(node -> node.getStyleClass().contains("cell-mark"))
                    .map(Node::getAccessibleText).anyMatch("Flagged, Reviewed by me"::equals);
        });
    }

    /** The owner's book cannot be written for a while. */
    @Test
    void whatCouldNotBeUndoneIsUndoneTheNextTime() {
        var problems = new ArrayList<ProblemCode>();
        InvoicesView screen = show(copy);
        refused = problem -> problems.add(problem.code());
        choose(screen, ONE);
        key(screen, KeyCode.F);
        FxStage.until(() -> mark(ONE).flagged());
        choose(screen, TWO);
        key(screen, KeyCode.F);
        FxStage.until(() -> mark(TWO).flagged());
        untilSaid(screen, "Flagged 1 document.");

        BookId book = Objects.requireNonNull(copy.book().leads.remove(FakeInvoices.ACME));
        undo(screen);
        FxStage.until(() -> problems.contains(ProblemCode.NOTES_NOT_KEPT));
        copy.book().leadsTo(FakeInvoices.ACME, book);
        assertThat(FxStage.on(() -> texts(screen.view().lookup("#undo-bar")))).contains("Flagged 1 document.");
        undo(screen);

        FxStage.until(() -> !mark(TWO).flagged());
        assertThat(mark(ONE).flagged()).isTrue();
        undo(screen);
        FxStage.until(() -> !mark(ONE).flagged());
    }

    @Test
    void aReminderWhoseDayHasPassedAndThatWasReviewedIsNoneAnyMore() throws ProblemException {
        copy.book().mark(Map.of(copy.key(ONE), new MarkAct.Remind(FakeInvoices.TODAY.minusDays(3))));
        InvoicesView screen = show(copy);
        open(screen, ONE);
        FxStage.until(() -> texts(screen.view().lookup(".review-card")).contains("Reminder: 20 Nov 2026"));

        FxStage.run(() -> table(screen).requestFocus());
        key(screen, KeyCode.V);

        untilSaid(screen, "Marked 1 document as reviewed.");
        FxStage.until(() -> signsOf(screen).contains("Reviewed by me"));
        assertThat(FxStage.on(() -> texts(screen.view().lookup(".review-card")))).contains("Remind me…")
                .noneMatch(text -> text.contains("20 Nov"));
        assertThat(mark(ONE).remindOn()).as("it is done with").isNull();

        undo(screen);
        FxStage.until(() -> FakeInvoices.TODAY.minusDays(3).equals(mark(ONE).remindOn()));
        assertThat(mark(ONE).review()).isNull();
    }

    private static List<String> signsOf(InvoicesView screen) {
        screen.view().applyCss();
        screen.view().layout();
        return nodes(table(screen)).filter(node -> node.getStyleClass().contains("cell-mark"))
                .map(Node::getAccessibleText).filter(Objects::nonNull).toList();
    }
}
