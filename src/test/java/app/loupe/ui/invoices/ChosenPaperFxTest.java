package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.ShownPaper;
import org.junit.jupiter.api.Test;
import testkit.FxStage;

/** What Ctrl/Cmd+P puts on paper is the invoice that is chosen, also while the one before is shown still. */
class ChosenPaperFxTest extends MarkedInvoices {
    @Test
    void theKeyRightAfterAnArrowIsForTheInvoiceThatIsChosenNow() {
        InvoicesView screen = show(copy);
        open(screen, ONE);
        ShownPaper paper = FxStage.on(() -> {
            select(screen, TWO);
            return screen.paper().orElseThrow();
        });

        assertThat(paper.title()).isEqualTo(TWO);
        // the original that Odoo keeps has the plain name
        assertThat(paper.fileName()).isEqualTo("INV-2026-01182 (copy).pdf");
    }

    @Test
    void theFirstOneIsThereBeforeItsDetailIsRead() {
        InvoicesView screen = show(copy);

        assertThat(FxStage.on(() -> {
            select(screen, ONE);
            return screen.paper().orElseThrow().title();
        })).isEqualTo(ONE);
    }

    @Test
    void whatWasLeftIsNotPrinted() {
        InvoicesView screen = show(copy);
        open(screen, ONE);

        assertThat(FxStage.on(() -> {
            table(screen).getSelectionModel().clearSelection();
            return screen.paper().isEmpty();
        })).isTrue();
    }
}
