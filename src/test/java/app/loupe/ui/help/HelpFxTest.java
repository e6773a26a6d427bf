package app.loupe.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import app.loupe.ui.common.TextLink;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import testkit.FakeInvoices;
import testkit.Guides;
import testkit.window.Fx;

/** Help shows the whole guide, a section at a time, finds words in it and follows its links. */
class HelpFxTest {
    static final List<Locale> LANGUAGES = Guides.LANGUAGES;

    private @Nullable Stage stage;
    private @Nullable HelpScreen screen;

    private void open(Locale language, double width, double fontPx) {
        Fx.run(() -> {
            screen = new HelpScreen(Wording.of(new Texts(language), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
            var scene = new Scene(screen.view(), width, 600);
            new Theme(new SimpleObjectProperty<>(ColorScheme.DARK)).dress(scene);
            screen.view().setStyle("-fx-font-size: " + fontPx + "px");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            screen.select(List.of());
            screen.entered();
        });
    }

    @AfterEach
    void close() {
        Fx.run(() -> Objects.requireNonNull(stage).hide());
    }

    private List<Node> all(String selector) {
        return Fx.laidOut(Objects.requireNonNull(screen).view()).lookupAll(selector).stream()
                .filter(Node::isVisible).toList();
    }

    private List<ToggleButton> chips() {
        return all("#help-contents .chip").stream().map(ToggleButton.class::cast).toList();
    }

    private List<String> texts(String selector) {
        return Fx.get(() -> all(selector).stream().map(Labeled.class::cast).map(Labeled::getText).toList());
    }

    private void search(String words) {
        Fx.run(() -> ((TextField) all("#help-search").getFirst()).setText(words));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everySectionAndHeadingOfTheGuideIsReachedAndEveryPictureShown(Locale language) throws Exception {
        open(language, 960, 13);
        List<String> lines = Guides.text(language).lines().toList();
        List<String> titles = starting(lines, "## ");

        assertThat(titles).hasSizeGreaterThan(7);
        assertThat(texts("#help-contents .chip")).hasSize(titles.size() + 1).containsAll(titles);
        int pictures = 0;
        var headings = new ArrayList<String>();
        for (int i = 0; i < titles.size() + 1; i++) {
            int chosen = i;
            Fx.run(() -> chips().get(chosen).fire());
            assertThat(texts(".guide-title")).containsExactly(Fx.get(() -> chips().get(chosen).getText()));
            headings.addAll(texts(".guide-heading"));
            pictures += Fx.get(() -> pictures().size());
            Fx.await("pictures are read", () -> pictures().stream().allMatch(view -> view.getImage().getWidth() > 1));
            assertThat(Fx.get(() -> pictures().stream().noneMatch(view -> view.getImage().isError()))).isTrue();
        }
        assertThat(headings).containsExactlyElementsOf(starting(lines, "### "));
        assertThat(pictures).isEqualTo((int) lines.stream().filter(line -> line.startsWith("![")).count());
    }

    private List<ImageView> pictures() {
        return all(".image-view").stream().map(ImageView.class::cast).toList();
    }

    private static List<String> starting(List<String> lines, String mark) {
        return lines.stream().filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length())).toList();
    }

    @Test
    void aSearchLeavesTheSectionsThatHoldAllItsWords() {
        open(Locale.ENGLISH, 960, 13);

        search("sha256sum MANIFEST");
        assertThat(texts("#help-contents .chip")).containsExactly("Month end");
        assertThat(texts(".guide-title")).containsExactly("Month end");

        search("sha256sum zebra");
        assertThat(texts("#help-contents .chip")).isEmpty();
        assertThat(texts("#help-none")).singleElement().asString().contains("sha256sum zebra");

        search("");
        assertThat(texts("#help-contents .chip")).hasSizeGreaterThan(7);
        assertThat(texts(".guide-title")).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theFirstPageLeadsToEverySectionAndToTheHeadingsInThem(Locale language) throws Exception {
        open(language, 960, 13);
        List<String> lines = Guides.text(language).lines().toList();
        List<String> headings = lines.stream().filter(line -> line.matches("##+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")).toList();

        assertThat(Fx.get(() -> all(".text-link").stream().map(link -> ((TextLink) link).getText()).toList()))
                .containsExactlyElementsOf(headings);
        assertThat(Fx.get(() -> all(".guide-page").getFirst().getLayoutBounds().getHeight())).isGreaterThan(300);
        List<String> titles = starting(lines, "## ");
        String last = headings.getLast();
        follow(headings.size() - 1);
        assertThat(texts(".guide-title")).containsExactly(titles.getLast());
        assertThat(texts(".guide-heading")).contains(last);
        Fx.await("the heading is in sight", () -> scroll().getVvalue() > 0.5);
    }

    private void follow(int link) {
        Fx.run(() -> ((TextLink) all(".text-link").get(link)).executeAccessibleAction(AccessibleAction.FIRE));
    }

    private ScrollPane scroll() {
        return (ScrollPane) all("#help-scroll").getFirst();
    }

    /** The name of a heading holds letters with accents in some of them. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void aLinkOpensItsSection(Locale language) throws Exception {
        open(language, 960, 13);
        Fx.run(() -> chips().get(2).fire());
        String daily = starting(Guides.text(language).lines().toList(), "## ").get(2);

        // the first leads to a heading of the same section
        follow(1);

        assertThat(texts(".guide-title")).containsExactly(daily);
        assertThat(Fx.get(() -> chips().stream().filter(ToggleButton::isSelected).map(Labeled::getText).toList()))
                .containsExactly(daily);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyHeadingThatTheFirstPageLeadsToComesIntoSight(Locale language) throws Exception {
        open(language, 960, 13);
        List<String> headings = Guides.text(language).lines().filter(line -> line.startsWith("##")).toList();
        for (int i = 0; i < headings.size(); i++) {
            Fx.run(() -> chips().getFirst().fire());
            follow(i);
            if (headings.get(i).startsWith("### ")) {
                String heading = headings.get(i).substring("### ".length());
                Fx.await(heading, () -> inSight(heading));
            }
        }
    }

    private boolean inSight(String heading) {
        return all(".guide-heading").stream().filter(node -> ((Labeled) node).getText().equals(heading)).anyMatch(
                node -> scroll().localToScene(scroll().getLayoutBounds())
                        .contains(
                                node.localToScene(node.getLayoutBounds().getMinX(), node.getLayoutBounds().getMinY())));
    }

    @Test
    void aScreenReaderHearsParagraphsWholeAndPicturesByWhatTheyShow() {
        open(Locale.ENGLISH, 960, 13);
        Fx.run(() -> chips().get(1).fire());

        assertThat(Fx.get(() -> all(".guide-line").stream().map(Node::getAccessibleText).toList()))
                .anyMatch(text -> text.startsWith("1. Press Add connection, or Ctrl+N. How? shows the steps"));
        assertThat(Fx.get(() -> pictures().getFirst().getAccessibleText())).contains("a user that can only read");
        assertThat(Fx.get(() -> all(".guide-title").getFirst().getAccessibleRoleDescription())).isEqualTo("heading");
    }

    @Test
    void linesFollowCloselyOnEachOther() {
        open(Locale.ENGLISH, 960, 13);
        Fx.run(() -> chips().get(4).fire());

        assertThat(Fx.get(() -> all(".guide-item").stream().map(Region.class::cast)
                .map(item -> item.getHeight() - item.getChildrenUnmodifiable().getLast().getBoundsInParent().getMaxY())
                .toList())).hasSizeGreaterThan(3).allSatisfy(left -> assertThat(left).isLessThan(5));
    }

    @Test
    void nothingIsWiderThanThePageWithTextsOfTwiceTheSize() {
        open(Locale.GERMANY, 420, 26);

        for (int i = 0; i < Fx.get(() -> chips().size()); i++) {
            int chosen = i;
            Fx.run(() -> chips().get(chosen).fire());
            double room = Fx.get(() -> ((ScrollPane) all("#help-scroll").getFirst()).getViewportBounds().getWidth());
            Predicate<Node> tooWide = node -> node.localToScene(node.getLayoutBounds()).getMaxX() > room + 1;
            assertThat(Fx.get(() -> all(".guide-word, .guide-page .label, .image-view").stream().filter(tooWide)
                    .map(Node::toString).toList())).isEmpty();
        }
    }

    @Test
    void theGuideIsInTheLanguageOfTheWindowAndInEnglishWhereThereIsNone() {
        open(Locale.GERMANY, 960, 13);
        assertThat(texts(".guide-title")).containsExactly("Die Anleitung");
        assertThat(texts("#help-contents .chip")).contains("Wenn etwas nicht stimmt");
        close();
        open(Locale.ITALY, 960, 13);
        assertThat(texts(".guide-title")).containsExactly("The owner's guide");
    }

    @Test
    void aSearchNeedsNoAccents() {
        open(Locale.GERMANY, 960, 13);
        search("schluesselbund haelt");
        assertThat(texts("#help-contents .chip")).isNotEmpty();
        search("SCHLUSSEL pruefeingang");
        assertThat(texts("#help-contents .chip")).contains("Tägliche Durchsicht");
    }
}
