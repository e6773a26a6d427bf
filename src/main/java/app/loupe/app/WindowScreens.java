package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.SyncReport;
import app.loupe.settings.FolderSize;
import app.loupe.ui.aged.AgedPorts;
import app.loupe.ui.aged.AgedScreen;
import app.loupe.ui.bookcheck.CheckPorts;
import app.loupe.ui.bookcheck.CheckScreen;
import app.loupe.ui.changed.ChangedPorts;
import app.loupe.ui.changed.ChangedScreen;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.help.HelpScreen;
import app.loupe.ui.invoices.InvoicePorts;
import app.loupe.ui.invoices.InvoicesView;
import app.loupe.ui.overview.OverviewPorts;
import app.loupe.ui.overview.OverviewScreen;
import app.loupe.ui.partners.PartnersCount;
import app.loupe.ui.partners.PartnersPorts;
import app.loupe.ui.partners.PartnersScreen;
import app.loupe.ui.products.ProductPorts;
import app.loupe.ui.products.ProductsScreen;
import app.loupe.ui.security.SecurityScreen;
import app.loupe.ui.security.SecurityViewModel;
import app.loupe.ui.settings.SettingsPorts;
import app.loupe.ui.settings.SettingsScreen;
import app.loupe.ui.settings.UpdatesViewModel;
import app.loupe.ui.shell.DeferredScreen;
import app.loupe.ui.shell.Journey;
import app.loupe.ui.synclog.SyncLogScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the screens of what was opened, for one window: at once those that search, count or check before anybody comes to them,
 * the others when the owner first does. On the FX thread.
 */
final class WindowScreens {
    private final WindowContents.Given given;
    private final Wording wording;
    private final SyncRuns runs;
    private final Journey journey;
    private final FileChooserPort files;
    private final DragDesk drags;
    private final InvoicesView invoices;
    private final CheckScreen check;

    /** Screens of what is given; no way leads to them before {@link #begin}. */
    WindowScreens(WindowContents.Given given, SyncRuns runs, Journey journey, FileChooserPort files, DragDesk drags) {
        this.given = given;
        this.wording = given.wording();
        this.runs = runs;
        this.journey = journey;
        this.files = files;
        this.drags = drags;
        OpenLoupe loupe = given.read().loupe();
        invoices = invoices();
        check = new CheckScreen(new CheckPorts(loupe.invoices(), loupe.book(), runs.control(), journey),
                given.working().background(), given.problems(), wording);
    }

    /** Puts all screens on the way. */
    void begin() {
        OpenLoupe loupe = given.read().loupe();
        Background background = given.working().background();
        runs.listen(new SyncRuns.Listener() {
            @Override
            public void ended(ConnectionId id, SyncReport report) {
                check.ended(report);
            }
        });
        Optional<UpdatesViewModel> updates = given.owners().updates().begin(given.owners().memory(), background,
                wording);
        journey.through(List.of(invoices, check,
                new ChangedScreen(new ChangedPorts(loupe.book(), loupe.invoices(), runs.control(), journey), background,
                        wording),
                new SecurityScreen(new SecurityViewModel(loupe.checks(), loupe::changeKey, background, given.problems(),
                        wording),
                        background,
                        wording, files),
                new DeferredScreen(PageId.OVERVIEW, this::overview),
                new DeferredScreen(PageId.CUSTOMERS, () -> partners(false), count(false)),
                new DeferredScreen(PageId.VENDORS, () -> partners(true), count(true)),
                new DeferredScreen(PageId.AGED, () -> new AgedScreen(
                        new AgedPorts(loupe.shelf(), runs.control(), journey), background, wording)),
                new DeferredScreen(PageId.INBOX, invoices::inbox),
                new DeferredScreen(PageId.PRODUCTS, () -> new ProductsScreen(
                        new ProductPorts(loupe.shelf(), journey, runs.control()), background, wording)),
                new DeferredScreen(PageId.SYNCLOG,
                        () -> new SyncLogScreen(loupe.journal(), runs::isRunning, background, wording,
                                new SyncButton(runs.control(), wording))),
                new DeferredScreen(PageId.SETTINGS, () -> settings(updates)),
                new DeferredScreen(PageId.HELP, () -> new HelpScreen(wording))));
    }

    private OverviewScreen overview() {
        OpenLoupe loupe = given.read().loupe();
        return new OverviewScreen(new OverviewPorts(loupe.shelf(), loupe.notes(), runs.control(), journey),
                given.working().background(), wording);
    }

    private PartnersCount count(boolean payable) {
        return new PartnersCount(payable, given.read().loupe().shelf(), given.working().background(), wording);
    }

    private PartnersScreen partners(boolean payable) {
        OpenLoupe loupe = given.read().loupe();
        var ports = new PartnersPorts(loupe.shelf(), loupe.invoices(), loupe.notes(), runs.control(), journey,
                given.owners().drafts());
        return new PartnersScreen(payable, ports, given.working().background(), wording);
    }

    private SettingsScreen settings(Optional<UpdatesViewModel> updates) {
        Path folder = given.owners().folder();
        var settings = new SettingsScreen(new SettingsPorts(folder, () -> FolderSize.of(folder), runs::verifyChosen,
                given.acts().lock(), given.acts().speak(), new SystemBrowser()), given.owners().preferences(),
                given.working().background(), wording);
        updates.ifPresent(settings::offer);
        return settings;
    }

    private InvoicesView invoices() {
        OpenLoupe loupe = given.read().loupe();
        Background background = given.working().background();
        var screen = new InvoicesView(
                new InvoicePorts(loupe.shelf(), loupe.invoices(), loupe.notes(), loupe.connections(), runs.control(),
                        new SystemBrowser(), journey, new KeptOriginals(loupe.originals(), loupe.fetch()::fetch),
                        given.owners().drafts()),
                background, wording);
        screen.dragWith(drags);
        screen.rememberSearch(given.read().lastSearch(), rested -> background.run("keep search", () -> {
            loupe.search().write(rested);
            return rested;
        }).start());
        screen.rememberFilters(given.read().named(), filters -> {
            given.read().filters().next(filters);
            background.run("keep filters", given.read().filters()::write).start();
        });
        return screen;
    }

    /** Whether the findings of a check of the books are there. */
    boolean booksAreChecked() {
        return check.hasChecked();
    }

    /** Has the books checked, as soon as nothing else is read. */
    void checkBooks() {
        check.checkAnew();
    }

    /** What the owner searched for last. */
    Optional<KeptSearch> search() {
        return invoices.search();
    }
}
