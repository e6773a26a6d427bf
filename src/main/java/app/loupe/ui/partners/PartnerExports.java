package app.loupe.ui.partners;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.export.FilterNotes;
import app.loupe.export.NoteEntry;
import app.loupe.export.NoteReports;
import app.loupe.export.PartnerReports;
import app.loupe.export.ProductReports;
import app.loupe.export.Report;
import app.loupe.export.FileTakeaway;
import app.loupe.export.StatementReports;
import app.loupe.export.YearReports;
import app.loupe.review.ProductSales;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.PartnerList;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Offers the list of customers or vendors, or the statement of the one whose page is open, to be taken away. */
record PartnerExports(boolean payable, InvoiceReader reader, OwnerNotes notes, Wording wording) {
    /** What can be taken away now; empty as long as it is read, and without a connection. */
    Optional<ExportOffer> of(PartnersViewModel list, PartnerViewModel one) {
        return one.asked().get() == null ? list(list) : Optional.ofNullable(one.facts().get()).flatMap(this::page);
    }

    private Optional<ExportOffer> list(PartnersViewModel list) {
        PartnersViewModel.Shown shown = list.shown().get();
        if (!shown.read()) {
            return Optional.empty();
        }
        List<ConnectionProfile> of = shown.of();
        String title = wording.get(payable ? "nav.vendors" : "nav.customers");
        List<String> chosen = FilterNotes.search(wording.texts(), shown.words());
        var reports = new PartnerReports(wording.texts(), wording.clock(), new ReadTogether(of, List.of()), payable);
        return ExportOffer.of(FilterNotes.after(title, chosen), of, ExportOffer.Part.list(wording, title,
                FileTakeaway.of(wording.texts(), forPrograms -> reports.of(shown.found(), shown.day(),
                        FilterNotes.of(wording.texts(), chosen), forPrograms))),
                noted(shown, title, chosen));
    }

    /** What the owner wrote to each of those shown, read when it is written, as {@code loupe notes} has it. */
    private ExportOffer.Part noted(PartnersViewModel.Shown shown, String title, List<String> chosen) {
        String name = wording.get("export.partners.notes");
        return new ExportOffer.Part("notes", name, wording.get("export.partners.notes.holds"),
                wording.get("export.partners.notes.title", title),
                wording.get("export.file.list", wording.get("export.partners.notes.title", title),
                        wording.today().toString()),
                0, FileTakeaway.of(wording.texts(), new Noted(this, shown, chosen)));
    }

    /** The list of notes, made in the background. */
    private record Noted(PartnerExports of, PartnersViewModel.Shown shown, List<String> chosen)
            implements
                FileTakeaway.Source {
        @Override
        @Blocking
        public Report report(boolean forPrograms) throws ProblemException {
            Wording wording = of.wording();
            return new NoteReports(wording.texts(), wording.clock(), forPrograms)
                    .of(of.entries(shown), new ReadTogether(shown.of(), List.of()))
                    .noted(FilterNotes.of(wording.texts(), chosen));
        }
    }

    /** A partner with balances in several currencies or companies is there once. */
    @Blocking
    private List<NoteEntry> entries(PartnersViewModel.Shown shown) throws ProblemException {
        Map<ConnectionId, ConnectionProfile> profiles = new Chosen(shown.of()).byId();
        Map<PartnerKey, String> written = notes.partnerNotes(profiles.keySet());
        var entries = new LinkedHashMap<PartnerKey, NoteEntry>();
        for (PartnerList.Entry entry : shown.found()) {
            var key = new PartnerKey(entry.connection(), entry.partner());
            String note = written.get(key);
            ConnectionProfile profile = profiles.get(entry.connection());
            if (note != null && profile != null) {
                entries.putIfAbsent(key, NoteEntry.ofPartner(profile, key.id(), entry.name(), note));
            }
        }
        return List.copyOf(entries.values());
    }

    private Optional<ExportOffer> page(PartnerFacts facts) {
        return facts.connections().stream().filter(profile -> profile.id().equals(facts.question().connection()))
                .findFirst().flatMap(connection -> facts.account().flatMap(account -> ExportOffer.of(
                        shown(facts, account),
                        List.of(connection), parts(facts, connection, account))));
    }

