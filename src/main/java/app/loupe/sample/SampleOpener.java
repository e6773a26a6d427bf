package app.loupe.sample;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.RequestLog;
import app.loupe.domain.SourceOpener;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Opens the sample company as it is today; nothing is signed in to and nothing is logged, because nothing is sent. */
public final class SampleOpener implements SourceOpener {
    private final Supplier<LocalDate> today;

    /** Books that end on the day that is given at each opening. */
    public SampleOpener(Supplier<LocalDate> today) {
        this.today = today;
    }

    @Override
    public InvoiceSource open(ConnectionId id, RequestLog log, CancelToken cancel) {
        return new SampleCompany(today.get(), cancel);
    }
}
