package testkit;

import app.loupe.domain.InvoiceReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;

/** Reads from another reader, and tells what it is asked. */
public final class WatchedReader {
    private WatchedReader() {}

    /**
     * Watches a reader.
     *
     * @param asked is given the name of each question before it is answered, and what it asks about
     */
    public static InvoiceReader of(InvoiceReader reader, BiConsumer<String, Object[]> asked) {
        return (InvoiceReader) Proxy.newProxyInstance(WatchedReader.class.getClassLoader(),
                new Class<?>[] {InvoiceReader.class}, (proxy, question, about) -> {
                    asked.accept(question.getName(), about);
                    return answer(reader, question, about);
                });
    }

    private static Object answer(InvoiceReader reader, Method question, Object... about) throws Throwable {
        try {
            return question.invoke(reader, about);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
