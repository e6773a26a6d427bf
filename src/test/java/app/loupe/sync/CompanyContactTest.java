package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import testkit.Partners;

/** The partner that a company of the books is comes with them, though nothing refers to it. */
class CompanyContactTest {
    private static final long OWN = 99;

    /** Of the company whose books they are. */
    private static final long COMPANY = 1;

    private final Scene scene = new Scene();

    private void move(String street) {
        scene.books.partners.put(OWN, Partners.own(COMPANY, Partners.at(OWN, scene.books.second(), "Own company", "",
                Partners.street(street, "Utrecht", "Netherlands"))));
    }

    private String street() {
        return Objects.requireNonNull(scene.copy.partners().get(OWN)).contact().address().street();
    }

    @Test
    void itComesWithTheFirstSyncAndFollowsWhatIsWrittenInIt() {
        move("1 Old Street");
        scene.create(3);
        scene.runs();
        assertThat(street()).isEqualTo("1 Old Street");
        scene.books.advance(Duration.ofHours(2));
        move("2 New Street");

        scene.runs();

        assertThat(street()).isEqualTo("2 New Street");
        scene.assertCopyIsRight();
    }

    @Test
    void whichItIsIsAskedUntilItIsKnown() throws Exception {
        scene.create(3);
        scene.runs();
        callsOfARun();
        int unknown = callsOfARun();
        move("1 Old Street");
        scene.runs();
        assertThat(scene.copy.companiesWithoutContact(Scene.ID)).isEmpty();
        callsOfARun();

        assertThat(callsOfARun()).isEqualTo(unknown - 1);
    }

    private int callsOfARun() {
        scene.books.advance(Duration.ofHours(2));
        int before = scene.books.calls();
        scene.runs();
        return scene.books.calls() - before;
    }
}
