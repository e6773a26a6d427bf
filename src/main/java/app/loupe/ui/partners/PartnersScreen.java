package app.loupe.ui.partners;

import app.loupe.ui.common.ExportOffer;
import java.util.Optional;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Aside;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureTable;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** Customers, or vendors: the list of all, or the page of one. */
public final class PartnersScreen implements Screen {
    private final boolean payable;
    private final PartnersViewModel model;
    private final PartnerViewModel one;
    private final PartnersListView list;
    private final PartnerView page;
    private final PartnerExports exports;
    private final Wording wording;
    private final BorderPane view = new BorderPane();

    /**
     * Builds the screen; it reads nothing before it is seen.
     *
     * @param payable whether of vendors
     */
    public PartnersScreen(boolean payable, PartnersPorts ports, Background background, Wording wording) {
        this.payable = payable;
        this.wording = wording;
        exports = new PartnerExports(payable, ports.invoices(), ports.notes(), wording);
        var font = new FontSize();
        model = new PartnersViewModel(payable, ports, background, wording);
        one = new PartnerViewModel(payable, ports, background, wording);
        list = new PartnersListView(payable, model, ports, wording, font.font());
        page = new PartnerView(payable, one, ports, wording, font.font());
        view.getStyleClass().add("partners");
        view.getChildren().add(font);
        Nodes.dress(view, FigureTable.class, "figures.css");
        Nodes.dress(view, PartnersScreen.class, "partners.css");
        view.setCenter(list.view());
    }

    @Override
    public void remember(Memory memory) {
        list.table().remember(memory, payable ? "vendors" : "customers");
        page.remember(memory);
        one.remember(memory);
    }

    @Override
    public PageId page() {
        return payable ? PageId.VENDORS : PageId.CUSTOMERS;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void forget(ConnectionId id) {
        one.note().drafts().forget(id);
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        model.follow(connections);
        PartnerQuestion question = one.asked().get();
        if (question != null
                && connections.stream().noneMatch(profile -> profile.id().equals(question.connection()))) {
            showList();
        }
        one.follow(connections);
        list.age(connections);
        page.age(connections);
    }

    @Override
    public void keepUp(List<ConnectionProfile> connections) {
        model.keepUp(connections);
    }

    @Override
    public void refresh() {
        model.refresh();
        one.refresh();
    }

    @Override
    public void rewrite() {
        model.rewrite();
        one.rewrite();
    }

    @Override
    public void entered() {
        showList();
    }

    private void showList() {
        one.leave();
        view.setCenter(list.view());
    }

    @Override
    public ObservableValue<Aside> aside() {
        return model.shown().map(shown -> PartnersCount.said(shown.all(), wording));
    }

    @Override
    public Optional<ExportOffer> exports() {
        return exports.of(model, one);
    }

    @Override
    public void focusList() {
        (one.asked().get() == null ? list.table() : page.table()).view().requestFocus();
    }

    @Override
    public void focusSearch() {
        if (one.asked().get() == null) {
            list.search().requestFocus();
        } else {
            page.table().view().requestFocus();
        }
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.PartnerPage partner) {
            show(PartnerQuestion.of(partner.connection(), partner.partner(), partner.account()).since(one.since())
                    .asOf(partner.asOf()));
        }
    }

    private void show(PartnerQuestion question) {
        view.setCenter(page.view());
        one.ask(question);
        page.table().view().requestFocus();
    }

    @Override
    public Optional<Destination> place() {
        return Optional.ofNullable(one.asked().get()).map(
                question -> new Destination.PartnerPage(question.connection(), question.partner(), payable,
                        nameless(question.account()), question.asOf()));
    }

    /** The account by its ids alone: it outlives a lock, and a name of the books does not. */
    private static Destination.PartnerPage.@Nullable Account nameless(
            Destination.PartnerPage.@Nullable Account account) {
        if (account == null || account.company() == null) {
            return account;
        }
        return new Destination.PartnerPage.Account(new Ref(account.company().id(), ""), account.currency());
    }

    @Override
    public void resume(Destination place) {
        open(place);
    }

    @Override
    public Runnable bookmark() {
        PartnerQuestion question = one.asked().get();
        return question == null ? list.bookmark() : () -> show(question);
    }
}
