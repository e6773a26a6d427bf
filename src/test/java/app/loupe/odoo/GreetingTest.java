package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server that nobody trusts yet may bring to the window. */
class GreetingTest {
    private static List<String> named(String answer) throws ProblemException {
        return Greeting.named(StrictJson.parse(answer));
    }

    /** As they stand in the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\\u202eb", "a\\u2066b", "a\\u0000", "a\\r\\nb", "\\u001b[2Jb", "b\u00fccher",
        "\\ud800", "\\u200b"})
    void aNameThatCouldNotBeAskedForIsNotShown(String name) throws ProblemException {
        assertThat(named("[\"" + name + "\",\"acme_2026-main.1\"]")).containsExactly("acme_2026-main.1");
    }

    @Test
    void noNameIsLongerThanOneThatCanBeAskedFor() throws ProblemException {
        String longest = "d".repeat(128);

        assertThat(named("[\"" + longest + "d\",\"" + longest + "\"]")).containsExactly(longest);
    }

    @Test
    void ofVeryManyTheFirstAreShown() throws ProblemException {
        String list = IntStream.range(0, 100_000).mapToObj(n -> "\"db" + n + "\"")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(named(list)).hasSize(1_000).startsWith("db0", "db1").endsWith("db999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"b\"}", "\"acme\"", "null", "[1,null,true,[\"acme\"],{\"a\":\"acme\"}]"})
    void whatIsNoListOfNamesNamesNone(String answer) throws ProblemException {
        assertThat(named(answer)).isEmpty();
    }
}
