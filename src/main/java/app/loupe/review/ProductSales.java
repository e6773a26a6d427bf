package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Money;
import app.loupe.domain.ShownDecimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was sold or bought of each product in a time, from the lines of posted documents; credit notes and refunds take
 * away. Told in the currency of the documents: lines have no other amounts. Lines without a product stand together.
 * Immutable.
 */
public final class ProductSales {
    private static final int DIGITS = 10;

    private final Books books;
    private final String currency;
    private final Map<Article, Count> counts = new HashMap<>();

    /** What is counted of one product in one unit. */
    private static final class Count {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal untaxed = BigDecimal.ZERO;
        private final Rows rows = new Rows();
        private final Map<Long, Buyer> buyers = new HashMap<>();
    }

    private static final class Buyer {
        private String name = "";
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal untaxed = BigDecimal.ZERO;
        private final Rows rows = new Rows();
    }

    /**
     * One product in one unit of measure.
     *
     * @param product Odoo's id; 0 for lines without a product
     * @param name empty for lines without a product
     * @param quantity in the unit
     * @param untaxed what it came to without tax
     * @param invoices on how many documents it stands
     */
    public record Sold(ConnectionId connection, long product, String name, String unit, BigDecimal quantity,
            Money untaxed, int invoices) {}

    /**
     * Who bought a product, or sold it.
     *
     * @param partner Odoo's id of the commercial partner; 0 for none
     */
    public record Bought(long partner, String name, BigDecimal quantity, Money untaxed, int invoices) {}

    /**
     * What one of so many is on average: to ten digits, and at least to as many decimals as the amount has; empty when
     * nothing is left of the quantity.
     */
    public static Optional<BigDecimal> averagePrice(BigDecimal quantity, Money untaxed) {
        if (quantity.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = untaxed.amount().divide(quantity, new MathContext(DIGITS));
        return Optional
                .of(price.scale() >= untaxed.decimals() || price.multiply(quantity).compareTo(untaxed.amount()) == 0
                        ? price
                        : untaxed.amount().divide(quantity, untaxed.decimals(), RoundingMode.HALF_UP));
    }

    /** The same for people, to the smallest unit of its currency that is shown: more would be no money. */
    public static Optional<Money> price(BigDecimal quantity, Money untaxed, ShownDecimals decimals) {
        // from the amount itself: what is rounded twice may be one unit off
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(new Money(untaxed.amount().divide(quantity, decimals.of(untaxed.currency()),
                        RoundingMode.HALF_UP), untaxed.currency()));
    }

    /** The currencies of the documents that count, those of most documents first. */
    public static List<String> currencies(Books books, boolean purchases) {
        return PlaceCounts.of(books, Standing.addedUp(purchases)).currencies();
    }

    /** The documents of one of very many products or buyers: as small as they are few. */
    private static final class Rows {
        private int[] places = new int[1];
        private int count;

        /** Takes a document once, however many of its lines come one after the other. */
        void add(int row) {
            if (count > 0 && places[count - 1] == row) {
                return;
            }
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count++] = row;
        }

        int[] sorted() {
            int[] rows = Arrays.copyOf(places, count);
            Arrays.sort(rows);
            return rows;
        }
    }

    /** Counts while the lines are walked over, by the numbers of their articles. */
    private static final class Counts {
        private @Nullable Count[] byNumber = new Count[0];

        Count of(int article) {
            if (article >= byNumber.length) {
                byNumber = Arrays.copyOf(byNumber, Math.max(article + 1, byNumber.length * 2));
            }
            Count known = byNumber[article];
            Count count = known == null ? new Count() : known;
            byNumber[article] = count;
            return count;
        }
    }

    private ProductSales(Books books, String currency) {
        this.books = books;
        this.currency = currency;
    }

    /**
     * Of the documents with an invoice date in this time, both days included.
     *
     * @param books with lines
     * @param purchases whether of vendors
     */
    public static ProductSales of(Books books, String currency, boolean purchases, LocalDate from, LocalDate to) {
        return of(books, place -> place.currency().equals(currency), currency, Standing.addedUp(purchases), from, to);
    }

    /** The same of one company alone, by its name. */
    public static ProductSales ofCompany(Books books, String company, String currency, boolean purchases,
            LocalDate from, LocalDate to) {
        return of(books, place -> place.currency().equals(currency) && place.company().equals(company), currency,
                Standing.addedUp(purchases), from, to);
    }

