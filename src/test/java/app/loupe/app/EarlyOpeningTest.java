package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is behind the window is opened while the toolkit still starts. */
class EarlyOpeningTest {
    @TempDir
    private Path folder;

    private final ExecutorService work = Executors.newCachedThreadPool();
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        work.close();
    }

    @Test
    void isOpenBeforeTheWindowAsks() throws Exception {
        var bench = new WholeLoupe(folder);
        var opened = new CountDownLatch(1);
        try (var early = EarlyOpening.begin((prompt, texts) -> {
            OpenLoupe loupe = bench.open();
            steps.add("opened");
            opened.countDown();
            return loupe;
        }, WholeLoupe.TEXTS, work)) {
            opened.await();

            early.open((reason, offered) -> Optional.empty(), WholeLoupe.TEXTS).close();
            assertThat(steps).as("the first gets what was begun").hasSize(1);

            early.open((reason, offered) -> Optional.empty(), WholeLoupe.TEXTS).close();
            assertThat(steps).as("the next opens anew").hasSize(2);
        }
    }

    @Test
    void asksForThePassphraseOnceThereIsAWindow() throws Exception {
        var bench = new WholeLoupe(folder);
        try (var early = EarlyOpening.begin((prompt, texts) -> {
            steps.add(prompt.ask(Reason.UNLOCK, "").isPresent() ? "told" : "given up");
            return bench.open();
        }, WholeLoupe.TEXTS, work)) {
            early.open((reason, offered) -> {
                steps.add("asked");
                return Optional.of(Secret.ofChars("x"));
            }, WholeLoupe.TEXTS).close();
        }

        assertThat(steps).containsExactly("asked", "told");
    }

    @Test
    void whyItCannotBeOpenedIsToldToTheWindowAsItIs() throws Exception {
        var bench = new WholeLoupe(folder);
        var unexpected = new IllegalStateException("a bug");
        try (var refused = EarlyOpening.begin((prompt, texts) -> {
            throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
        }, WholeLoupe.TEXTS, work);
                var broken = EarlyOpening.begin((prompt, texts) -> {
                    throw unexpected;
                }, WholeLoupe.TEXTS, work);
                var twice = EarlyOpening.begin((prompt, texts) -> {
                    if (steps.isEmpty()) {
                        steps.add("refused");
                        throw ProblemException.of(ProblemCode.ALREADY_OPEN);
                    }
                    return bench.open();
                }, WholeLoupe.TEXTS, work)) {
            assertThatThrownBy(() -> refused.open((reason, offered) -> Optional.empty(), WholeLoupe.TEXTS))
                    .isInstanceOfSatisfying(ProblemException.class,
                            told -> assertThat(told.problem().code()).isEqualTo(ProblemCode.KEYRING_LOCKED));
            assertThatThrownBy(() -> broken.open((reason, offered) -> Optional.empty(), WholeLoupe.TEXTS))
                    .isSameAs(unexpected);
            assertThatThrownBy(() -> twice.open((reason, offered) -> Optional.empty(), WholeLoupe.TEXTS))
                    .isInstanceOfSatisfying(ProblemException.class,
                            told -> assertThat(told.problem().code()).isEqualTo(ProblemCode.ALREADY_OPEN));

            twice.open((reason, offered) -> Optional.empty(), WholeLoupe.TEXTS).close();
        }
    }

    /** There was no display, or the toolkit failed. */
    @Test
    void whatNobodyCameForIsClosed() throws Exception {
        var bench = new WholeLoupe(folder);

        EarlyOpening.begin((prompt, texts) -> bench.open(), WholeLoupe.TEXTS, work).close();

        bench.open().close();
    }

    @Test
    void aQuestionThatNobodyCanAnswerIsGivenUp() {
        EarlyOpening.begin((prompt, texts) -> {
            steps.add(prompt.ask(Reason.UNLOCK, "").isPresent() ? "told" : "given up");
            throw ProblemException.of(ProblemCode.PASSPHRASE_NEEDED);
        }, WholeLoupe.TEXTS, work).close();

        assertThat(steps).containsExactly("given up");
    }
}
