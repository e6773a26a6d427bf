package app.loupe.app.commands;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.export.PaymentEntry;
import app.loupe.export.PaymentReports;
import app.loupe.export.Report;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.review.Settlement;
import app.loupe.review.Settlements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who paid which invoice, what and when, newest first. Needs no network. */
@Command(name = "payments")
final class PaymentsCommand extends ReportCommand {
    private static final Comparator<PaymentEntry> NEWEST_FIRST = Comparator
            .comparing(PaymentEntry::date, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())).reversed();

    @Option(names = "--query", paramLabel = "WORDS")
    String query = "";

    @Mixin
    final DaysOption days = new DaysOption();

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    @Option(names = "--all")
    boolean all;

    PaymentsCommand(Session session) {
        super(session);
    }

    @Override
    void check(FileOption.Form form) {
        days.span(texts());
        currency.code(texts());
    }

    @Override
    String none() {
        return texts().get("cli.payments.count", 0);
    }

    @Override
    Report report(Services services, boolean forPrograms) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Set<ConnectionId> ids = new Chosen(read.connections()).ids();
        RowSelection.Selected selected = services.selection().find(ids, query, dayOrder(), false);
        tell(selected);
        RowList found = selected.rows();
        Map<ConnectionId, Set<Long>> settled = found.stream()
                .map(ReviewRow::row).filter(PaymentsCommand::isSettled).map(InvoiceRow::key)
                .collect(Collectors.groupingBy(InvoiceKey::connection,
                        Collectors.mapping(InvoiceKey::id, Collectors.toUnmodifiableSet())));
        var payments = new ArrayList<PaymentEntry>();
        var currencies = new HashSet<String>();
        for (ConnectionProfile profile : read.connections()) {
            add(services.invoices(), profile, settled.getOrDefault(profile.id(), Set.of()), payments, currencies);
        }
        currency.demandOneOf(services.invoices(), ids, currencies, texts());
        payments.sort(NEWEST_FIRST);
        return new PaymentReports(texts(), session().clock(), read, forPrograms).of(payments)
                .noted(notes());
    }

    /** Whether there can be a payment: most of a large book need not be looked up. */
    private static boolean isSettled(InvoiceRow row) {
        return row.state() == MoveState.POSTED
                && (row.paymentState() != PaymentState.NOT_PAID
                        || row.amounts().residual().compareTo(row.amounts().total()) != 0);
    }

    private void add(InvoiceReader reader, ConnectionProfile profile, Set<Long> settled,
            List<PaymentEntry> payments, Set<String> currencies) throws ProblemException {
        DayRange.Span span = days.span(texts());
        new Settlements(reader).each(profile.id(), settled, (invoice, parts) -> {
            for (Settlement part : parts) {
                var entry = new PaymentEntry(profile, invoice, part);
                currencies.add(Ref.nameOf(entry.currency()));
                if ((all || entry.isMoney()) && span.takes(entry.date())
                        && currency.takes(Ref.nameOf(entry.currency()))) {
                    payments.add(entry);
                }
            }
        });
    }

    private List<String> notes() {
        return currency.notes(texts(),
                days.notes(texts(), session().clock().getZone()));
    }
}
