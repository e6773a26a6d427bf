package app.loupe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule against Loupe, where it finds nothing, and against the class made to break it, which it finds. */
abstract class RuleArchTest {
    /**
     * A rule and the fixtures that prove that it bites.
     *
     * @param of the rule for a root package
     * @param breakers a part of the message for each fixture, usually its class name
     */
    record Case(String name, Function<String, ArchRule> of, List<String> breakers) {
        Case(String name, Function<String, ArchRule> of, String... breakers) {
            this(name, of, List.of(breakers));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void loupeKeepsTheRule(Case rule) {
        assertThat(Code.violations(rule.of().apply(Code.LOUPE), Code.ours())).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFindsTheClassMadeToBreakIt(Case rule) {
        List<String> found = Code.violations(rule.of().apply(Code.FIXTURES), Code.fixtures());

        assertThat(rule.breakers()).as("fixtures of %s", rule.name()).isNotEmpty()
                .allSatisfy(breaker -> assertThat(found).as(rule.name()).anyMatch(line -> line.contains(breaker)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleSaysWhy(Case rule) {
        assertThat(rule.of().apply(Code.LOUPE).getDescription()).contains("because");
    }

    @Test
    void thereIsCodeToHoldTheRulesAgainst() {
        assertThat(Code.ours()).hasSizeGreaterThan(50);
        assertThat(Code.fixtures()).hasSizeGreaterThan(20);
    }
}
