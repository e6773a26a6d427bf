package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a desk does to the copy of {@link MemoryStores}. */
record CopyOfMemory(MemoryStores stores) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws ProblemException {
        return switch (method.getName()) {
            case "widen" -> {
                stores.widened.add((ConnectionId) arguments[0]);
                yield null;
            }
            case "withdraw" -> withdraw((Set<?>) arguments[0]);
            case "delete" -> delete((ConnectionId) arguments[0]);
            case "stamps" -> stores.books.values().stream()
                    .collect(Collectors.toMap(Invoice::id, Invoice::writeDate));
            case "figures" -> stores.books.values().stream().map(Figures::of)
                    .collect(Collectors.toMap(Figures::id, found -> found));
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    /** Each is a write: there is one transaction for each. */
    private Set<?> withdraw(Set<?> ids) throws ProblemException {
        ProblemCode refusal = stores.withdrawalRefused;
        if (refusal != null) {
            throw ProblemException.of(refusal, "invoices.mv.db");
        }
        Set<?> bare = ids.stream().filter(id -> !stores.invoices.containsKey(id)).collect(Collectors.toSet());
        for (Object id : bare) {
            stores.write();
            stores.profiles.remove(id);
        }
        return ids.stream().filter(id -> !bare.contains(id)).collect(Collectors.toSet());
    }

    private int delete(ConnectionId id) throws ProblemException {
        ProblemCode kept = stores.copyKeeps.get(id);
        if (kept != null) {
            throw ProblemException.of(kept, "invoices.mv.db");
        }
        stores.write();
        stores.profiles.remove(id);
        stores.rewrites++;
        if (stores.diskFull) {
            throw ProblemException.of(ProblemCode.DISK_FULL, "invoices.mv.db");
        }
        stores.write();
        Integer gone = stores.invoices.remove(id);
        return gone == null ? 0 : gone;
    }
}
