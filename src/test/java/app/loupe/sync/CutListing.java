package app.loupe.sync;

import app.loupe.domain.InvoiceSource;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** A session through something that ends each first part of the invoices' listing behind one id. */
final class CutListing {
    private CutListing() {}

    static InvoiceSource of(InvoiceSource source, long last) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("list") && arguments[0] == RecordKind.INVOICE
                                && (Long) arguments[2] < last) {
                            return ((List<?>) method.invoke(source, arguments)).stream().map(Stamp.class::cast)
                                    .filter(stamp -> stamp.id() <= last).toList();
                        }
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
