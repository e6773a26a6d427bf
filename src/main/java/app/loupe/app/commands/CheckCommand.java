package app.loupe.app.commands;

import app.loupe.bookcheck.BookCheck;
import app.loupe.bookcheck.BookFindings;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import app.loupe.export.CheckReports;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Looks for what is wrong in the books and lists what was found, without what the owner marked as known. Needs no network.
 * Ctrl+C stops it.
 */
@Command(name = "check")
final class CheckCommand extends ReportCommand {
    @Mixin
    final DaysOption days = new DaysOption();

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    @Option(names = "--all")
    boolean all;

    private int invoices;

    CheckCommand(Session session) {
        super(session);
    }

    @Override
    void check(FileOption.Form form) {
        days.span(texts());
        currency.code(texts());
    }

    @Override
    String none() {
        return texts().get("cli.check.none", invoices);
    }

    /** It says in how many documents nothing was found. */
    @Override
    String noneKept(String words) {
        return words;
    }

    @Override
    Report report(Services services, boolean forPrograms) throws ProblemException {
        ReadTogether read = toRead(services, id);
        List<CheckReports.Found> found = found(services, read);
        return new CheckReports(texts(), session().clock(), read, all).of(found, invoices, forPrograms)
                .noted(currency.notes(texts(), days.notes(texts(), session().clock().getZone())));
    }

    private List<CheckReports.Found> found(Services services, ReadTogether read) throws ProblemException {
        return stoppably(services, (stoppable, cancel) -> found(stoppable, read, cancel));
    }

    private List<CheckReports.Found> found(Services services, ReadTogether read, CancelToken cancel)
            throws ProblemException {
        DayRange.Span span = days.span(texts());
        var found = new ArrayList<CheckReports.Found>();
        LocalDate today = LocalDate.now(session().clock());
        invoices = 0;
        InvoiceReader reader = services.invoices();
        currency.demandOneOf(reader, new Chosen(read.connections()).ids(), Set.of(), texts());
        for (ConnectionProfile profile : read.connections()) {
            Set<String> known = services.known().knownFindings(profile.id());
            BookFindings findings = BookCheck.of(reader, profile, today, (count, of) -> {}, cancel);
            Optional<Set<InvoiceKey>> inCurrency = inCurrency(reader, profile);
            invoices += inCurrency.map(Set::size).orElse(findings.invoices());
            findings.findings().stream().filter(finding -> span.isAll() || finding.touches(span.from(), span.to()))
                    .filter(finding -> inCurrency.map(of -> !Collections.disjoint(finding.keys(), of)).orElse(true))
                    .map(finding -> new CheckReports.Found(profile, finding, known.contains(finding.key())))
                    .filter(one -> all || !one.known()).forEach(found::add);
        }
        return found;
    }

    /** The invoices in the currency that was named; empty when none was. */
    private Optional<Set<InvoiceKey>> inCurrency(InvoiceReader reader, ConnectionProfile profile)
            throws ProblemException {
        if (currency.code(texts()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(reader.rows(Set.of(profile.id())).stream()
                .filter(row -> currency.takes(row.amounts().currency())).map(InvoiceRow::key)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
