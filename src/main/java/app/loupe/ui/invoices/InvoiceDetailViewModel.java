package app.loupe.ui.invoices;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.Partner;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.review.ReviewRow;
import app.loupe.review.Settlement;
import app.loupe.review.Settlements;
import app.loupe.review.Reversals;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Latest;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the copy knows about the selected invoice, one reading at a time; the newest selection wins. On the FX thread
 * only.
 */
final class InvoiceDetailViewModel {
    /** How long another invoice than the selected one is shown at most: most answers come sooner, and nothing flickers. */
    private static final Duration SOON = Duration.seconds(1);

    private final InvoicePorts ports;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable InvoiceDetail> detail = new ReadOnlyObjectWrapper<>();
    private final PauseTransition soon = new PauseTransition(SOON);
    private final Latest<Optional<InvoiceDetail>> latest;
    /** For one reading at a time; each would read the differences of exchange rates of all invoices. */
    private final Settlements settlements;
    private @Nullable ReviewRow wanted;

    InvoiceDetailViewModel(InvoicePorts ports, Background background) {
        this.ports = ports;
        this.background = background;
        this.settlements = new Settlements(ports.reader());
        this.latest = new Latest<>(this::order, this::answered, this::dropAnother);
        soon.setOnFinished(event -> dropAnother());
    }

    /** Null while nothing is open. */
    ReadOnlyObjectProperty<@Nullable InvoiceDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /**
     * Opens an invoice, or nothing, or reads the open one again. What is shown stays until there is something else, another
     * invoice only for a moment: whoever presses a button there means the selected one.
     */
    void show(@Nullable ReviewRow row) {
        ReviewRow before = wanted;
        wanted = row;
        if (row == null) {
            latest.forget();
            soon.stop();
            detail.set(null);
        } else if (before != null && before.row().key().equals(row.row().key())) {
            latest.refresh();
        } else {
            // from the first of several that are passed by
            if (soon.getStatus() != Animation.Status.RUNNING) {
                soon.playFromStart();
            }
            latest.ask();
        }
    }

    private Background.Order<Optional<InvoiceDetail>> order() {
        ReviewRow row = Objects.requireNonNull(wanted);
        return background.run("read one invoice", () -> read(row));
    }

    private void answered(Optional<InvoiceDetail> found) {
        soon.stop();
        if (!found.equals(Optional.ofNullable(detail.get()))) {
            detail.set(found.orElse(null));
        }
    }

    /** The selected invoice is not here, and may not come. */
    private void dropAnother() {
        InvoiceDetail shown = detail.get();
        if (shown != null && (wanted == null || !shown.key().equals(wanted.row().key()))) {
            detail.set(null);
        }
    }

    /** Shows the invoice in the owner's browser. */
    void openInOdoo() {
        Optional.ofNullable(detail.get()).flatMap(InvoiceDetail::page).ifPresent(ports.browser()::open);
    }

    @Blocking
    private Optional<InvoiceDetail> read(ReviewRow row) throws ProblemException {
        InvoiceKey key = row.row().key();
        Optional<Invoice> found = ports.reader().invoice(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Invoice invoice = found.get();
        List<Settlement> parts = settlements.of(key, invoice);
        List<InvoiceRow> reversals = new Reversals(ports.reader()).of(key);
        return Optional.of(new InvoiceDetail(row, invoice, parts, reversals, partner(key, invoice),
                linked(key.connection(), invoice, parts, reversals),
                ports.connections().endpoint(key.connection()).map(endpoint -> page(endpoint, key.id()))));
    }

    @Blocking
    private Optional<Partner> partner(InvoiceKey key, Invoice invoice) throws ProblemException {
        Ref partner = invoice.parties().partner();
        return partner == null ? Optional.empty() : ports.reader().partner(key.connection(), partner.id());
    }

    @Blocking
    private Set<InvoiceKey> linked(ConnectionId connection, Invoice invoice, List<Settlement> parts,
            List<InvoiceRow> reversals) throws ProblemException {
        Set<Long> ids = parts.stream().map(settlement -> settlement.payment().moveId())
                .collect(Collectors.toCollection(HashSet::new));
        Ref entry = invoice.booking().reversedEntry();
        if (entry != null) {
            ids.add(entry.id());
        }
        Stream<InvoiceRow> named = ids.isEmpty() ? Stream.empty() : ports.reader().rows(connection, ids).stream();
        return Stream.concat(named, reversals.stream()).map(InvoiceRow::key).collect(Collectors.toUnmodifiableSet());
    }

    /** The form that every version understands; 18 and later redirect it to their own. */
    private static URI page(Endpoint endpoint, long id) {
        return endpoint.address().resolve("/web#id=" + id + "&model=account.move&view_type=form");
    }
}
