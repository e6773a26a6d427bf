package app.loupe.ui.partners;

import app.loupe.domain.Ref;
import app.loupe.owed.PartnerAccount;
import app.loupe.ui.common.FocusKept;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TextLink;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** What is open in the currencies and with the companies that are not shown: each amount is a link to its own page. */
final class AlsoOwed {
    private final Wording wording;
    private final Consumer<PartnerAccount> open;
    private final FlowPane view = new FlowPane();

    AlsoOwed(Wording wording, Consumer<PartnerAccount> open) {
        this.wording = wording;
        this.open = open;
        view.setId("partner-also");
        view.getStyleClass().add("partner-also");
        view.setMinWidth(0);
        Nodes.show(view, false);
    }

    Node view() {
        return view;
    }

    /** Says what is open beside the account that is shown; nothing, and no line, where nothing is. */
    void show(@Nullable PartnerFacts facts) {
        List<PartnerAccount> others = facts == null
                ? List.of()
                : facts.account().map(shown -> shown.besides(facts.accounts())).orElse(List.of());
        var nodes = new ArrayList<Node>();
        others.forEach(one -> nodes.add(link(one, facts)));
        if (!nodes.isEmpty()) {
            nodes.addFirst(Nodes.label(wording.get("partner.also"), "strong"));
        }
        FocusKept.through(view, () -> view.getChildren().setAll(nodes));
        Nodes.show(view, !nodes.isEmpty());
    }

    private TextLink link(PartnerAccount one, @Nullable PartnerFacts facts) {
        String amount = PartnerView.uncertain(one) + wording.money().format(one.owed());
        Ref company = one.everything().company();
        boolean several = facts != null && facts.accounts().stream()
                .map(other -> Ref.idOf(other.everything().company())).distinct().limit(2).count() > 1;
        String text = several && company != null
                ? wording.get("partner.account.of", amount, company.name())
                : amount;
        return new TextLink(text, wording.get("partner.also.name", text), () -> open.accept(one));
    }
}
