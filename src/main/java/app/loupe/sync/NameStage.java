package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.sync.PastFailures.Answers;
import app.loupe.sync.SyncProgress.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps names up to date: when a company, journal, account, tax or unit is renamed in Odoo, the write dates of what
 * refers to it stay the same. So for each name that the copy shows, one record with that name is read again; of partners
 * and products only those that changed, unless everything is read.
 */
final class NameStage {
    private final Work work;
    private final Set<Long> changedPartners;
    private final Set<Long> changedProducts;

    /** @param changedPartners the partners that this run has read; {@code changedProducts} are the products */
    NameStage(Work work, Set<Long> changedPartners, Set<Long> changedProducts) {
        this.work = work;
        this.changedPartners = changedPartners;
        this.changedProducts = changedProducts;
    }

    /** Records of one kind, of one company. */
    private record Group(RecordKind shownBy, long company) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byKind = shownBy.compareTo(other.shownBy);
            return byKind == 0 ? Long.compare(company, other.company) : byKind;
        }
    }

    @Blocking
    void run() throws ProblemException {
        work.steps().begin(Step.NAMES, 0);
        List<NameSample> wanted = work.copy().names(work.id()).stream().filter(this::isWanted).toList();
        var groups = new TreeMap<Group, List<NameSample>>();
        for (NameSample sample : wanted) {
            groups.computeIfAbsent(new Group(sample.shownBy(), sample.named().company()), any -> new ArrayList<>())
                    .add(sample);
        }
        join(groups);
        work.steps().begin(Step.NAMES, wanted.size());
        for (Map.Entry<Group, List<NameSample>> group : groups.entrySet()) {
            look(group.getKey(), group.getValue());
        }
    }

    /**
     * In the books of one company, its accounts are looked up together with everything else, without a further request.
     * With several companies, a request for the names of one does not see the records of the others.
     */
    private static void join(Map<Group, List<NameSample>> groups) {
        List<Group> ofCompanies = groups.keySet().stream().filter(group -> group.company() != 0).toList();
        var everybodys = new Group(RecordKind.JOURNAL_ITEM, 0);
        if (ofCompanies.size() == 1 && groups.containsKey(everybodys)) {
            groups.merge(ofCompanies.getFirst(), groups.get(everybodys), (own, others) -> {
                own.addAll(others);
                return own;
            });
            groups.remove(everybodys);
        }
    }

    private boolean isWanted(NameSample sample) {
        boolean full = work.scope().from() == null;
        if (sample.named().name().isEmpty()) {
            // its name did not come with the record
            return true;
        }
        return switch (sample.named().kind()) {
            case PARTNER -> full || changedPartners.contains(sample.named().id());
            case PRODUCT -> full || changedProducts.contains(sample.named().id());
            // on no invoice
            case COUNTRY, CATEGORY -> full;
            default -> true;
        };
    }

    /** Looks these up; a name that did not come is asked for once more before another record with it is tried. */
    private void look(Group group, List<NameSample> samples) throws ProblemException {
        List<NameSample> unseen = ask(group, samples);
        List<Named> gone = ask(group, unseen).stream().map(NameSample::named).toList();
        if (!gone.isEmpty()) {
            work.copy().sampleAnew(work.id(), gone);
        }
    }

    /** Returns those whose record did not come, or for whose names the server failed. */
    private List<NameSample> ask(Group group, List<NameSample> samples) throws ProblemException {
        var unseen = new ArrayList<NameSample>();
        var byRecord = new HashMap<Long, List<NameSample>>();
        samples.forEach(one -> byRecord.computeIfAbsent(one.record(), any -> new ArrayList<>()).add(one));
        List<Long> records = List.copyOf(new TreeSet<>(byRecord.keySet()));
        Pages.Fetch<List<Named>> names = part -> work.source().names(group.shownBy(), part, group.company());
        work.pages().walk(records, new PastFailures<>(records, names, Answers.ofLists()), (part, now) -> {
            List<NameSample> asked = part.stream().flatMap(id -> byRecord.getOrDefault(id, List.of()).stream())
                    .toList();
            unseen.addAll(compare(asked, now));
            work.steps().through(asked.size());
        });
        return unseen;
    }

    private List<NameSample> compare(List<NameSample> asked, List<Named> now) throws ProblemException {
        var names = new HashMap<Named, String>();
        now.forEach(one -> names.put(thing(one), one.name()));
        var others = new ArrayList<Named>();
        var unseen = new ArrayList<NameSample>();
        for (NameSample sample : asked) {
            Named here = sample.named();
            String name = names.get(thing(here));
            if (name == null) {
                unseen.add(sample);
            } else if (!name.equals(here.name())) {
                others.add(new Named(here.kind(), here.id(), here.company(), name));
            }
        }
        if (!others.isEmpty()) {
            work.copy().rename(work.id(), others);
        }
        return unseen;
    }

    private static Named thing(Named named) {
        return new Named(named.kind(), named.id(), named.company(), "");
    }
}
