package app.loupe.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.Stamp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleCompanyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<Invoice> invoices = invoices(TODAY);

    private static SampleCompany company(LocalDate today) {
        return new SampleCompany(today, new CancelToken());
    }

    private static List<Invoice> invoices(LocalDate today) {
        try {
            InvoiceSource company = company(today);
            List<Long> ids = company.list(RecordKind.INVOICE, null, 0, 10_000).stream().map(Stamp::id).toList();
            return company.invoices(ids).records();
        } catch (ProblemException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static BigDecimal sum(Invoice invoice, Predicate<MoveLine> which, Function<MoveLine, BigDecimal> amount) {
        return invoice.lines().stream().filter(which).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void holdsAboutTwelveHundredInvoicesOfThirtyMonths() {
        assertThat(invoices).hasSizeBetween(1_100, 1_300);
        assertThat(invoices).extracting(Invoice::id).doesNotHaveDuplicates().isSorted();
        assertThat(invoices).filteredOn(invoice -> !invoice.name().isEmpty()).extracting(Invoice::name)
                .doesNotHaveDuplicates();
        assertThat(invoices).allSatisfy(invoice -> {
            if (invoice.dates().invoice() != null) {
                assertThat(invoice.dates().invoice()).isBetween(TODAY.minusMonths(31), TODAY);
            }
        });
    }

    @Test
    void showsEveryTypeStateAndCurrency() {
        assertThat(invoices).extracting(Invoice::type).containsAll(EnumSet.allOf(MoveType.class));
        assertThat(invoices).extracting(Invoice::state).containsAll(EnumSet.allOf(MoveState.class));
        assertThat(invoices).extracting(Invoice::paymentState).contains(PaymentState.NOT_PAID, PaymentState.PARTIAL,
                PaymentState.IN_PAYMENT, PaymentState.PAID, PaymentState.REVERSED);
        Map<String, Long> currencies = invoices.stream()
                .map(invoice -> Objects.requireNonNull(invoice.booking().currency()))
                .collect(Collectors.groupingBy(Ref::name, Collectors.counting()));
        assertThat(currencies).containsOnlyKeys("EUR", "USD", "JPY");
        assertThat(currencies.get("EUR")).isGreaterThan(600);
        assertThat(currencies.get("JPY")).isGreaterThan(30);
    }

    @Test
    void looksAliveOnAnyDay() {
        for (LocalDate day : List.of(TODAY, LocalDate.of(2027, 2, 1), LocalDate.of(2028, 2, 29),
                LocalDate.of(2030, 12, 31))) {
            Map<InvoiceStatus, Long> statuses = invoices(day).stream()
                    .collect(Collectors.groupingBy(invoice -> InvoiceStatus.of(invoice.state(), invoice.paymentState(),
                            invoice.dates().due(), day), Collectors.counting()));

            assertThat(statuses).containsKeys(InvoiceStatus.DRAFT, InvoiceStatus.UNPAID, InvoiceStatus.OVERDUE,
                    InvoiceStatus.PARTLY_PAID, InvoiceStatus.IN_PAYMENT, InvoiceStatus.PAID, InvoiceStatus.REVERSED,
                    InvoiceStatus.CANCELLED);
            assertThat(statuses.get(InvoiceStatus.OVERDUE)).isBetween(20L, 200L);
            assertThat(statuses.get(InvoiceStatus.PAID)).isGreaterThan(600);
        }
    }

    @Test
    void totalsEqualTheirLines() {
        assertThat(invoices).allSatisfy(invoice -> {
            assertThat(sum(invoice, line -> line.kind() == LineKind.PRODUCT, line -> line.price().subtotal()))
                    .isEqualByComparingTo(invoice.amounts().untaxed());
            assertThat(sum(invoice, line -> line.kind() == LineKind.PRODUCT, line -> line.price().total()))
                    .isEqualByComparingTo(invoice.amounts().total());
            assertThat(sum(invoice, line -> line.kind() == LineKind.TAX, line -> line.posting().amountCurrency()).abs())
                    .isEqualByComparingTo(invoice.amounts().tax());
            assertThat(invoice.amounts().untaxed().add(invoice.amounts().tax()))
                    .isEqualByComparingTo(invoice.amounts().total());
            assertThat(
                    sum(invoice, line -> line.kind() == LineKind.PAYMENT_TERM, line -> line.posting().amountCurrency())
                            .abs())
                    .isEqualByComparingTo(invoice.amounts().total());
            assertThat(sum(invoice, line -> true, line -> line.posting().balance())).isEqualByComparingTo("0");
            assertThat(sum(invoice, line -> true, line -> line.posting().amountCurrency())).isEqualByComparingTo("0");
            assertThat(sum(invoice, line -> line.kind() == LineKind.PAYMENT_TERM, line -> line.posting().balance()))
                    .isEqualByComparingTo(invoice.amounts().signed().total());
            assertThat(sum(invoice, line -> line.kind() == LineKind.TAX, line -> line.taxes().baseAmount()))
                    .isLessThanOrEqualTo(invoice.amounts().untaxed());
            assertThat(invoice.amounts().total()).isPositive();
        });
    }

    @Test
    void yenHaveNoDecimals() {
        assertThat(invoices)
                .filteredOn(invoice -> Objects.requireNonNull(invoice.booking().currency()).name().equals("JPY"))
                .allSatisfy(invoice -> {
                    assertThat(invoice.amounts().total().stripTrailingZeros().scale()).isNotPositive();
                    assertThat(invoice.amounts().tax().stripTrailingZeros().scale()).isNotPositive();
                });
    }

    @Test
    void paymentsExplainWhatIsNoLongerDue() throws ProblemException {
        InvoiceSource company = company(TODAY);
        Map<Long, List<Payment>> payments = company.payments(invoices.stream().map(Invoice::id).toList());

        assertThat(invoices).filteredOn(invoice -> invoice.state() == MoveState.POSTED).allSatisfy(invoice -> {
            BigDecimal paid = payments.getOrDefault(invoice.id(), List.of()).stream().map(Payment::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(invoice.amounts().total().subtract(paid)).isEqualByComparingTo(invoice.amounts().residual());
            boolean settled = invoice.amounts().residual().signum() == 0;
            assertThat(Set.of(PaymentState.NOT_PAID, PaymentState.PARTIAL).contains(invoice.paymentState()))
                    .isEqualTo(!settled);
            assertThat(payments.getOrDefault(invoice.id(), List.of())).allMatch(
                    payment -> payment.date() != null && !payment.date().isAfter(TODAY)
                            && payment.amount().signum() > 0);
        });
    }

    @Test
    void itemsOfPaymentsSettleTheirInvoices() throws ProblemException {
        InvoiceSource company = company(TODAY);
        List<Long> ids = company.list(RecordKind.JOURNAL_ITEM, null, 0, 10_000).stream().map(Stamp::id).toList();
        List<MoveLine> items = company.journalItems(ids).records();

        assertThat(items).hasSameSizeAs(ids).hasSizeGreaterThan(800);
        Map<String, BigDecimal> booked = items.stream().filter(item -> item.matching().number().startsWith("A"))
                .collect(Collectors.groupingBy(item -> item.matching().number(),
                        Collectors.reducing(BigDecimal.ZERO, line -> line.posting().balance(), BigDecimal::add)));
        Map<String, Invoice> byMatch = invoices.stream()
                .collect(Collectors.toMap(invoice -> "A" + invoice.id(), Function.identity()));
        assertThat(booked).allSatisfy((match, amount) -> assertThat(amount.negate())
                .isEqualByComparingTo(Objects.requireNonNull(byMatch.get(match)).amounts().signed().total()));
        long everyId = Stream.concat(items.stream(), invoices.stream().flatMap(invoice -> invoice.lines().stream()))
                .map(MoveLine::id).distinct().count();
        assertThat(everyId)
                .isEqualTo(items.size() + invoices.stream().mapToLong(invoice -> invoice.lines().size()).sum());
    }

    @Test
    void creditNotesReverseTheirInvoices() {
        Map<Long, Invoice> byId = invoices.stream().collect(Collectors.toMap(Invoice::id, Function.identity()));
        List<Invoice> notes = invoices.stream().filter(invoice -> invoice.booking().reversedEntry() != null).toList();

        assertThat(notes).hasSizeGreaterThan(20).allSatisfy(note -> {
            Invoice reversed = Objects
                    .requireNonNull(byId.get(Objects.requireNonNull(note.booking().reversedEntry()).id()));
            assertThat(note.type()).isEqualTo(MoveType.CREDIT_NOTE);
            assertThat(reversed.amounts().total()).isEqualByComparingTo(note.amounts().total());
            assertThat(note.amounts().signed().total())
                    .isEqualByComparingTo(reversed.amounts().signed().total().negate());
        });
    }

    @Test
    void usesSectionsNotesAndSeveralTaxRates() {
        Set<LineKind> kinds = invoices.stream().map(Invoice::lines).flatMap(Collection::stream).map(MoveLine::kind)
                .collect(Collectors.toSet());
        Set<String> taxes = invoices.stream().map(Invoice::lines).flatMap(Collection::stream)
                .flatMap(line -> Stream.ofNullable(line.taxes().tax())).map(Ref::name).collect(Collectors.toSet());

        assertThat(kinds).contains(LineKind.PRODUCT, LineKind.SECTION, LineKind.NOTE, LineKind.TAX,
                LineKind.PAYMENT_TERM);
        assertThat(taxes).containsExactlyInAnyOrder("21% sales", "9% sales", "21% purchases", "9% purchases");
    }

    @Test
    void knowsAllItsPartnersAndProducts() throws ProblemException {
        var partners = new HashSet<Long>();
        var products = new HashSet<Long>();
        invoices.forEach(invoice -> {
            partners.add(Objects.requireNonNull(invoice.parties().partner()).id());
            invoice.lines().forEach(line -> {
                if (line.price().product() != null) {
                    products.add(line.price().product().id());
                }
            });
        });
        InvoiceSource company = company(TODAY);

        assertThat(partners).hasSizeBetween(40, 45);
        assertThat(company.partners(List.copyOf(partners)).records()).hasSameSizeAs(partners)
                .allMatch(partner -> partner.contact().email().endsWith(".example")).extracting(Partner::name)
                .doesNotHaveDuplicates();
        assertThat(products).hasSize(60);
        assertThat(company.products(List.copyOf(products)).records()).extracting(Product::defaultCode)
                .doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void showsTheSameOnTheSameDay() {
        assertThat(invoices(TODAY)).isEqualTo(invoices);
    }

    @Test
    void changesLittleFromDayToDayUnderTheSameIds() {
        Map<Long, Invoice> before = invoices.stream().collect(Collectors.toMap(Invoice::id, Function.identity()));
        List<Invoice> after = invoices(TODAY.plusDays(1));

        long same = after.stream().filter(invoice -> invoice.equals(before.get(invoice.id()))).count();

        assertThat(same).isGreaterThan(invoices.size() - 30L).isLessThan(invoices.size());
        assertThat(after).extracting(Invoice::id).containsAll(before.keySet());
        assertThat(after).allSatisfy(invoice -> {
            Invoice old = before.get(invoice.id());
            if (old != null && !old.equals(invoice)) {
                assertThat(invoice.writeDate()).isAfter(old.writeDate());
            }
        });
    }

    /** A flag or note stands at an id: weeks later, on either side of a month's end, the same document must be there. */
    @Test
    void anIdIsTheSameDocumentFortyDaysLater() {
        for (LocalDate day : List.of(TODAY, LocalDate.of(2027, 1, 20), LocalDate.of(2028, 2, 29))) {
            Map<Long, Invoice> before = invoices(day).stream()
                    .collect(Collectors.toMap(Invoice::id, Function.identity()));
            List<Invoice> same = invoices(day.plusDays(40)).stream()
                    .filter(invoice -> before.containsKey(invoice.id())).toList();

            assertThat(same).hasSizeGreaterThan(1_000).allSatisfy(after -> {
                Invoice then = Objects.requireNonNull(before.get(after.id()));
                assertThat(after.type()).isEqualTo(then.type());
                assertThat(after.parties().partner()).isEqualTo(then.parties().partner());
                assertThat(after.amounts().total()).isEqualByComparingTo(then.amounts().total());
                assertThat(after.booking().currency()).isEqualTo(then.booking().currency());
                // a draft has neither yet
                if (!then.name().isEmpty()) {
                    assertThat(after.name()).isEqualTo(then.name());
                    assertThat(after.dates().invoice()).isEqualTo(then.dates().invoice());
                }
            });
        }
    }

    @Test
    void findsByIdWhatIsNoLongerListed() throws ProblemException {
        InvoiceSource later = company(TODAY.plusYears(2));
        List<Long> old = invoices.stream().map(Invoice::id).limit(50).toList();

        assertThat(later.existence(RecordKind.INVOICE, old).readable()).containsExactlyInAnyOrderElementsOf(old);
        assertThat(later.existence(RecordKind.INVOICE, LongStream.of(999, 1_000_000_000_000_000L).boxed().toList())
                .readable()).isEmpty();
    }

    @Test
    void listsInPartsWithoutGapsOrDoubles() throws ProblemException {
        InvoiceSource company = company(TODAY);
        var ids = new ArrayList<Long>();
        List<Stamp> part = company.list(RecordKind.INVOICE, null, 0, 100);
        while (!part.isEmpty()) {
            part.forEach(stamp -> ids.add(stamp.id()));
            part = company.list(RecordKind.INVOICE, null, ids.getLast(), 100);
        }

        assertThat(ids).isEqualTo(invoices.stream().map(Invoice::id).toList());
        assertThat(company.list(RecordKind.INVOICE, TODAY.minusMonths(1), 0, 10_000)).hasSizeBetween(20, 80);
    }
}
