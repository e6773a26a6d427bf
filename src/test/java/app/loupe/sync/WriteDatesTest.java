package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.Partners;

/** How a run learns which partners and products changed. */
class WriteDatesTest {
    private final Scene scene = new Scene();
    private final List<String> asked = new ArrayList<>();

    /** A first run and time enough that nothing of it is read again; then every question about changes is noted. */
    private void synced() {
        scene.create(6);
        scene.books.advance(Duration.ofHours(2));
        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        scene.through = this::noted;
    }

    private InvoiceSource noted(InvoiceSource source) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("changedSince") || method.getName().equals("writeDates")) {
                        asked.add(method.getName() + " " + arguments[0]);
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** The first answer about write dates of this kind without its first record. */
    private InvoiceSource cut(InvoiceSource source, RecordKind kind) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(source, arguments);
                        if (method.getName().equals("writeDates") && arguments[0] == kind && asked.isEmpty()) {
                            asked.add("cut");
                            var cut = new HashMap<>((Map<?, ?>) ((Optional<?>) answer).orElseThrow());
                            cut.remove(1L);
                            return Optional.of(cut);
                        }
                        return answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19.0 | writeDates PARTNER, writeDates PRODUCT
            14.0 | writeDates PARTNER, writeDates PRODUCT, changedSince PRODUCT, changedSince PRODUCT
            """)
    void whatIsHeldAgainstIdsIsAskedOnce(String version, String questions) {
        scene.books.version(version);
        synced();

        scene.runs();

        assertThat(asked).containsExactly(questions.split(", "));
    }

    @Test
    void whatOneRequestCannotNameIsAskedTwice() throws ProblemException {
        synced();
        LongStream.rangeClosed(1_000, 2_000)
                .forEach(id -> scene.books.partners.put(id, Partners.named(id, scene.books.second(), "Partner " + id)));
        scene.copy.savePartners(Scene.ID, List.copyOf(scene.books.partners().values()));

        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        asked.clear();

        scene.runs();

        assertThat(asked).containsExactly("changedSince PARTNER", "changedSince PARTNER", "writeDates PRODUCT");
    }

    /** Of more than one request can name only those are told that were written since, and this one never was. */
    @Test
    void whatHasNoWriteDateIsReadInEveryRunThatIsToldOnlyChanges() throws ProblemException {
        synced();
        LongStream.rangeClosed(1_000, 2_000)
                .forEach(id -> scene.books.partners.put(id, Partners.named(id, scene.books.second(), "Partner " + id)));
        scene.books.partners.put(1L, Partners.named(1, Stamp.NEVER, "First"));
        scene.copy.savePartners(Scene.ID, List.copyOf(scene.books.partners().values()));
        scene.runs();

        for (String name : List.of("Second", "Third")) {
            scene.books.advance(Duration.ofHours(2));
            scene.books.partners.put(1L, Partners.named(1, Stamp.NEVER, name));
            scene.runs();

            assertThat(Objects.requireNonNull(scene.copy.partners().get(1L)).name()).isEqualTo(name);
        }
    }

    @Test
    void aWriteDateThatWentBackIsNoticed() {
        synced();
        var before = Objects.requireNonNull(scene.books.partners().get(1L));
        scene.books.partners.put(1L, Partners.named(1, before.writeDate().minus(Duration.ofDays(3)), "As it was"));

        scene.runs();

        assertThat(Objects.requireNonNull(scene.copy.partners().get(1L)).name()).isEqualTo("As it was");
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTNER", "PRODUCT"})
    void whatAnAnswerDoesNotShowIsAskedForOnceMore(RecordKind kind) {
        synced();
        scene.books.partner(1, "New name");
        scene.books.product(1, "New name");
        scene.through = source -> cut(source, kind);

        scene.runs();

        assertThat(asked).containsExactly("cut");
        scene.assertCopyIsRight();
    }
}
