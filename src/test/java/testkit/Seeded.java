package testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test with many seeds (a {@code long} parameter), the same ones in every run. The seed stands in the name of the
 * test, so that a failure names the seed that repeats it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(Seeded.Seeds.class)
public @interface Seeded {
    /** How many seeds. */
    int value();

    /** Draws the seeds. */
    final class Seeds implements ArgumentsProvider, AnnotationConsumer<Seeded> {
        private static final long FIRST = 20_261_123;
        private int count;

        @Override
        public void accept(Seeded seeded) {
            count = seeded.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters,
                ExtensionContext context) {
            return new SplittableRandom(FIRST).longs(count).mapToObj(Arguments::of);
        }
    }
}
