package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

class JourneyTest {
    private static final ConnectionId ACME = new ConnectionId("acme0001");
    private static final ConnectionId OTHER = new ConnectionId("ther0002");
    private static final Destination ONE = new Destination.OneInvoice(new InvoiceKey(OTHER, 7));

    private final List<String> told = new ArrayList<>();
    private final FakeWindow window = new FakeWindow();
    private final Place invoices = new Place(PageId.INVOICES);
    private final Place log = new Place(PageId.SYNCLOG);
    private final Place security = new Place(PageId.SECURITY);
    private final Journey journey = new Journey();

    JourneyTest() {
        journey.through(List.of(security, invoices, log));
        journey.begin(window);
        journey.start(PageId.INVOICES);
    }

    private final class FakeWindow implements Journey.Window {
        private Set<ConnectionId> chosen = Set.of(ACME);

        @Override
        public void present() {
            told.add("present " + journey.current().orElseThrow().page() + " of " + chosen.size());
        }

        @Override
        public Runnable choice() {
            Set<ConnectionId> then = chosen;
            return () -> chosen = then;
        }

        @Override
        public void reach(Set<ConnectionId> connections) {
            chosen = connections;
        }
    }

    private static final class Place implements Screen {
        private final PageId page;
        private final Group view = new Group();
        private String shows = "";
        private int entries;

        Place(PageId page) {
            this.page = page;
        }

        @Override
        public PageId page() {
            return page;
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void select(List<ConnectionProfile> connections) {
            // not asked here
        }

        @Override
        public void rewrite() {
            // not asked here
        }

        @Override
        public void refresh() {
            // not asked here
        }

        @Override
        public void entered() {
            entries++;
        }

        @Override
        public void open(Destination destination) {
            shows = destination.toString();
        }

        @Override
        public Runnable bookmark() {
            String then = shows;
            return () -> shows = then;
        }
    }

    @Test
    void pagesStandInTheOrderOfTheSidebarHoweverTheyAreListed() {
        assertThat(journey.screens()).containsExactly(invoices, log, security);
        assertThat(Arrays.stream(PageId.values()).filter(PageId::isAtFoot))
                .containsExactly(PageId.SECURITY, PageId.SETTINGS, PageId.HELP);
    }

    @Test
    void backAndForwardLeadThroughScreensAndWhatTheyShowed() {
        invoices.shows = "overdue";
        journey.go(PageId.SYNCLOG);
        log.shows = "third run";
        journey.open(ONE);
        assertThat(invoices.shows).isEqualTo(ONE.toString());

        journey.back();
        assertThat(journey.isAt(PageId.SYNCLOG)).isTrue();
        journey.back();
        assertThat(journey.isAt(PageId.INVOICES)).isTrue();
        assertThat(invoices.shows).isEqualTo("overdue");
        journey.back();
        assertThat(journey.isAt(PageId.INVOICES)).isTrue();

        log.shows = "something else";
        journey.forward();
        assertThat(log.shows).isEqualTo("third run");
        journey.forward();
        assertThat(invoices.shows).isEqualTo(ONE.toString());
        journey.forward();
        assertThat(journey.isAt(PageId.INVOICES)).isTrue();
    }

    @Test
    void theConnectionsComeBackBeforeTheScreenIsShown() {
        window.chosen = Set.of(ACME, OTHER);
        journey.open(ONE);
        assertThat(window.chosen).containsExactly(OTHER);

        journey.back();

        assertThat(told).containsExactly("present INVOICES of 1", "present INVOICES of 2");
    }

    @Test
    void aNewWayForgetsTheOneAhead() {
        journey.go(PageId.SYNCLOG);
        journey.back();
        journey.go(PageId.SECURITY);

        journey.forward();

        assertThat(journey.isAt(PageId.SECURITY)).isTrue();
    }

    @Test
    void goingToWhereOneIsMakesNoStep() {
        journey.go(PageId.SYNCLOG);
        journey.go(PageId.SYNCLOG);

        journey.back();

        assertThat(journey.isAt(PageId.INVOICES)).isTrue();
        assertThat(log.entries).isEqualTo(2);
    }

    @Test
    void whatHasNoPageInThisWindowIsNotOfferedAndLeadsNowhere() {
        for (Destination nowhere : List.of(new Destination.PartnerPage(ACME, 1, false, null),
                new Destination.ProductPage(ACME, 1, false, "EUR", null),
                new Destination.Page(PageId.OVERVIEW), new Destination.PartnerPage(ACME, 1, true, null))) {
            assertThat(journey.offers(nowhere)).as("%s", nowhere).isFalse();
            journey.open(nowhere);
        }

        assertThat(journey.offers(ONE)).isTrue();
        assertThat(journey.offers(new Destination.Invoices("some", Set.of()))).isTrue();
        assertThat(journey.offers(new Destination.Page(PageId.SYNCLOG))).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int i = 0; i < 2 * Journey.MOST_STEPS; i++) {
            journey.go(PageId.SYNCLOG);
            journey.go(PageId.INVOICES);
        }
        told.clear();

        for (int i = 0; i < 3 * Journey.MOST_STEPS; i++) {
            journey.back();
        }

        assertThat(told).hasSize(Journey.MOST_STEPS);
    }
}
