package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CurrencyPlaces;
import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.Money;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds taxes that are not what their rate makes of their base. Odoo's users may not read rates, so the rate is what the
 * documents with a tax agree on: at least {@link #FEWEST} of them, and nine in ten. A tax of a fixed amount, one in several
 * parts, a document in a foreign currency and a cash rounding have no rate that could be told, and are left alone. Where
 * most that agree have one amount, and the others twice or thrice as much, it may be a fixed one as well: then what is as
 * much, or a multiple where all have one amount, is told on the same base only.
 * Rounding by line against by document, and a cent typed off a vendor's paper, are no finding. Documents that agree on
 * another rate, all before or all after the others, are what a change of the rate leaves behind: one small finding of all.
 */
final class TaxAgainstRate implements Check {
    /** Documents that it takes to know a rate. */
    static final int FEWEST = 5;
    /** Documents that it takes to take another rate for one that was in force once. */
    private static final int FEWEST_OF_OLD = 3;
    private static final int TRIED = 25;
    private static final int LOOKED_AT = 400;
    private static final BigDecimal MOST_ODD = new BigDecimal("0.1");
    private static final int MOST_DECIMALS = 4;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final ConnectionId connection;
    private final CurrencyPlaces places;
    private final Map<Long, List<Taxed>> taxes = new LinkedHashMap<>();

    /**
     * A document's tax in company currency, unsigned.
     *
     * @param unit the smallest of the currency
     * @param roundings how many of them rounding may make of it
     */
    private record Taxed(Finding.Document document, Ref tax, String currency, BigDecimal base, BigDecimal amount,
            BigDecimal unit, long roundings) {
        BigDecimal expected(BigDecimal rate) {
            return base.multiply(rate).divide(HUNDRED, unit.scale(), RoundingMode.HALF_UP);
        }

        boolean fits(BigDecimal rate) {
            return comesTo(expected(rate));
        }

        /** Whether rounding may make this of it. */
        boolean comesTo(BigDecimal other) {
            return other.subtract(amount).abs().compareTo(unit.multiply(BigDecimal.valueOf(roundings))) <= 0;
        }

        boolean isMultipleOf(BigDecimal piece) {
            return amount.signum() != 0 && piece.signum() != 0 && amount.remainder(piece).signum() == 0;
        }
    }

    /** With the decimals of the currencies as all rows of the books show them. */
    TaxAgainstRate(ConnectionId connection, CurrencyPlaces places) {
        this.connection = connection;
        this.places = places;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        Ref currency = invoice.booking().companyCurrency();
        if (!present || invoice.state() != MoveState.POSTED || currency == null
                || !currency.equals(invoice.booking().currency())) {
            return;
        }
        var lines = new LinkedHashMap<Long, List<MoveLine>>();
        for (MoveLine line : invoice.lines()) {
            Ref tax = line.taxes().tax();
            if (tax != null) {
                lines.computeIfAbsent(tax.id(), none -> new ArrayList<>(1)).add(line);
            }
        }
        long printed = invoice.lines().stream().filter(line -> line.kind() == LineKind.PRODUCT).count();
        BigDecimal unit = places.unit(currency.name());
        lines.forEach((id, some) -> {
            MoveLine line = some.getFirst();
            if (some.size() == 1 && line.kind() == LineKind.TAX && line.taxes().baseAmount().signum() != 0) {
                taxes.computeIfAbsent(id, none -> new ArrayList<>())
                        .add(new Taxed(Finding.Document.of(connection, invoice),
                                Objects.requireNonNull(line.taxes().tax()), currency.name(),
                                line.taxes().baseAmount().abs(), line.posting().balance().abs(),
                                unit, printed + 1));
            }
        });
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) {
        taxes.values().forEach(taxed -> rate(taxed).ifPresent(rate -> findings(taxed, rate, found)));
    }

    private void findings(List<Taxed> taxed, BigDecimal rate, Consumer<Finding> found) {
        List<Taxed> fitting = taxed.stream().filter(one -> one.fits(rate)).toList();
        Predicate<Taxed> fixed = fixed(fitting);
        List<Taxed> odd = taxed.stream().filter(one -> !one.fits(rate)).filter(Predicate.not(fixed)).toList();
        ofOtherTime(odd, fitting).ifPresentOrElse(other -> found.accept(changed(odd, rate, other)),
                () -> odd.forEach(one -> found.accept(finding(one, rate))));
    }

    /** Which of those that do not fit may have a fixed amount, and thus be in order. */
    private static Predicate<Taxed> fixed(List<Taxed> fitting) {
        Map<BigDecimal, List<Taxed>> amounts = fitting.stream()
                .collect(Collectors.groupingBy(one -> one.amount().stripTrailingZeros(), LinkedHashMap::new,
                        Collectors.toList()));
        List<Taxed> usual = amounts.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        Taxed any = usual.getFirst();
        BigDecimal piece = any.amount();
        if (fitting.stream().allMatch(one -> one.comesTo(piece))) {
            return one -> one.isMultipleOf(piece)
                    && (one.base().compareTo(any.base()) != 0 || one.comesTo(piece));
        }
        return usual.size() * 2 > fitting.size() && fitting.stream().allMatch(one -> one.isMultipleOf(piece))
                ? one -> one.amount().compareTo(piece) == 0
                : one -> false;
    }

    /** The rate of those that do not fit, where they agree on one and are of another time. */
    private static Optional<BigDecimal> ofOtherTime(List<Taxed> odd, List<Taxed> fitting) {
        if (odd.size() < FEWEST_OF_OLD) {
            return Optional.empty();
        }
        return best(odd).filter(old -> fitting(odd, old) == odd.size()).filter(old -> {
            // a small base may fit both
            List<Taxed> others = fitting.stream().filter(one -> !one.fits(old)).toList();
            return areBefore(odd, others) || areBefore(others, odd);
        });
    }

    private static boolean areBefore(List<Taxed> some, List<Taxed> others) {
        Optional<LocalDate> last = days(some).max(Comparator.naturalOrder());
        Optional<LocalDate> first = days(others).min(Comparator.naturalOrder());
        return last.isPresent() && first.isPresent() && !last.get().isAfter(first.get());
    }

    private static Stream<LocalDate> days(List<Taxed> taxed) {
        return taxed.stream().map(one -> one.document().date()).flatMap(Stream::ofNullable);
    }

    /** The rate that most agree on, in per cent; empty when too few do. */
    private static Optional<BigDecimal> rate(List<Taxed> taxed) {
        return best(taxed).filter(rate -> {
            long odd = taxed.size() - fitting(taxed, rate);
            return taxed.size() - odd >= FEWEST
                    && MOST_ODD.multiply(BigDecimal.valueOf(taxed.size())).compareTo(BigDecimal.valueOf(odd)) >= 0;
        });
    }

    private static Optional<BigDecimal> best(List<Taxed> taxed) {
        // a large base tells the rate best
        List<Taxed> telling = taxed.stream().sorted(Comparator.comparing(Taxed::base).reversed()).limit(LOOKED_AT)
                .toList();
        return telling.stream().limit(TRIED)
                .flatMap(one -> IntStream.rangeClosed(0, MOST_DECIMALS).mapToObj(decimals -> one.amount()
                        .multiply(HUNDRED).divide(one.base(), decimals, RoundingMode.HALF_UP).stripTrailingZeros()))
                .distinct()
                .max(Comparator.comparingLong((BigDecimal rate) -> fitting(telling, rate))
                        .thenComparing(BigDecimal::scale, Comparator.reverseOrder()));
    }

    private static long fitting(List<Taxed> taxed, BigDecimal rate) {
        return taxed.stream().filter(one -> one.fits(rate)).count();
    }

    private Finding changed(List<Taxed> odd, BigDecimal rate, BigDecimal other) {
        Ref tax = odd.getFirst().tax();
        return Finding.of(connection, Weight.LOW, odd.stream().map(Taxed::document).toList(),
                new Fact.RateChanged(tax.name(), rate, other, odd.size()), "changed", tax.id(), rate.toPlainString(),
                other.toPlainString());
    }

    private Finding finding(Taxed one, BigDecimal rate) {
        return Finding.of(connection, Weight.HIGH, List.of(one.document()),
                new Fact.TaxDiffers(one.tax().name(), rate, new Money(one.base(), one.currency()),
                        new Money(one.expected(rate), one.currency()), new Money(one.amount(), one.currency())),
                one.document().key().id(), one.tax().id(), one.amount().stripTrailingZeros().toPlainString());
    }
}
