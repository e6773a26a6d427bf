package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.loupe.domain.ProblemCode;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.hibernate.StatelessSession;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    /** What a flipped bit makes of the length of a text, met when another field of its row is changed. */
    @Test
    void aStoredValueThatDoesNotFitItsColumnIsDamage() {
        var tooLong = new DataException("could not execute statement",
                new SQLException("too long", "22001", ErrorCode.VALUE_TOO_LONG_2));
        var session = (StatelessSession) Proxy.newProxyInstance(StatelessSession.class.getClassLoader(),
                new Class<?>[] {StatelessSession.class}, (proxy, method, arguments) -> {
                    throw tooLong;
                });

        Throwable failure = catchThrowable(() -> new Shortfall(Set.of("aaaaaaaa"), 1, 2, 3).readAgain(session));

        assertThat(StoreProblems.code(failure)).isEqualTo(ProblemCode.STORE_DAMAGED);
        assertThat(StoreProblems.code(tooLong)).as("anywhere else it may be a new value").isEqualTo(
                ProblemCode.STORE_FAILED);
    }
}
