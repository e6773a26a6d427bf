package testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import testkit.Fault.Good;

/** One way in which something between a server and this computer spoils an answer. */
@FunctionalInterface
public interface Spoil {
    /**
     * The spoilt answer.
     *
     * @param before the answer before; null for the first
     * @return empty when this does nothing to such an answer
     */
    Optional<Good> of(Good good, @Nullable Good before);
}
