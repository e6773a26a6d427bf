package testkit;

import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Applied;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import java.util.function.Consumer;
import java.math.BigDecimal;
import app.loupe.domain.Counterpart;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.NameKind;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.WantedPayments;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The copy of one connection in maps; every save is whole or not at all, and the fuse may blow before or after it. */
public final class InMemoryCopy implements CopyRepository {
    private final Fuse fuse;
    private final TreeMap<Long, Invoice> invoices = new TreeMap<>();
    private final Map<Long, Presence> absent = new HashMap<>();
    private final TreeMap<Long, MoveLine> items = new TreeMap<>();
    private final TreeMap<Long, Partner> partners = new TreeMap<>();
    private final TreeMap<Long, Product> products = new TreeMap<>();
    private final Map<Long, List<Payment>> payments = new TreeMap<>();
    private final Map<Long, Instant> paymentsAsOf = new HashMap<>();
    private final InMemoryNames names = new InMemoryNames();
    private final Unread unread = new Unread();
    private @Nullable Instant watermark;
    private @Nullable Instant listed;

    /** An empty copy. */
    public InMemoryCopy(Fuse fuse) {
        this.fuse = fuse;
    }

    /** The invoices that the server still shows. */
    public Map<Long, Invoice> present() {
        return invoices.entrySet().stream().filter(entry -> !absent.containsKey(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Invoices that are only kept as the last copy. */
    public Map<Long, Presence> absent() {
        return Map.copyOf(absent);
    }

    /** The items of other entries. */
    public Map<Long, MoveLine> items() {
        return Map.copyOf(items);
    }

    /** The partners. */
    public Map<Long, Partner> partners() {
        return Map.copyOf(partners);
    }

    /** The products. */
    public Map<Long, Product> products() {
        return Map.copyOf(products);
    }

    /** Loses the payments of an invoice without noticing. */
    public void spoilPayments(long id) {
        payments.put(id, List.of());
    }

    /** The payments of an invoice. */
    public List<Payment> payments(long id) {
        return payments.getOrDefault(id, List.of());
    }

    @Override
    public Map<Long, Instant> stamps(ConnectionId id, RecordKind kind) throws ProblemException {
        fuse.pass();
        return switch (kind) {
            case INVOICE -> unread.stamps(kind, present(), Invoice::writeDate);
            case JOURNAL_ITEM -> unread.stamps(kind, items, MoveLine::writeDate);
            case PARTNER -> unread.stamps(kind, partners, Partner::writeDate);
            case PRODUCT -> unread.stamps(kind, products, Product::writeDate);
        };
    }

    @Override
    public Applied saveInvoices(ConnectionId id, List<Invoice> page) throws ProblemException {
        fuse.pass();
        page.forEach(invoice -> {
            Invoice old = invoices.get(invoice.id());
            if (old == null || !Unread.undated(old).equals(Unread.undated(invoice))) {
                paymentsAsOf.remove(invoice.id());
            }
            if (old == null && listed == null && payments(invoice.id()).isEmpty()) {
                paymentsAsOf.put(invoice.id(), invoice.writeDate());
            }
        });
        Applied applied = save(invoices, page, Invoice::id, Unread::undated);
        page.forEach(invoice -> absent.remove(invoice.id()));
        fuse.pass();
        return applied;
    }

    private <T> Applied save(Map<Long, T> records, List<T> page, ToLongFunction<T> key, UnaryOperator<T> content) {
        unread.read(page, key);
        if (page.stream().mapToLong(key).distinct().count() != page.size()) {
            throw new AssertionError("a record twice in one page");
        }
        int before = records.size();
        int changed = 0;
        for (T record : page) {
            T old = records.put(key.applyAsLong(record), record);
            if (old != null && !content.apply(old).equals(content.apply(record))) {
                changed++;
            }
        }
        int added = records.size() - before;
        return new Applied(added, changed, page.size() - added - changed);
    }

    private <T> Applied guarded(Map<Long, T> records, List<T> page, ToLongFunction<T> key) throws ProblemException {
        fuse.pass();
        Applied applied = save(records, page, key, UnaryOperator.identity());
        fuse.pass();
        return applied;
    }

    @Override
    public Applied saveJournalItems(ConnectionId id, List<MoveLine> page) throws ProblemException {
        return guarded(items, page, MoveLine::id);
    }

    @Override
    public Applied savePartners(ConnectionId id, List<Partner> page) throws ProblemException {
        return guarded(partners, page, Partner::id);
    }

    @Override
    public Applied saveProducts(ConnectionId id, List<Product> page) throws ProblemException {
        return guarded(products, page, Product::id);
    }

    @Override
    public void savePayments(ConnectionId id, Map<Long, List<Payment>> page) throws ProblemException {
        fuse.pass();
        page.forEach((invoice, list) -> {
            payments.put(invoice, list);
            paymentsAsOf.put(invoice, Objects.requireNonNull(invoices.get(invoice)).writeDate());
        });
        fuse.pass();
    }

    @Override
    public void saveNotedPayments(ConnectionId id, Map<Long, List<Payment>> page) throws ProblemException {
        fuse.pass();
        payments.putAll(page);
        fuse.pass();
    }

    @Override
    public List<WantedPayments> paymentsWanted(ConnectionId id, boolean everything) throws ProblemException {
        fuse.pass();
        return present().values().stream()
                .filter(invoice -> !payments(invoice.id()).isEmpty()
                        || (invoice.state() == MoveState.POSTED && invoice.paymentState() != PaymentState.NOT_PAID))
                .filter(invoice -> everything || !isNoted(invoice)
                        || (listed == null && payments(invoice.id()).isEmpty()))
                .sorted(Comparator.comparingLong(Invoice::id).reversed())
                .map(invoice -> new WantedPayments(invoice.id(), invoice.state() == MoveState.POSTED
                        ? invoice.amounts().total().subtract(invoice.amounts().residual()).abs()
                        : BigDecimal.ZERO, isNoted(invoice)))
                .toList();
    }

    private boolean isNoted(Invoice invoice) {
        return invoice.writeDate().equals(paymentsAsOf.get(invoice.id()));
    }

    @Override
    public void doubtPayments(ConnectionId id, Set<Long> ids) throws ProblemException {
        fuse.pass();
        paymentsAsOf.keySet().removeAll(ids);
    }

    @Override
    public Map<Long, Figures> figures(ConnectionId id, Collection<Long> ids) throws ProblemException {
        fuse.pass();
        return present().values().stream().filter(invoice -> ids.contains(invoice.id()))
                .collect(Collectors.toMap(Invoice::id, Figures::of));
    }

    @Override
    public void doubt(ConnectionId id, Set<Long> ids) throws ProblemException {
        fuse.pass();
        paymentsAsOf.keySet().removeAll(ids);
        ids.forEach(one -> invoices.computeIfPresent(one, (key, invoice) -> Unread.undated(invoice)));
        fuse.pass();
    }

    @Override
    public void readAgain(ConnectionId id, RecordKind kind, Set<Long> ids) throws ProblemException {
        fuse.pass();
        unread.add(kind, ids);
    }

    @Override
    public void eachReconciled(ConnectionId id, Consumer<ReconciledItem> visitor) throws ProblemException {
        fuse.pass();
        present().values().forEach(invoice -> invoice.lines().forEach(line -> visit(line, invoice.id(), visitor)));
        items.values().forEach(item -> visit(item, 0, visitor));
    }

    private static void visit(MoveLine item, long invoice, Consumer<ReconciledItem> visitor) {
        if (item.kind().isOwed() && !item.matching().partials().isEmpty()) {
            Ref currency = item.posting().currency();
            visitor.accept(new ReconciledItem(item.id(), invoice, currency == null ? 0 : currency.id(),
                    item.posting().amountCurrency().subtract(item.posting().residualCurrency()),
                    item.matching().partials()));
        }
    }

    @Override
    public Map<Long, Counterpart> counterparts(ConnectionId id, Set<Long> wanted) throws ProblemException {
        fuse.pass();
        var found = new HashMap<Long, Counterpart>();
        present().values().forEach(invoice -> invoice.lines().forEach(line -> found.put(line.id(),
                new Counterpart(line.date(), new Ref(invoice.id(), invoice.name()),
                        names.journal(invoice.booking().journal()),
                        invoice.otherInfo().ref(), line.posting().balance()))));
        items.values().forEach(item -> found.put(item.id(), new Counterpart(item.date(), item.entry().move(),
                names.journal(item.entry().journal()), item.entry().reference(), item.posting().balance())));
        found.keySet().retainAll(wanted);
        return found;
    }

    @Override
    public Map<Long, Set<Long>> draftLines(ConnectionId id) throws ProblemException {
        fuse.pass();
        return present().values().stream().filter(invoice -> invoice.state() == MoveState.DRAFT).collect(Collectors
                .toMap(Invoice::id, invoice -> invoice.lines().stream().map(MoveLine::id).collect(Collectors.toSet())));
    }

    @Override
    public List<NameSample> names(ConnectionId id) throws ProblemException {
        fuse.pass();
        return names.samples(present().values());
    }

    @Override
    public int rename(ConnectionId id, List<Named> others) throws ProblemException {
        Set<String> givenUp = names(id).stream().map(NameSample::named)
                .filter(old -> old.kind() == NameKind.JOURNAL && others.stream().anyMatch(
                        one -> one.kind() == NameKind.JOURNAL && one.id() == old.id() && !one.equals(old)))
                .map(Named::name).collect(Collectors.toSet());
        paymentsAsOf.keySet().removeIf(
                invoice -> payments(invoice).stream().anyMatch(payment -> givenUp.contains(payment.label())));
        names.rename(others);
        return others.size();
    }

    @Override
    public void sampleAnew(ConnectionId id, List<Named> names) throws ProblemException {
        fuse.pass();
    }

    /** What things are called now that no row had to be read for. */
    public Map<Named, String> renamed() {
        return names.renamed();
    }

    @Override
    public Set<Long> referenced(ConnectionId id, RecordKind kind) throws ProblemException {
        fuse.pass();
        Stream<@Nullable Ref> found = switch (kind) {
            case PARTNER -> Stream.of(invoices.values().stream().map(invoice -> invoice.parties().partner()),
                    invoices.values().stream().map(invoice -> invoice.parties().commercialPartner()),
                    items.values().stream().map(line -> line.posting().partner()))
                    .flatMap(refs -> refs);
            case PRODUCT -> invoices.values().stream().map(Invoice::lines).flatMap(Collection::stream)
                    .map(line -> line.price().product());
            case INVOICE, JOURNAL_ITEM -> Stream.of();
        };
        var ids = new TreeSet<Long>();
        found.flatMap(Stream::ofNullable).forEach(ref -> ids.add(ref.id()));
        return ids;
    }

    @Override
    public Set<Long> companiesWithoutContact(ConnectionId id) throws ProblemException {
        Set<Long> companies = names(id).stream().map(NameSample::named).filter(one -> one.kind() == NameKind.COMPANY)
                .map(Named::id).collect(Collectors.toSet());
        partners.values().forEach(one -> companies.remove(one.ownCompany()));
        return companies;
    }

    @Override
    public int markRemoved(ConnectionId id, Set<Long> ids, Instant when) throws ProblemException {
        return mark(ids, Presence.REMOVED_IN_ODOO);
    }

    @Override
    public int markInaccessible(ConnectionId id, Set<Long> ids, Instant when) throws ProblemException {
        return mark(ids, Presence.NO_LONGER_ACCESSIBLE);
    }

    @Override
    public Set<Long> inaccessible(ConnectionId id) {
        return absent.keySet().stream().filter(invoice -> absent.get(invoice) == Presence.NO_LONGER_ACCESSIBLE)
                .collect(Collectors.toSet());
    }

    private int mark(Set<Long> ids, Presence presence) throws ProblemException {
        fuse.pass();
        var known = new TreeSet<>(ids);
        known.removeIf(id -> !invoices.containsKey(id) || absent.put(id, presence) == presence);
        fuse.pass();
        return known.size();
    }

    @Override
    public int dropJournalItems(ConnectionId id, Set<Long> ids) throws ProblemException {
        fuse.pass();
        var known = new TreeSet<>(items.keySet());
        known.retainAll(ids);
        items.keySet().removeAll(known);
        fuse.pass();
        return known.size();
    }

    @Override
    public Optional<Instant> watermark(ConnectionId id) throws ProblemException {
        fuse.pass();
        return Optional.ofNullable(watermark);
    }

    @Override
    public Optional<Instant> listedAt(ConnectionId id) throws ProblemException {
        fuse.pass();
        return Optional.ofNullable(listed);
    }

    @Override
    public void publish(ConnectionId id, Instant mark, @Nullable Instant listedAt) throws ProblemException {
        fuse.pass();
        watermark = mark;
        listed = listedAt;
        fuse.pass();
    }

    @Override
    public void endUnpublished(ConnectionId id) throws ProblemException {
        flush();
    }

    @Override
    public void widen(ConnectionId id) throws ProblemException {
        fuse.pass();
        watermark = listed == null ? watermark : listed;
        paymentsAsOf.clear();
    }

    @Override
    public void flush() throws ProblemException {
        fuse.pass();
    }

    @Override
    public int delete(ConnectionId id, DeletionProgress progress) throws ProblemException {
        fuse.pass();
        watermark = null;
        int count = invoices.size();
        Stream.of(invoices, absent, items, partners, products, payments, paymentsAsOf).forEach(Map::clear);
        return count;
    }
}
