package app.loupe.sync;

import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.List;

/**
 * Reads pages of a list, and says before each of them which ids come after it, so that the source may fetch these while
 * it reads the page. A wrong guess (a page that is read again, or in halves) only costs time. For one walk; used by one
 * thread at a time.
 */
final class InRow<T> implements Pages.Fetch<T> {
    private final InvoiceSource source;
    private final RecordKind kind;
    private final List<Long> all;
    private final Pages.Fetch<T> fetch;
    /** The position behind the last page, from which the next page is looked for. */
    private int done;

    /** @param all in the order in which they are read */
    InRow(InvoiceSource source, RecordKind kind, List<Long> all, Pages.Fetch<T> fetch) {
        this.source = source;
        this.kind = kind;
        this.all = all;
        this.fetch = fetch;
    }

    @Override
    public T page(List<Long> ids) throws ProblemException {
        int further = all.subList(done, all.size()).indexOf(ids.getLast());
        done = further < 0 ? all.indexOf(ids.getLast()) + 1 : done + further + 1;
        source.expect(kind, all.subList(done, Math.min(all.size(), done + ids.size())));
        return fetch.page(ids);
    }
}