    private String shown(PartnerFacts facts, PartnerAccount account) {
        LocalDate from = account.statement().from();
        String until = wording.dates().day(facts.day());
        String of = currencies(facts, account);
        return from == null || facts.question().part() != PartnerQuestion.Part.STATEMENT
                ? wording.get("export.statement.shown", facts.name(), until, of)
                : wording.get("export.statement.between", facts.name(), wording.dates().day(from), until, of);
    }

    /** What is shown first; the statement can be sent whatever is shown. */
    private ExportOffer.Part[] parts(PartnerFacts facts, ConnectionProfile connection, PartnerAccount account) {
        var parts = new ArrayList<ExportOffer.Part>();
        ExportOffer.Part whole = statement(facts, connection, account, false);
        ExportOffer.Part open = statement(facts, connection, account, true);
        switch (facts.question().part()) {
            case STATEMENT -> parts.addAll(List.of(whole, open));
            case OPEN -> parts.addAll(List.of(open, whole));
            case HISTORY -> parts.addAll(List.of(years(facts, connection, account), whole, open));
            case PRODUCTS -> {
                facts.sales().ifPresent(sales -> parts.add(products(facts, connection, sales)));
                parts.addAll(List.of(whole, open));
            }
        }
        return parts.toArray(ExportOffer.Part[]::new);
    }

    private ExportOffer.Part years(PartnerFacts facts, ConnectionProfile connection, PartnerAccount account) {
        var reports = new YearReports(wording.texts(), wording.clock(), connection, payable);
        String title = title(facts, "partner.part.history");
        return ExportOffer.Part.list(wording, title, FileTakeaway.of(wording.texts(),
                forPrograms -> reports.of(account, title, notes(facts), forPrograms)));
    }

    private ExportOffer.Part products(PartnerFacts facts, ConnectionProfile connection, ProductSales sales) {
        var reports = new ProductReports(wording.texts(), wording.clock(),
                new ReadTogether(List.of(connection), List.of()), payable, false,
                new ProductReports.Days(null, facts.day()));
        String title = title(facts, "partner.part.products");
        return ExportOffer.Part.list(wording, title, FileTakeaway.of(wording.texts(),
                forPrograms -> reports.ofPartner(sales, connection.id(), facts.question().partner(), title,
                        notes(facts), forPrograms)));
    }

    private String title(PartnerFacts facts, String key) {
        return facts.name() + " " + wording.get(key);
    }

    private List<String> notes(PartnerFacts facts) {
        return List.of(wording.get("day.as-of", wording.dates().day(facts.day())));
    }

    /** As the part that is shown holds them: the statement all that are open, and the rest the one that is shown. */
    private static String currencies(PartnerFacts facts, PartnerAccount account) {
        return switch (facts.question().part()) {
            case STATEMENT, OPEN -> letter(facts, account).stream().map(one -> one.everything().currency())
                    .collect(Collectors.joining(", "));
            case HISTORY, PRODUCTS -> account.everything().currency();
        };
    }

    /** The account that is shown, and the others of its company that are open: a letter with one debt hides no other. */
    private static List<PartnerAccount> letter(PartnerFacts facts, PartnerAccount account) {
        return Stream.concat(Stream.of(account), account.besides(facts.accounts()).stream()
                .filter(one -> Ref.idOf(one.everything().company()) == Ref.idOf(account.everything().company())))
                .toList();
    }

    private String holds(@Nullable LocalDate from) {
        return from == null
                ? wording.get("export.statement.holds")
                : wording.get("export.statement.since", wording.dates().day(from));
    }

    private ExportOffer.Part statement(PartnerFacts facts, ConnectionProfile connection, PartnerAccount account,
            boolean open) {
        var reports = new StatementReports(wording.texts(), wording.clock(), connection, open);
        List<PartnerAccount> letter = letter(facts, account);
        // a letter with some ages only would not say what is owed: then it is told that it has all
        boolean some = open && !(facts.question().ages() instanceof PartnerQuestion.Ages.All);
        String name = wording.get(some
                ? "export.statement.open.all"
                : open ? "statement.paper.open" : "export.statement");
        return new ExportOffer.Part(open ? "open" : "statement", name,
                some
                        ? wording.get("export.statement.open.all.holds")
                        : open ? wording.get("export.statement.open.holds") : holds(account.statement().from()),
                wording.get("export.title.statement", name, facts.name(), wording.dates().day(facts.day())),
                wording.get("export.file.statement", facts.name(), name, facts.day().toString()), 0,
                reports.letter(reader, facts.question().partner(), letter), true);
    }
}
