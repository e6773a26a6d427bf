package app.loupe.ui.partners;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Partner;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.PaymentHabit;
import app.loupe.owed.Statement;
import app.loupe.owed.Statements;
import app.loupe.owed.Subledger;
import app.loupe.review.ProductSales;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Reads what the page of a partner shows whenever it is asked for something else. On the FX thread only. */
final class PartnerViewModel {
    private static final String EVERYTHING = "everything";
    private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);

    private final boolean payable;
    private final PartnersPorts ports;
    private final Background background;
    private final Wording wording;
    private final PartnerRows words;
    private final PartnerNoteViewModel note;
    private final Latest<PartnerFacts> latest;
    private final ReadOnlyObjectWrapper<@Nullable PartnerQuestion> asked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PartnerFacts> facts = new ReadOnlyObjectWrapper<>();
    private List<ConnectionProfile> connections = List.of();
    private Memory memory = new Memory(Map.of());
    private Since since = new Since.Year();

    PartnerViewModel(boolean payable, PartnersPorts ports, Background background, Wording wording) {
        this.payable = payable;
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        note = new PartnerNoteViewModel(ports.notes(), ports.drafts(), background);
        words = new PartnerRows(payable, wording, ports.navigator());
        latest = new Latest<>(this::question, facts::set);
    }

    /** The private note to the partner. */
    PartnerNoteViewModel note() {
        return note;
    }

    /** What is asked for; null when no page is open. */
    ReadOnlyObjectProperty<@Nullable PartnerQuestion> asked() {
        return asked.getReadOnlyProperty();
    }

    /** The last answer; null before the first one about the partner who is asked for, and while it is written anew. */
    ReadOnlyObjectProperty<@Nullable PartnerFacts> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Begins with the entries that were asked for in the window before. */
    void remember(Memory kept) {
        memory = kept;
        since = kept.get(key()).equals(EVERYTHING) ? new Since.Everything() : new Since.Year();
    }

    private String key() {
        return (payable ? "vendor" : "customer") + ".statement.since";
    }

    /** From when on the statement of a page that is opened lists entries. */
    Since since() {
        return since;
    }

    /** Begins the next page with the entries from then on. A day stays for this window alone: it grows old. */
    void begin(Since other) {
        since = other;
        if (!(other instanceof Since.Day)) {
            memory.put(key(), other instanceof Since.Everything ? EVERYTHING : "");
        }
    }

    /** Asks. */
    void ask(PartnerQuestion question) {
        PartnerFacts before = facts.get();
        asked.set(question);
        if (before != null && (before.question().partner() != question.partner()
                || !before.question().connection().equals(question.connection()))) {
            facts.set(null);
        }
        latest.ask();
    }

    /** No page is open. */
    void leave() {
        latest.forget();
        asked.set(null);
        facts.set(null);
    }

    /** Over these connections, among which the partner's must be. */
    void follow(List<ConnectionProfile> now) {
        connections = List.copyOf(now);
        refresh();
    }

    /** The copy changed. */
    void refresh() {
        if (asked.get() != null) {
            latest.refresh();
        }
    }

    /** Takes away what was written, and writes it anew. */
    void rewrite() {
        facts.set(null);
        if (asked.get() != null) {
            latest.ask();
        }
    }

    private Background.Order<PartnerFacts> question() {
        PartnerQuestion question = Objects.requireNonNull(asked.get());
        List<ConnectionProfile> of = connections;
        return background.run("read partner", () -> read(question, of));
    }

    @Blocking
    private PartnerFacts read(PartnerQuestion question, List<ConnectionProfile> of) throws ProblemException {
        LocalDate today = wording.today();
        LocalDate day = question.asOf().orElse(today);
        Set<ConnectionId> ids = new Chosen(of).ids();
        Subledger ledger = ports.shelf().subledgers(ids).getOrDefault(question.connection(), Subledger.EMPTY);
        List<PartnerAccount> accounts = PartnerAccount.of(ledger,
                new Statements(payable, question.since().first(day).orElse(null), day, today), question.partner());
        Destination.PartnerPage.Account wanted = question.account();
        Optional<PartnerAccount> account = wanted == null
                ? PartnerAccount.largest(accounts)
                : PartnerAccount.choose(accounts, wanted.company(), wanted.currency());
        Optional<ProductSales> sales = sales(question, account, day, ids);
        Optional<Partner> contact = ports.invoices().partner(question.connection(), question.partner());
        return new PartnerFacts(question, day, name(contact, ledger, question), contact,
                accounts, account,
                Optional.ofNullable(PaymentHabit.of(ledger, payable, day, today).get(question.partner())),
                account.map(shown -> rows(question, shown, sales)).orElse(List.of()), sales, of);
    }

    private String name(Optional<Partner> contact, Subledger ledger, PartnerQuestion question) {
        return contact.map(Partner::name).filter(name -> !name.isEmpty())
                .or(() -> ledger.partner(question.partner()).map(Ref::name))
                .orElseGet(() -> wording.get("partners.nobody"));
    }

    /** What the company of the account sold, or bought, in its currency until the day; empty where products are not asked for. */
    @Blocking
    private Optional<ProductSales> sales(PartnerQuestion question, Optional<PartnerAccount> account, LocalDate day,
            Set<ConnectionId> ids) throws ProblemException {
        if (account.isEmpty() || question.part() != PartnerQuestion.Part.PRODUCTS) {
            return Optional.empty();
        }
        Statement whole = account.get().everything();
        return Optional.of(ProductSales.ofCompany(ports.shelf().withLines(ids), Ref.nameOf(whole.company()),
                whole.currency(), payable, FIRST_DAY, day));
    }

    private List<FigureRow<Destination>> rows(PartnerQuestion question, PartnerAccount shown,
            Optional<ProductSales> sales) {
        return switch (question.part()) {
            case STATEMENT -> words.statement(question, shown);
            case OPEN -> words.open(question, shown);
            case HISTORY -> words.history(question, shown);
            case PRODUCTS -> sales.map(all -> words.products(question, all)).orElse(List.of());
        };
    }
}
