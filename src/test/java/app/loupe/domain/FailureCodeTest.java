package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureCodeTest {
    private static RuntimeException failure(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException other() {
        return new IllegalStateException("one");
    }

    @Test
    void onePlaceHasOneCodeWhateverIsSaidThere() {
        List<String> codes = Stream.of("one", "two").map(message -> FailureCode.of(failure(message)).value()).toList();

        assertThat(codes.getFirst()).matches("[0-9A-F]{4}-[0-9A-F]{4}").isEqualTo(codes.getLast());
    }

    @Test
    void otherPlacesKindsAndCausesHaveOtherCodes() {
        var plain = new IllegalStateException();
        plain.setStackTrace(new StackTraceElement[0]);
        var kind = new IllegalArgumentException();
        kind.setStackTrace(new StackTraceElement[0]);
        var caused = new IllegalStateException(kind);
        caused.setStackTrace(new StackTraceElement[0]);

        assertThat(Stream.of(failure("one"), other(), plain, kind, caused).map(FailureCode::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCircleOfCausesHasAnEnd() {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);

        assertThat(FailureCode.of(first).problem().code()).isEqualTo(ProblemCode.UNEXPECTED);
    }

    @Test
    void theOwnerIsToldTheCode() {
        FailureCode code = FailureCode.of(failure("one"));

        assertThat(code.problem().parameters()).containsExactly(code.value());
    }
}
