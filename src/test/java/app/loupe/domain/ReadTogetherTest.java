package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import testkit.Profiles;

class ReadTogetherTest {
    private static final ConnectionProfile SHOP = Profiles.of(new ConnectionId("aaaaaaaa"));
    private static final ConnectionProfile MILL = Profiles.of(new ConnectionId("bbbbbbbb"));
    private static final ConnectionProfile SAMPLE = new ConnectionProfile(new ConnectionId("cccccccc"),
            ConnectionProfile.Kind.SAMPLE, "Sample", null, null, "", null);

    private static List<ConnectionProfile> chosen(List<ConnectionProfile> all, ConnectionProfile one) {
        return ReadTogether.chosen(all, Optional.of(one.id())).connections();
    }

    @Test
    void theChosenOneIsReadAloneAlsoTheSampleCompany() {
        List<ConnectionProfile> all = List.of(SHOP, SAMPLE, MILL);

        assertThat(chosen(all, MILL)).containsExactly(MILL);
        assertThat(chosen(all, SAMPLE)).containsExactly(SAMPLE);
    }

    @Test
    void whereNoneIsChosenOrItIsGoneAllThatBelongTogetherAreRead() {
        List<ConnectionProfile> all = List.of(SHOP, SAMPLE, MILL);

        assertThat(ReadTogether.chosen(all, Optional.empty()).connections()).containsExactly(SHOP, MILL);
        assertThat(ReadTogether.chosen(all, Optional.empty()).leftOut()).containsExactly(SAMPLE);
        assertThat(chosen(List.of(SHOP, SAMPLE), MILL)).containsExactly(SHOP);
        assertThat(chosen(List.of(SAMPLE), MILL)).containsExactly(SAMPLE);
        assertThat(chosen(List.of(), MILL)).isEmpty();
    }
}
