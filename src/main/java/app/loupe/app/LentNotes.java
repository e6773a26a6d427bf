package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.MarkAct;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.Map;
import java.util.Set;

/** What the owner wrote, lent to a command beside the window: nothing can be written. */
@Blocking
record LentNotes(OwnerNotes owned) implements OwnerNotes {
    @Override
    public Map<InvoiceKey, InvoiceMark> marks(Set<ConnectionId> connections) throws ProblemException {
        return owned.marks(connections);
    }

    @Override
    public Map<InvoiceKey, InvoiceNews> news(Set<ConnectionId> connections) throws ProblemException {
        return owned.news(connections);
    }

    @Override
    public Map<InvoiceKey, MarkAct> mark(Map<InvoiceKey, MarkAct> acts) throws ProblemException {
        throw ProblemException.of(ProblemCode.ALREADY_OPEN);
    }

    @Override
    public Map<PartnerKey, String> partnerNotes(Set<ConnectionId> connections) throws ProblemException {
        return owned.partnerNotes(connections);
    }

    @Override
    public String notePartner(PartnerKey partner, String note) throws ProblemException {
        throw ProblemException.of(ProblemCode.ALREADY_OPEN);
    }
}
