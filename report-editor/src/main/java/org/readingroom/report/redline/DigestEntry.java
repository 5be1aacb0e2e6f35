package org.readingroom.report.redline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;

/// What others made of the words that one person signed in one report.
///
/// What was changed and changed back is no change; what several changed is told of the last. `marks` are those who
/// turned a positive or negative mark. `first` and `last` are the places in `versions` between which the newest of it
/// lies.
// [impl->req~report.digest.kinds~1]
public record DigestEntry(
        List<RedlineVersion> versions, int first, int last, List<SeniorChange> changes, List<RedlineAct> marks) {
    /// The stages at which somebody's own words are signed for the next one to read.
    private static final Set<Stage> OWN = EnumSet.of(Stage.TEMPORARY, Stage.TRAINEE, Stage.PRIMARY);

    private static final Set<ChangeKind> NOBODYS = EnumSet.of(ChangeKind.ORIGIN);

    public DigestEntry {
        versions = List.copyOf(versions);
        changes = List.copyOf(changes);
        marks = List.copyOf(marks);
    }

    /// Of the signed `versions` of one report, oldest first; changes before `from` are left out. Nothing when no other
    /// than a trainee changed what `userId` had signed as their own.
    public static Optional<DigestEntry> of(String userId, List<RedlineVersion> versions, Instant from) {
        List<SeniorChange> changes = new ArrayList<>();
        List<RedlineAct> marks = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (int own = 0; own < versions.size(); own++) {
            int end = own;
            while (isOwn(userId, versions.get(own))
                    && end + 1 < versions.size()
                    && !isBy(userId, versions.get(end + 1))) {
                end++;
            }
            if (end > own) {
                List<RedlineVersion> run = versions.subList(own, end + 1);
                int before = changes.size() + marks.size();
                changes.addAll(changes(run, from));
                mark(run).filter(act -> counts(act, from)).ifPresent(marks::add);
                boolean isNews = changes.size() + marks.size() > before;
                first = isNews ? own : first;
                last = isNews ? end : last;
            }
        }
        return changes.isEmpty() && marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new DigestEntry(versions, first, last, changes, marks));
    }

    private static boolean isBy(String userId, RedlineVersion version) {
        return version.act().userId().equals(userId);
    }

    private static boolean isOwn(String userId, RedlineVersion version) {
        return isBy(userId, version) && OWN.contains(version.act().stage());
    }

    /// An opinion that was asked for changes nobody's words.
    private static List<SeniorChange> changes(List<RedlineVersion> run, Instant from) {
        List<SeniorChange> found = new ArrayList<>();
        for (SentenceChange change : Redline.of(run).changes()) {
            Set<ChangeKind> kinds = ChangeKind.of(change);
            RedlineAct act = change.act();
            if (act != null
                    && counts(act, from)
                    && change.section() != SectionKind.CONSULTATION
                    && !NOBODYS.containsAll(kinds)) {
                found.add(new SeniorChange(change.section(), kinds, act));
            }
        }
        return found;
    }

    private static boolean counts(RedlineAct act, Instant from) {
        Instant when = act.when();
        return act.stage() != Stage.TRAINEE && when != null && !when.isBefore(from);
    }

    /// Who turned the mark that was set; setting one that was not is no correction.
    private static Optional<RedlineAct> mark(List<RedlineVersion> run) {
        Polarity set = run.getFirst().report().conclusion();
        Polarity now = run.getLast().report().conclusion();
        if (set == Polarity.UNMARKED || now == set) {
            return Optional.empty();
        }
        RedlineAct turned = run.getLast().act();
        for (int i = run.size() - 1; i > 0; i--) {
            if (run.get(i - 1).report().conclusion() != now) {
                turned = run.get(i).act();
                break;
            }
        }
        return Optional.of(turned);
    }

    /// How many changes are of each kind; one may be of several.
    public Map<ChangeKind, Integer> counts() {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        changes.forEach(change -> change.kinds().forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        return counts;
    }

    /// Each signature that changed something, the newest first.
    public List<RedlineAct> makers() {
        return Stream.concat(changes.stream().map(SeniorChange::act), marks.stream())
                .distinct()
                .sorted(Comparator.comparingInt(RedlineAct::version).reversed())
                .toList();
    }

    /// When the newest change was signed.
    public Instant newest() {
        return makers().stream()
                .map(RedlineAct::when)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
