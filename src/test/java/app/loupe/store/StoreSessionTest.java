package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.UserId;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSessionTest {
    @TempDir
    private Path folder;

    /** As where memory is at its end, or files of the program are gone. */
    @Test
    void theKeyIsWipedThoughTheMappingCannotBeClosed() throws ProblemException {
        Secret key = OpenStore.key((byte) 7);
        var file = new H2File(FileProtection.of(folder), folder.resolve("invoices.mv.db"), key);
        var mapping = (SessionFactory) Proxy.newProxyInstance(SessionFactory.class.getClassLoader(),
                new Class<?>[] {SessionFactory.class}, (proxy, method, arguments) -> {
                    throw new NoClassDefFoundError(method.getName());
                });
        var session = new StoreSession(file, new UserId("anna"), mapping);

        assertThatThrownBy(session::close).isInstanceOf(NoClassDefFoundError.class);

        assertThatThrownBy(key::bytes).isInstanceOf(IllegalStateException.class);
    }
}
