package app.loupe.app.commands;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.DayOrder;
import app.loupe.review.RowList;
import app.loupe.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides which invoices are meant on the command line: by their numbers, whatever the case of the letters, or by their ids,
 * which count in one connection alone. Those that are gone from Odoo are among them, because their marks stay.
 */
final class InvoiceChoice {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final int MOST_NAMED = 8;

    private final Map<ConnectionId, String> names;
    private final Map<String, List<InvoiceRow>> byNumber = new LinkedHashMap<>();
    private final Map<Long, List<InvoiceRow>> byId = new LinkedHashMap<>();
    private final Texts texts;

    /** A choice among all invoices of these connections, as a search for everything finds them. */
    InvoiceChoice(RowSelection selection, ReadTogether read, Texts texts) throws ProblemException {
        this.texts = texts;
        names = new Chosen(read.connections()).names();
        RowList rows = selection.find(names.keySet(), "", DayOrder.DAY_FIRST, true).rows();
        for (int i = 0; i < rows.size(); i++) {
            InvoiceRow row = rows.get(i).row();
            byId.computeIfAbsent(row.key().id(), none -> new ArrayList<>()).add(row);
            if (!row.number().isEmpty()) {
                byNumber.computeIfAbsent(Folding.fold(row.number()), none -> new ArrayList<>()).add(row);
            }
        }
    }

    /**
     * The invoices that are meant, each once, in the order of what was typed.
     *
     * @throws UsageException where something that was typed is none, or more than one
     */
    Map<InvoiceKey, InvoiceRow> of(List<String> typed) {
        var chosen = new LinkedHashMap<InvoiceKey, InvoiceRow>();
        for (String one : typed) {
            InvoiceRow row = one(one.strip());
            chosen.put(row.key(), row);
        }
        return chosen;
    }

    private InvoiceRow one(String typed) {
        var found = new ArrayList<>(byNumber.getOrDefault(Folding.fold(typed), List.of()));
        boolean isNumber = !found.isEmpty();
        if (ID.matcher(typed).matches()) {
            byId.getOrDefault(Long.valueOf(typed), List.of()).stream().filter(row -> !found.contains(row))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new UsageException(texts.get("cli.mark.unknown", typed)
                    + LikeNames.perhaps(typed,
                            byNumber.values().stream().map(rows -> rows.getFirst().number()).toList(),
                            texts));
        }
        if (found.size() > 1) {
            throw new UsageException(texts.get("cli.mark.several", typed, found.size(), found.stream()
                    .limit(MOST_NAMED).map(this::named).collect(Collectors.joining(", "))));
        }
        if (!isNumber && names.size() > 1) {
            throw new UsageException(texts.get("cli.mark.id-alone", typed, named(found.getFirst())));
        }
        return found.getFirst();
    }

    private String named(InvoiceRow row) {
        String draft = texts.get("cli.notes.draft", Long.toString(row.key().id()));
        return row.key().id() + " (" + (row.number().isEmpty() ? draft : row.number()) + ", " + row.partner().name()
                + ", "
                + names.get(row.key().connection()) + ")";
    }
}
