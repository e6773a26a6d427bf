package app.loupe.ui.overview;

import app.loupe.owed.CurrencyView;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the screen shows, in words and lengths, each with where it leads.
 *
 * @param elsewhere what is owed in other money, a line for each side
 * @param products empty until the lines are read
 */
record OverviewContent(List<Card> cards, List<Group> months, Ages receivable, Ages payable, List<Group> cash,
        List<Elsewhere> elsewhere, Tables tables, List<Row> debtors, Optional<List<Row>> products,
        Asides asides) {
    static final OverviewContent NONE = new OverviewContent(List.of(), List.of(), Ages.NONE, Ages.NONE, List.of(),
            List.of(), new Tables(List.of(), List.of(), List.of()), List.of(), Optional.empty(),
            new Asides("", "", "", "", ""));

    /** What stands in the place of a figure that the copy does not know. */
    static final String NOT_KEPT = "\u2013";

    /** Copies the lists. */
    OverviewContent {
        cards = List.copyOf(cards);
        months = List.copyOf(months);
        cash = List.copyOf(cash);
        elsewhere = List.copyOf(elsewhere);
        debtors = List.copyOf(debtors);
        products = products.map(List::copyOf);
    }

    /**
     * What stands beside the titles of panels: in which money, or of which time.
     *
     * @param noProducts what is said where no product is listed
     * @param noDebtors what is said where no customer is
     */
    record Asides(String months, String products, String noProducts, String cash, String noDebtors) {}

    /**
     * One figure above the charts.
     *
     * @param late whether it stands out as something late
     * @param help how it is reckoned
     */
    record Card(String id, String name, String value, String detail, boolean late, String help, Lead lead) {}

    /**
     * What is owed on one side, by how late it is.
     *
     * @param heading whose money it is
     * @param late what of it is late, and what later still; empty when nothing is
     * @param note what counts here and not in the cards and the lists of invoices; empty when that is nothing
     */
    record Ages(String heading, List<Said> late, String note, List<Group> groups) {
        static final Ages NONE = new Ages("", List.of(), "", List.of());

        /** Copies the lists. */
        Ages {
            late = List.copyOf(late);
            groups = List.copyOf(groups);
        }
    }

    /** A figure within a sentence. */
    record Said(String text, Lead lead) {}

    /**
     * What is owed on one side in the money of other views.
     *
     * @param sentence begins the line; each figure stands after it
     */
    record Elsewhere(String sentence, List<Other> figures) {
        /** Copies the list. */
        Elsewhere {
            figures = List.copyOf(figures);
        }

        /**
         * One figure.
         *
         * @param name where it leads, for a screen reader
         * @param view in which it is told
         */
        record Other(String text, String name, CurrencyView view) {}
    }

    /** What stands above one label of a chart, or beside it. */
    record Group(String label, List<Bar> bars) {
        /** Copies the bars. */
        Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param length in the money of the chart; negative the other way; of all the same while amounts are hidden
     * @param caption the amount, short or whole, that stands at the bar
     * @param reading all that the bar says
     * @param isKept whether there is an amount at all; not of a time that is not in the copy, of which nothing is drawn
     */
    record Bar(double length, String caption, String reading, Lead lead, boolean isKept) {
        /** One of an amount. */
        Bar(double length, String caption, String reading, Lead lead) {
            this(length, caption, reading, lead, true);
        }

        /** One of a time that is not in the copy. */
        static Bar notKept(String reading, Lead lead) {
            return new Bar(0, NOT_KEPT, reading, lead, false);
        }
    }

    /** The same as the charts say, in rows. */
    record Tables(List<Row> months, List<Row> ages, List<Row> cash) {
        /** Copies the lists. */
        Tables {
            months = List.copyOf(months);
            ages = List.copyOf(ages);
            cash = List.copyOf(cash);
        }
    }

    /**
     * One row of a table.
     *
     * @param late the columns that stand out as something late
     * @param leads where each cell leads
     */
    record Row(List<String> cells, Set<Integer> late, List<Lead> leads) {
        /** Copies the cells. */
        Row {
            cells = List.copyOf(cells);
            late = Set.copyOf(late);
            leads = List.copyOf(leads);
        }

        /** One whose cells all lead to the same. */
        Row(List<String> cells, Set<Integer> late, Lead lead) {
            this(cells, late, Collections.nCopies(cells.size(), lead));
        }
    }
}
