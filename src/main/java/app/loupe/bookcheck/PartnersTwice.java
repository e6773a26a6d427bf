package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds partners that stand in the books twice: two companies, on invoices, with one VAT number. Its spaces, dots and
 * capitals make no difference; a text that is no number, such as "n/a" or nothing but zeros, is none.
 */
final class PartnersTwice implements Check {
    private static final int SHORTEST = 6;
    private static final int FEWEST_FIGURES = 4;
    private static final int FEWEST_DIFFERENT = 2;

    private final ConnectionId connection;
    private final Map<Long, String> vats = new HashMap<>();
    private final Map<String, Map<Long, Partner>> partners = new TreeMap<>();

    private record Partner(String name, List<Finding.Document> documents) {}

    PartnersTwice(ConnectionId connection) {
        this.connection = connection;
    }

    @Override
    public void row(InvoiceRow row) {
        String vat = normal(row.partner().vat());
        if (!vat.isEmpty() && row.presence() == InvoiceRow.Presence.PRESENT) {
            vats.put(row.key().id(), vat);
        }
    }

    /** Letters and figures in capitals, Greece by one of its two codes; empty when it is no number. */
    static String normal(String vat) {
        String plain = vat.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "").replaceFirst("^GR(?=[0-9])",
                "EL");
        String figures = plain.replaceAll("[^0-9]", "");
        return plain.length() < SHORTEST || figures.length() < FEWEST_FIGURES
                || figures.chars().distinct().count() < FEWEST_DIFFERENT ? "" : plain;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        Ref partner = invoice.parties().commercialPartner();
        String vat = vats.get(invoice.id());
        if (present && partner != null && vat != null) {
            partners.computeIfAbsent(vat, none -> new TreeMap<>())
                    .computeIfAbsent(partner.id(), none -> new Partner(partner.name(), new ArrayList<>()))
                    .documents().add(Finding.Document.of(connection, invoice));
        }
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) {
        partners.forEach((vat, same) -> {
            if (same.size() > 1) {
                found.accept(Finding.of(connection, Weight.LOW,
                        same.values().stream().flatMap(partner -> partner.documents().stream()).toList(),
                        new Fact.SameVat(vat, same.values().stream().map(Partner::name).toList()),
                        same.keySet().stream().map(String::valueOf).collect(Collectors.joining("-"))));
            }
        });
    }
}
