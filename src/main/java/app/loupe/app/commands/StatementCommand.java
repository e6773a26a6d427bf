package app.loupe.app.commands;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.export.Correspondents;
import app.loupe.export.Report;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.Statements;
import app.loupe.owed.Subledger;
import app.loupe.export.StatementReports;
import app.loupe.text.MoneyText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the statement of one customer or vendor, in each company and currency by itself. Needs no network. */
@Command(name = "statement")
final class StatementCommand extends OutputCommand {
    private static final int MOST_NAMED = 8;
    private static final String AS_OF = "--as-of";
    private static final String TO = "--to";

    @Parameters(index = "0", paramLabel = "PARTNER", descriptionKey = "argument.partner")
    String partner = "";

    @Parameters(index = "1", paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    @Option(names = AS_OF, paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate asOf;

    /** The same day: beside a first day it is called like this. */
    @Option(names = TO, paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate until;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate from;

    @Option(names = "--open")
    boolean open;

    @Option(names = "--vendor")
    boolean vendor;

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    StatementCommand(Session session) {
        super(session);
    }

    /** A partner of a connection. */
    private record Whose(ConnectionProfile connection, Ref partner) {}

    @Override
    void check(FileOption.Form form) {
        if (asOf != null && until != null) {
            throw new UsageException(texts().get("cli.statement.to-as-of"));
        }
        asked();
        currency.code(texts());
        if (partner.isBlank()) {
            throw new UsageException(texts().get("cli.statement.whose"));
        }
        if (open && from != null) {
            throw new UsageException(texts().get("cli.statement.open-from"));
        }
    }

    private Statements asked() {
        LocalDate today = LocalDate.now(session().clock());
        LocalDate to = until == null
                ? DayRange.asOf(asOf, today, texts())
                : DayRange.demand(until, TO, texts());
        if (asOf == null && until == null && from != null && from.isAfter(today)) {
            throw new UsageException(texts().get("cli.misuse.future", "--from"));
        }
        DayRange.demandOrder(from, to, until == null ? AS_OF : TO, texts());
        return new Statements(vendor, from, to, today);
    }

    @Override
    boolean findsOne() {
        return true;
    }

    @Override
    void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Map<ConnectionId, Subledger> ledgers = ledgers(services, read);
        currency.demandOneOf(ledgers, texts());
        Whose whose = whose(read, ledgers);
        StatementReports reports = reports(whose);
        List<PartnerAccount> accounts = accounts(ledgers, whose);
        if (ReportOutput.isForPrograms(form)) {
            ReportOutput.rows(form, reports.forPrograms(accounts), to);
        } else {
            for (Report report : reports.forPeople(accounts)) {
                new ReportOutput(texts()).table(report.without(kept()), none(texts().get("cli.statement.none")), to);
            }
        }
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        ReadTogether read = toRead(services, id);
        Map<ConnectionId, Subledger> ledgers = ledgers(services, read);
        currency.demandOneOf(ledgers, texts());
        Whose whose = whose(read, ledgers);
        List<PartnerAccount> accounts = accounts(ledgers, whose);
        reports(whose).write(form.binary().orElseThrow(),
                Correspondents.of(services.invoices(), whose.connection().id(), whose.partner().id(), accounts),
                accounts, to);
    }

    private StatementReports reports(Whose whose) {
        return new StatementReports(texts(), session().clock(), whose.connection(), open);
    }

    private static Map<ConnectionId, Subledger> ledgers(Services services, ReadTogether read) throws ProblemException {
        return services.shelf()
                .subledgers(new Chosen(read.connections()).ids());
    }

    /** The accounts that were asked for, at least one. */
    private List<PartnerAccount> accounts(Map<ConnectionId, Subledger> ledgers, Whose whose) {
        Subledger ledger = ledgers.getOrDefault(whose.connection().id(), Subledger.EMPTY);
        List<PartnerAccount> all = PartnerAccount.of(ledger, asked(), whose.partner().id());
        List<PartnerAccount> accounts = all.stream().filter(this::isAsked).toList();
        if (accounts.isEmpty()) {
            remark(texts().get(beginsLater() ? "cli.statement.nothing-kept" : "cli.statement.nothing",
                    whose.partner().name()));
            accounts = PartnerAccount.untouched(ledger, asked(), whose.partner().id(), currency.code(texts()));
        }
        tellAlsoOpen(all);
        long uncertain = accounts.stream().filter(one -> one.uncertain() > 0).count();
        if (uncertain > 0) {
            notice(Problem.of(ProblemCode.AGED_UNCERTAIN, Long.toString(uncertain)));
        }
        if (reports(whose).areEmpty(accounts)) {
            listsNothing();
        }
        return accounts;
    }

    private boolean isAsked(PartnerAccount account) {
        return currency.takes(account.everything().currency());
    }

    /** Says, to people, what is open in currencies that were not asked for: one debt hides no other. */
    private void tellAlsoOpen(List<PartnerAccount> all) {
        var money = new MoneyText(texts());
        String others = all.stream().filter(one -> !isAsked(one) && one.isOpen())
                .map(one -> money.format(one.owed())).collect(Collectors.joining(" \u00b7 "));
        if (!others.isEmpty()) {
            remark(texts().get("statement.also-owed", others));
        }
    }

    /** The one who is meant: with this id, else this very name, or the only one with these letters in the name. */
    private Whose whose(ReadTogether read, Map<ConnectionId, Subledger> ledgers) {
        var selection = new AgedSelection(partner, ledgers.values().stream()
                .flatMap(ledger -> ledger.items().stream()).filter(item -> item.payable() == vendor)
                .map(OwedItem::partner));
        Map<String, Whose> found = new LinkedHashMap<>();
        var names = new TreeSet<String>();
        for (ConnectionProfile profile : read.connections()) {
            for (OwedItem item : ledgers.getOrDefault(profile.id(), Subledger.EMPTY).items()) {
                Ref ref = item.partner();
                if (item.payable() == vendor) {
                    names.add(Ref.nameOf(ref));
                }
                if (item.payable() == vendor && ref != null && selection.takes(ref)) {
                    found.put(profile.id().value() + " " + ref.id(), new Whose(profile, ref));
                }
            }
        }
        List<Whose> all = List.copyOf(found.values());
        List<Whose> exact = all.stream().filter(one -> selection.isExactly(one.partner())).toList();
        List<Whose> meant = exact.isEmpty() ? all : exact;
        if (meant.isEmpty()) {
            throw new UsageException(nobody(names, read));
        }
        if (meant.size() > 1) {
            throw new UsageException(
                    several(meant, id == null ? "" : read.connections().getFirst().id().value() + " "));
        }
        only(meant.getFirst().connection());
        return meant.getFirst();
    }

    /** What to do stands on a line of its own, as where several are meant. */
    private String nobody(Set<String> names, ReadTogether read) {
        String like = LikeNames.perhaps(partner, names, texts());
        String advice = (vendor ? like : like + " " + texts().get("cli.statement.or-vendor")).strip();
        String who = texts().get(vendor ? "cli.statement.no-vendor" : "cli.statement.no-customer", partner.strip());
        // where not all were looked through it may be one of the others
        String where = read.leftOut().isEmpty() && id == null
                ? ""
                : " " + texts().get("cli.statement.among", read.connections().stream().map(ConnectionProfile::name)
                        .collect(Collectors.joining(", ")));
        return (who + where + "\n" + advice).strip();
    }

    /**
     * Names those who are meant. The command that lists all of them needs no quotes in any shell: it has no name in it, but
     * for the connection its id.
     */
    private String several(List<Whose> meant, String of) {
        String named = meant.stream().limit(MOST_NAMED)
                .map(one -> one.partner().id() + " " + one.partner().name() + " (" + one.connection().name() + ")")
                .collect(Collectors.joining(", "));
        return meant.size() <= MOST_NAMED
                ? texts().get("cli.statement.several", meant.size(), named)
                : texts().get("cli.statement.many", meant.size(), MOST_NAMED, named,
                        "loupe " + (vendor ? "vendors " : "customers ") + of + "--format csv");
    }
}
