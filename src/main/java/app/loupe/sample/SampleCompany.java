package app.loupe.sample;

import app.loupe.domain.Batch;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Named;
import app.loupe.domain.MoveState;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import app.loupe.sample.AddressBook.Contact;
import app.loupe.sample.Bookkeeper.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The books of Hazelmere Trading, who sells coffee and all that goes with it: about 1,200 documents of the last 30 months.
 * The same day shows the same books; from one day to the next a few invoices are written and a few are paid, under the
 * same ids. Documents that fell out of the 30 months are still found by id, so that no copy of them counts as removed.
 */
public final class SampleCompany implements InvoiceSource {
    private static final int MONTHS = 30;
    private static final int DAYS_AHEAD = 10;
    private static final long LAST_ID = 10_000_000;

    private final LocalDate today;
    private final CancelToken cancel;
    private final Bookkeeper bookkeeper;
    private final DealMaker deals;
    private final Map<Long, Partner> partners;
    private final Map<Long, Product> products;
    private final Map<YearMonth, Map<Long, Document>> months = new TreeMap<>();

    /** The books as they are on that day. */
    public SampleCompany(LocalDate today, CancelToken cancel) {
        var assortment = new Assortment();
        var addresses = new AddressBook();
        this.today = today;
        this.cancel = cancel;
        this.bookkeeper = new Bookkeeper(today);
        this.deals = new DealMaker(assortment, addresses);
        this.partners = Stream.concat(Stream.of(addresses.company()),
                Stream.concat(addresses.customers().stream(), addresses.vendors().stream()).map(Contact::partner))
                .collect(Collectors.toMap(Partner::id, Function.identity()));
        this.products = assortment.articles().stream().map(Assortment.Article::product)
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    private Map<Long, Document> month(YearMonth month) {
        return months.computeIfAbsent(month, wanted -> {
            var found = new TreeMap<Long, Document>();
            deals.deals(wanted).forEach(
                    deal -> bookkeeper.document(deal).ifPresent(document -> found.put(deal.id(), document)));
            return found;
        });
    }

    private Optional<Document> find(long id) {
        boolean possible = id > 0 && id < LAST_ID
                && !DealMaker.monthOf(id).isAfter(YearMonth.from(today.plusDays(DAYS_AHEAD)));
        return possible ? Optional.ofNullable(month(DealMaker.monthOf(id)).get(id)) : Optional.empty();
    }

    private Stream<Document> all() {
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS);
        YearMonth end = YearMonth.from(today.plusDays(DAYS_AHEAD)).plusMonths(1);
        return Stream.iterate(first, end::isAfter, month -> month.plusMonths(1))
                .flatMap(month -> month(month).values().stream());
    }

    private Stream<Invoice> invoices(@Nullable LocalDate since) {
        return all().map(Document::invoice).filter(invoice -> since == null || invoice.dates().invoice() == null
                || !invoice.dates().invoice().isBefore(since));
    }

    @Override
    public String serverVersion() {
        return "";
    }

    @Override
    public Optional<Instant> serverTime() {
        return Optional.empty();
    }

    @Override
    public List<Problem> notices() {
        return List.of();
    }

    @Override
    public List<Stamp> list(RecordKind kind, @Nullable LocalDate since, long afterId, int limit)
            throws ProblemException {
        cancel.check();
        Stream<Stamp> stamps = switch (kind) {
            case INVOICE ->
                invoices(since).map(invoice -> new Stamp(invoice.id(), invoice.writeDate(), invoice.dates().invoice()));
            case JOURNAL_ITEM -> items(since).map(item -> new Stamp(item.id(), item.writeDate(), null));
            case PARTNER, PRODUCT -> Stream.of();
        };
        return stamps.filter(stamp -> stamp.id() > afterId).limit(limit).toList();
    }

    @Override
    public Batch<Invoice> invoices(List<Long> ids) throws ProblemException {
        cancel.check();
        return new Batch<>(ids.stream().flatMap(id -> find(id).stream()).map(Document::invoice).toList(), List.of());
    }

    private Stream<MoveLine> items(@Nullable LocalDate since) {
        return all().flatMap(document -> document.items().stream())
                .filter(item -> since == null || item.date() == null || !item.date().isBefore(since));
    }

    private Optional<MoveLine> item(long id) {
        return find(Bookkeeper.invoiceOfItem(id)).stream().flatMap(document -> document.items().stream())
                .filter(item -> item.id() == id).findFirst();
    }