    private static ProductSales of(Books books, Predicate<Place> there, String currency, boolean[] wanted,
            LocalDate from, LocalDate to) {
        var sales = new ProductSales(books, currency);
        var counts = new Counts();
        for (LinedSheet page : books.pages()) {
            SheetLines lines = page.lines();
            if (lines == null) {
                continue;
            }
            Sheet sheet = page.sheet();
            for (int i = 0; i < sheet.count; i++) {
                if (wanted[sheet.standings[i]] && sheet.dates[i] != Sheet.NO_DAY && sheet.dates[i] >= from.toEpochDay()
                        && sheet.dates[i] <= to.toEpochDay() && there.test(sheet.place(i))) {
                    add(counts, sheet, i, page.row(i), lines.sold());
                }
            }
        }
        for (int article = 0; article < counts.byNumber.length; article++) {
            Count count = counts.byNumber[article];
            if (count != null) {
                sales.counts.put(books.articles().get(article), count);
            }
        }
        return sales;
    }

    private static void add(Counts counts, Sheet sheet, int i, int row, SoldLines sold) {
        for (int line = sold.first(i); line < sold.first(i + 1); line++) {
            BigDecimal quantity = sheet.standing(i).type().signed(sold.quantity(line));
            BigDecimal untaxed = sheet.standing(i).type().signed(sold.subtotal(line));
            Count count = counts.of(sold.article(line));
            count.quantity = count.quantity.add(quantity);
            count.untaxed = count.untaxed.add(untaxed);
            count.rows.add(row);
            Buyer buyer = count.buyers.computeIfAbsent(sheet.party(i).commercialId(), none -> new Buyer());
            Party party = sheet.party(i);
            // rather than that of somebody who works there
            if (buyer.name.isEmpty() || party.id() == party.commercialId()) {
                buyer.name = party.name();
            }
            buyer.quantity = buyer.quantity.add(quantity);
            buyer.untaxed = buyer.untaxed.add(untaxed);
            buyer.rows.add(row);
        }
    }

    /** All products, those that came to most first. */
    public List<Sold> products() {
        var all = new ArrayList<Sold>();
        counts.forEach((key, count) -> all.add(new Sold(key.connection(), key.product(), key.name(), key.unit(),
                bare(count.quantity), new Money(count.untaxed, currency), count.rows.count)));
        all.sort(Comparator.comparing((Sold one) -> one.untaxed().amount()).reversed().thenComparing(Sold::name)
                .thenComparingLong(Sold::product).thenComparing(Sold::unit));
        return all;
    }

    /** Who bought a product, those for most first. */
    public List<Bought> buyers(Sold product) {
        var all = new ArrayList<Bought>();
        count(product)
                .ifPresent(count -> count.buyers.forEach((partner, buyer) -> all.add(bought(partner, buyer))));
        all.sort(Comparator.comparing((Bought one) -> one.untaxed().amount()).reversed().thenComparing(Bought::name)
                .thenComparingLong(Bought::partner));
        return all;
    }

    /** What one partner bought of a product, or sold of it. */
    public record Share(Sold sold, Bought bought) {}

    /** What a partner of this connection bought, what came to most first: for this partner, whatever others bought. */
    public List<Share> boughtBy(ConnectionId connection, long partner) {
        var all = new ArrayList<Share>();
        for (Sold sold : products()) {
            Optional<Buyer> buyer = sold.connection().equals(connection)
                    ? count(sold).map(count -> count.buyers.get(partner))
                    : Optional.empty();
            buyer.ifPresent(found -> all.add(new Share(sold, bought(partner, found))));
        }
        // those that came to the same stay as they are
        all.sort(Comparator.comparing((Share one) -> one.bought().untaxed().amount()).reversed());
        return all;
    }

    private Bought bought(long partner, Buyer buyer) {
        return new Bought(partner, buyer.name, bare(buyer.quantity), new Money(buyer.untaxed, currency),
                buyer.rows.count);
    }

    /** The documents that a product stands on. */
    public RowList rows(Sold product) {
        return count(product).map(count -> books.list(count.rows.sorted())).orElseGet(books::list);
    }

    /** Those of them that are of this partner. */
    public RowList rows(Sold product, Bought partner) {
        return count(product).flatMap(count -> Optional.ofNullable(count.buyers.get(partner.partner())))
                .map(buyer -> books.list(buyer.rows.sorted())).orElseGet(books::list);
    }

    private Optional<Count> count(Sold product) {
        return Optional.ofNullable(counts
                .get(new Article(product.connection(), product.product(), product.name(), product.unit())));
    }

    private static BigDecimal bare(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
