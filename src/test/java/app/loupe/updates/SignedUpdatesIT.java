package app.loupe.updates;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.UpdateAnswer;
import app.loupe.domain.UpdateAnswer.Newer;
import app.loupe.domain.UpdateAnswer.Newest;
import app.loupe.domain.UpdateAnswer.Unchecked;
import app.loupe.domain.UpdateAnswer.Why;
import app.loupe.domain.UpdateCheck;
import app.loupe.domain.UpdateCheck.Asked;
import java.net.URI;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.AnnouncingServer.Answer;
import testkit.TestCertificates;

/** A program of version 1.2.3 asks a server on the loopback. */
class SignedUpdatesIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC);
    private static final UpdateAnswer REFUSED = new Unchecked(Why.REFUSED);
    private static final long HUGE = 100_000_000;
    private static final UpdateAnswer UNREACHABLE = new Unchecked(Why.UNREACHABLE);

    @ParameterizedTest
    @ValueSource(strings = {"1.2.4", "1.10.0", "2.0.0"})
    void aLaterVersionIsToldWithItsDayAndPageAndKeptAsItWasSigned(String version) {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            updates.announce(version);

            Asked asked = updates.check().ask("");

            var newer = new Newer(version, LocalDate.of(2026, 3, 2), URI.create(updates.page(version)));
            assertThat(asked.answer()).isEqualTo(newer);
            assertThat(updates.check().known(asked.kept())).contains(newer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "1.2.2", "1.1.10", "0.9.9"})
    void neitherTheSameNorAnEarlierVersionLeadsAnywhere(String version) {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            updates.announce(version);

            Asked asked = updates.check().ask("");

            assertThat(asked.answer()).isEqualTo(new Newest());
            assertThat(updates.check().known(asked.kept())).isEmpty();
        }
    }

    @Test
    void anAnnouncementOlderThanTheLastOneIsNotBelieved() {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            updates.announce("1.4.0");
            String kept = updates.check().ask("").kept();
            updates.announce("1.3.0");

            assertThat(updates.check().ask(kept)).isEqualTo(new Asked(REFUSED, kept));

            assertThat(updates.check().known(kept)).get().extracting(Newer::version).isEqualTo("1.4.0");
            // the same once more is no step back, and a later one no riddle
            updates.announce("1.4.0");
            assertThat(updates.check().ask(kept).answer()).isInstanceOf(Newer.class);
            updates.announce("1.4.1");
            assertThat(updates.check().ask(kept).answer()).isInstanceOf(Newer.class);
        }
    }

    @Test
    void whatWasKeptAndChangedSinceIsNotShown() {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            String kept = updates.signed("1.4.0");
            UpdateCheck check = updates.check();

            assertThat(check.known(kept)).isPresent();
            assertThat(check.known(kept.replace("1.4.0", "9.9.9"))).isEmpty();
            assertThat(check.known("nonsense")).isEmpty();
            assertThat(check.known("")).isEmpty();
        }
    }

    @Test
    void s50_theRequestCarriesNothingButItsAddress() {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            updates.server().answer(Answer.status("200 OK\r\nSet-Cookie: who=you; Path=/", updates.signed("1.4.0")));
            UpdateCheck check = updates.check();
            check.ask(check.ask("").kept());

            int port = updates.server().port();
            assertThat(updates.server().requests()).hasSize(2).allSatisfy(head -> assertThat(head.lines().toList())
                    .containsExactlyInAnyOrder("GET /latest.signed HTTP/1.1", "Host: localhost:" + port,
                            "Connection: keep-alive"));
        }
    }

    @Test
    void s51_whatIsNotSignedWithTheReleaseKeyIsRefused() {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            String good = updates.signed("1.4.0");
            String json = good.substring(good.indexOf('\n') + 1);
            var another = new Announcements();
            for (Map.Entry<String, String> bad : Map.of("another key", another.signed(json), "no signature", json,
                    "empty signature", "\n" + json, "changed", good.replace("1.4.0", "1.5.0"), "more", good + " ",
                    "less", good.substring(0, good.length() - 1), "not Base64", "*" + good, "empty", "").entrySet()) {
                updates.server().answer(Answer.ok(bad.getValue()));

                assertThat(updates.check().ask("").answer()).as(bad.getKey()).isEqualTo(REFUSED);
            }
            updates.server().answer(Answer.ok(good));
            assertThat(updates.check().ask("").answer()).as("the good one").isInstanceOf(Newer.class);
        }
    }

    @Test
    void redirectsErrorsAndHugeAnswersAreRefusedAndNobodyIsAskedTwice() {
        try (var updates = AnnouncedUpdates.start(CLOCK); var other = AnnouncedUpdates.start(CLOCK)) {
            other.announce("1.4.0");
            String good = updates.signed("1.4.0");
            String elsewhere = "https://localhost:" + other.server().port() + "/latest.signed";
            Map<String, Answer> bad = Map.of(
                    "http", Answer.status("302 Found\r\nLocation: http://localhost/latest.signed", good),
                    "elsewhere", Answer.status("301 Moved Permanently\r\nLocation: " + elsewhere, good),
                    "missing", Answer.status("404 Not Found", good), "failing", Answer.status("503 Busy", ""),
                    "zipped", Answer.status("200 OK\r\nContent-Encoding: gzip", good),
                    "huge", Answer.ok(good + "x".repeat(5_000_000)));
            bad.forEach((what, answer) -> {
                updates.server().answer(answer);

                assertThat(updates.check().ask("").answer()).as(what).isEqualTo(REFUSED);
            });
            assertThat(updates.server().connections()).isEqualTo(bad.size());
            assertThat(other.server().connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "404 Not Found", "200 OK\r\nContent-Encoding: gzip"})
    void ofAnAnswerThatIsRefusedNoMoreIsTakenThanWasOnItsWay(String status) throws InterruptedException {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            var sent = new AtomicLong();
            var over = new CountDownLatch(1);
            byte[] block = new byte[64_000];
            updates.server().answer((out, closed) -> {
                try {
                    out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + HUGE + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    while (sent.get() < HUGE) {
                        out.write(block);
                        sent.addAndGet(block.length);
                    }
                } finally {
                    over.countDown();
                }
            });

            assertThat(updates.check().ask("").answer()).isEqualTo(REFUSED);

            over.await();
            // what the system holds for who reads and who writes
            assertThat(sent).hasValueLessThan(HUGE / 2);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsEnded() {
        try (var updates = AnnouncedUpdates.start(CLOCK)) {
            for (String begin : new String[] {"", "HTTP/1.1 200 OK\r\nX-More: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"}) {
                updates.server().answer(Answer.dripping(begin));

                assertThat(updates.check(Duration.ofMillis(300)).ask("kept")).as(begin)
                        .isEqualTo(new Asked(UNREACHABLE, "kept"));
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws Exception {
        try (var updates = AnnouncedUpdates.start(CLOCK); var held = new Socket()) {
            // nobody listens at this port, and nobody else can
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(updates.check(held.getLocalPort(), Duration.ofMinutes(1)).ask("").answer())
                    .isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void anotherCertificateIsRefusedBeforeAnythingIsAsked() {
        var unknown = TestCertificates.certificate().selfSigned();
        var otherHost = TestCertificates.certificate().names("updates.example")
                .signedBy(AnnouncedUpdates.AUTHORITY);
        for (var identity : new TestCertificates.Identity[] {unknown, otherHost}) {
            try (var updates = AnnouncedUpdates.with(identity, CLOCK)) {
                updates.announce("1.4.0");

                assertThat(updates.check().ask("").answer()).isEqualTo(REFUSED);

                assertThat(updates.server().requests()).isEmpty();
            }
        }
    }
}
