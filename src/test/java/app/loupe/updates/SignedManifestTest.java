package app.loupe.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what the right key has signed, too, only an announcement of this program counts. */
class SignedManifestTest {
    private static final String PAGE = "https://localhost:1/releases/v1.4.0";

    private final Announcements announcements = new Announcements();
    private final SignedManifest manifests = new SignedManifest(announcements.origin(1),
            Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC));

    private void demandRefused(String json) {
        assertThatThrownBy(() -> manifests.read(announcements.signed(json))).as(json)
                .isInstanceOf(RefusedManifestException.class);
    }

    @Test
    void anAnnouncementIsReadWithTheDayUpToTomorrow() throws RefusedManifestException {
        assertThat(manifests.read(announcements.signed(Announcements.json("1.4.0", "2026-04-02", PAGE))))
                .isEqualTo(new Manifest(new ReleaseNumber(1, 4, 0), LocalDate.of(2026, 4, 2), URI.create(PAGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-03", "2036-01-01", "+999999-01-01", "2026-02-30", "yesterday", "", "2026-3-2"})
    void aDayInTheFutureOrNoDayIsRefused(String day) {
        demandRefused(Announcements.json("1.4.0", day, PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4", "1.4.0-SNAPSHOT", "1.4.0+5", "v1.4.0", "01.4.0", "1.4.0.1", "-1.4.0", "",
        "1.4.99999999999", "1.4.0 "})
    void whatIsNoNumberOfAReleaseIsRefused(String version) {
        demandRefused(Announcements.json(version, "2026-03-02", PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/releases/v1", "https://localhost/releases/v1",
        "https://localhost:2/releases/v1", "https://elsewhere:1/releases/v1", "https://localhost:1/other",
        "https://localhost:1@elsewhere/releases/v1", "https://me@localhost:1/releases/v1",
        "https://localhost:1/releases/../other", "https://localhost:1/releases/%2e%2e/other",
        "https://localhost:1/releases/v1?to=elsewhere", "https://localhost:1/releases/v1#x", "file:///etc/passwd",
        "javascript:alert(1)", "releases/v1", "//localhost:1/releases/v1", "https:releases", "",
        "https://localhost.evil.example:1/releases/v1"})
    void aPageThatIsNotTheProjectsIsRefused(String page) {
        demandRefused(Announcements.json("1.4.0", "2026-03-02", page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{}", "{\"program\":\"Loupe\"}",
        "{\"program\":\"Other\",\"version\":\"1.4.0\",\"released\":\"2026-03-02\",\"page\":\"" + PAGE + "\"}",
        "{\"version\":\"1.4.0\",\"released\":\"2026-03-02\",\"page\":\"" + PAGE + "\"}",
        "{\"program\":\"Loupe\",\"version\":\"1.4.0\",\"released\":\"2026-03-02\",\"page\":\"" + PAGE
                + "\",\"run\":\"x\"}",
        "{\"program\":\"Loupe\",\"version\":1.4,\"released\":\"2026-03-02\",\"page\":\"" + PAGE + "\"}",
        "{\"program\":\"Loupe\",\"version\":\"1.4.0\",\"version\":\"1.5.0\",\"released\":\"2026-03-02\",\"page\":\""
                + PAGE + "\"}",
        "{\"program\":\"Loupe\",\"version\":\"1.4.0\",\"released\":null,\"page\":\"" + PAGE + "\"}",
        "{\"program\":\"Loupe\",\"version\":\"1.4.0\",\"released\":\"2026-03-02\",\"page\":\"" + PAGE + "\"} {}",
        "{\"program\":\"Loupe\u00fc\",\"version\":\"1.4.0\",\"released\":\"2026-03-02\",\"page\":\"" + PAGE + "\"}"})
    void otherFieldsThanThoseOfAnAnnouncementAreRefused(String json) {
        demandRefused(json);
    }

    @Test
    void versionsAreOrderedByTheirNumbersAndNotAsText() {
        assertThat(ReleaseNumber.of("1.10.0").orElseThrow()).isGreaterThan(ReleaseNumber.of("1.9.9").orElseThrow());
        assertThat(ReleaseNumber.of("2.0.0").orElseThrow()).isGreaterThan(ReleaseNumber.of("1.99.99").orElseThrow());
        assertThat(ReleaseNumber.of("1.2.3")).get().hasToString("1.2.3");
    }
}
