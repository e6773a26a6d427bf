package app.loupe.store;

import app.loupe.domain.ConnectionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/**
 * What the ledger says the store holds: the text form is one line for the installation, one for the generation, one for
 * each connection, and a last line that shows the text is whole.
 */
record LedgerState(String install, long generation, Map<String, Tally> tallies) {
    private static final String HEAD = "loupe-ledger 1 ";
    private static final String GENERATION = "generation ";
    private static final String CONNECTION = "connection ";
    private static final String END = "end ";

    LedgerState {
        tallies = Map.copyOf(tallies);
    }

    /** The state as the store of an installation itself says it. */
    static LedgerState of(String install, StatelessSession session) {
        return of(install, session, Holdings.all(session));
    }

    /** The same with other holdings than those kept in the store. */
    static LedgerState of(String install, StatelessSession session, Map<String, Holding> holdings) {
        var tallies = new HashMap<String, Tally>();
        holdings.forEach((id, holding) -> tallies.put(id, holding.tally()));
        return new LedgerState(install, Generations.of(session), tallies);
    }

    /** What a connection holds; nothing for one that is not named. */
    Tally tally(String connection) {
        return tallies.getOrDefault(connection, Tally.NONE);
    }

    /** Whether both say the same; a connection that holds nothing may be named or missing. */
    boolean saysTheSameAs(LedgerState other) {
        return install.equals(other.install) && generation == other.generation && filled().equals(other.filled());
    }

    private Map<String, Tally> filled() {
        var filled = new TreeMap<>(tallies);
        filled.values().removeIf(Tally.NONE::equals);
        return filled;
    }

    String text() {
        var text = new StringBuilder(HEAD + install + "\n" + GENERATION + generation + "\n");
        new TreeMap<>(tallies).forEach((id, t) -> text.append(CONNECTION).append(id).append(' ').append(t.invoices())
                .append(' ').append(t.rows()).append(' ').append(Long.toHexString(t.sum())).append('\n'));
        return text.append(END).append(tallies.size()).append('\n').toString();
    }

    /** Reads the text form; empty when it is not whole. */
    static Optional<LedgerState> parse(String text) {
        List<String> lines = text.lines().toList();
        int connections = lines.size() - 3;
        if (connections < 0 || !lines.getFirst().startsWith(HEAD) || !lines.get(1).startsWith(GENERATION)
                || !lines.getLast().equals(END + connections)) {
            return Optional.empty();
        }
        var tallies = new TreeMap<String, Tally>();
        try {
            for (String line : new ArrayList<>(lines.subList(2, lines.size() - 1))) {
                String[] parts = line.split(" ", -1);
                if (parts.length != 5 || !line.startsWith(CONNECTION)) {
                    return Optional.empty();
                }
                tallies.put(new ConnectionId(parts[1]).value(),
                        new Tally(Long.parseLong(parts[2]), Long.parseLong(parts[3]),
                                Long.parseUnsignedLong(parts[4], 16)));
            }
            return Optional.of(new LedgerState(lines.getFirst().substring(HEAD.length()),
                    Long.parseLong(lines.get(1).substring(GENERATION.length())), tallies));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