    @Override
    public Batch<Figures> figures(List<Long> ids) throws ProblemException {
        return new Batch<>(invoices(ids).records().stream().map(Figures::of).toList(), List.of());
    }

    @Override
    public Batch<MoveLine> journalItems(List<Long> ids) throws ProblemException {
        cancel.check();
        return new Batch<>(ids.stream().flatMap(id -> item(id).stream()).toList(), List.of());
    }

    @Override
    public Batch<Partner> partners(List<Long> ids) throws ProblemException {
        cancel.check();
        return new Batch<>(ids.stream().flatMap(id -> Optional.ofNullable(partners.get(id)).stream()).toList(),
                List.of());
    }

    @Override
    public Set<Long> companyContacts(Set<Long> companies) {
        return partners.values().stream().filter(partner -> companies.contains(partner.ownCompany()))
                .map(Partner::id).collect(Collectors.toSet());
    }

    @Override
    public Batch<Product> products(List<Long> ids) throws ProblemException {
        cancel.check();
        return new Batch<>(ids.stream().flatMap(id -> Optional.ofNullable(products.get(id)).stream()).toList(),
                List.of());
    }

    @Override
    public Map<Long, Instant> changedSince(RecordKind kind, Instant second) throws ProblemException {
        cancel.check();
        return stamps(kind).filter(stamp -> !stamp.writeDate().isBefore(second))
                .collect(Collectors.toMap(Stamp::id, Stamp::writeDate));
    }

    @Override
    public Optional<Map<Long, Instant>> writeDates(RecordKind kind, List<Long> ids) throws ProblemException {
        cancel.check();
        return Optional.of(stamps(kind).filter(stamp -> ids.contains(stamp.id()))
                .collect(Collectors.toMap(Stamp::id, Stamp::writeDate)));
    }

    private Stream<Stamp> stamps(RecordKind kind) {
        return kind == RecordKind.PARTNER
                ? partners.values().stream().map(partner -> new Stamp(partner.id(), partner.writeDate(), null))
                : products.values().stream().map(product -> new Stamp(product.id(), product.writeDate(), null));
    }

    @Override
    public Map<Long, List<Payment>> payments(List<Long> ids) throws ProblemException {
        cancel.check();
        var found = new TreeMap<Long, List<Payment>>();
        ids.forEach(id -> find(id).ifPresent(document -> found.put(id, document.payments())));
        return found;
    }

    @Override
    public Optional<Map<Long, Set<Long>>> exchangeEntries(List<Long> moves) {
        return Optional.empty();
    }

    @Override
    public LineChanges lineChanges(Instant second, @Nullable LocalDate since) throws ProblemException {
        cancel.check();
        return new LineChanges(
                invoices(since).filter(invoice -> !invoice.writeDate().isBefore(second)).map(Invoice::id)
                        .collect(Collectors.toSet()),
                invoices(since).filter(invoice -> invoice.state() == MoveState.DRAFT).collect(Collectors.toMap(
                        Invoice::id,
                        invoice -> invoice.lines().stream().map(MoveLine::id).collect(Collectors.toSet()))));
    }

    @Override
    public Map<Long, Instant> journalItemsChangedSince(Instant instant, @Nullable LocalDate since)
            throws ProblemException {
        cancel.check();
        return items(since).filter(item -> !item.writeDate().isBefore(instant))
                .collect(Collectors.toMap(MoveLine::id, MoveLine::writeDate));
    }

    @Override
    public List<Named> names(RecordKind kind, List<Long> ids, long company) throws ProblemException {
        cancel.check();
        return switch (kind) {
            case INVOICE -> invoices(ids).records().stream().flatMap(Named::of).toList();
            case JOURNAL_ITEM -> journalItems(ids).records().stream().flatMap(Named::of).toList();
            case PARTNER -> partners(ids).records().stream().flatMap(Named::of).toList();
            case PRODUCT -> products(ids).records().stream().flatMap(Named::of).toList();
        };
    }

    /** Nothing was ever sent. */
    @Override
    public Optional<byte[]> original(long invoice) {
        return Optional.empty();
    }

    @Override
    public Existence existence(RecordKind kind, List<Long> ids) throws ProblemException {
        cancel.check();
        var readable = new TreeSet<Long>();
        for (Long id : ids) {
            boolean there = switch (kind) {
                case INVOICE -> find(id).isPresent();
                case JOURNAL_ITEM -> item(id).isPresent();
                case PARTNER -> partners.containsKey(id);
                case PRODUCT -> products.containsKey(id);
            };
            if (there) {
                readable.add(id);
            }
        }
        return new Existence(readable, Set.of());
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
