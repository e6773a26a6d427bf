package app.loupe.odoo;

import app.loupe.domain.Deadline;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.odoo.OdooRequest.SearchRead;
import java.util.List;
import java.util.Optional;

/**
 * Reads everything that meets the conditions, page by page by id: the one way of paging that neither misses nor repeats
 * rows while others write. A page that is too much for the server is asked for again in halves of its size.
 */
record Walk(ModelReader reader, RecordKind kind, Criteria criteria, List<String> fields, int pageRows) {
    /** Rows of a page when no record is large: as many as a server answers well within the time of a question. */
    static final int MOST_ROWS = 5_000;
    private static final int LEAST_ROWS = 100;

    /** Takes one row. */
    @FunctionalInterface
    interface Visitor {
        void visit(Row row) throws UnreadableFieldException;
    }

    /** Tells what follows a page. */
    @FunctionalInterface
    interface Foresight {
        Optional<Foreseen> next(long afterId, int rows);
    }

    /** One page of a walk. */
    @FunctionalInterface
    private interface Page {
        List<Row> after(long id, int rows) throws ProblemException;
    }

    /** Gives every row to the visitor; a row that the visitor cannot read makes the whole answer fail. */
    void each(Visitor visitor) throws ProblemException {
        walk(visitor, (last, rows) -> reader.search(kind, criteria, fields, last, rows, References.IDS));
    }

    /** The same, where the request after each page can be foreseen. */
    void each(Visitor visitor, Foresight foresight) throws ProblemException {
        walk(visitor, (last, rows) -> reader.searchInRow(page(last, rows), last, foresight.next(last, rows)));
    }

    /** The request for a page. */
    SearchRead page(long afterId, int rows) {
        return new SearchRead(kind, criteria.after(afterId), fields, rows, References.IDS);
    }

    /** The same for all records of a database; their number is not known, so each page has its own time. */
    void eachOfMany(Visitor visitor) throws ProblemException {
        walk(visitor,
                (last, rows) -> Deadline.anew(() -> reader.search(kind, criteria, fields, last, rows, References.IDS)));
    }

    private void walk(Visitor visitor, Page ask) throws ProblemException {
        long last = 0;
        int rows = pageRows;
        while (true) {
            List<Row> page;
            try {
                page = ask.after(last, rows);
            } catch (ProblemException tooMuch) {
                boolean smaller = tooMuch.problem().code() == ProblemCode.ANSWER_TOO_LARGE
                        && rows / 2 >= LEAST_ROWS;
                if (!smaller) {
                    throw tooMuch;
                }
                rows /= 2;
                continue;
            }
            for (Row row : page) {
                last = reader.id(row);
                try {
                    visitor.visit(row);
                } catch (UnreadableFieldException unreadable) {
                    throw reader.malformed();
                }
            }
            if (page.size() < rows) {
                return;
            }
        }
    }
}
