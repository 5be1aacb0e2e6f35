package org.readingroom.viewer.hanging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The protocol for a study, with the reasons for it.
///
/// Every demand of a definition must be met. The protocol whose met demands weigh most is chosen;
/// among equals the one that comes first in the list.
// [impl->req~hanging.match~1]
public final class ProtocolChoice {
    // chosen: a region says more than a modality, the words of the order more than either alone
    private static final int MODALITY = 10;
    private static final int TOGETHER = 25;
    private static final int REGION = 20;
    private static final int PROCEDURE = 25;
    private static final int LATERALITY = 8;
    private static final int VIEW = 8;
    private static final int SCREENS = 4;
    private static final int PRIORS = 2;

    private ProtocolChoice() {}

    /// A demand that was met; `value` is what met it, as the file has it or as a [BodyRegion].
    public record Reason(Kind kind, Object value) {}

    public enum Kind {
        MODALITY,
        REGION,
        PROCEDURE,
        LATERALITY,
        VIEW,
        SCREENS,
        PRIORS
    }

    /// A protocol that fits, how well, and why.
    public record Match(HangingProtocol protocol, int score, List<Reason> reasons) {
        public Match {
            reasons = List.copyOf(reasons);
        }
    }

    /// The best of `protocols` for the sets of a study and its priors on `screens` screens;
    /// disabled ones are passed.
    public static Optional<Match> best(List<HangingProtocol> protocols, List<HungSet> sets, int screens) {
        return protocols.stream()
                .filter(protocol -> !protocol.disabled())
                .flatMap(protocol -> match(protocol, sets, screens).stream())
                .reduce((one, other) -> other.score() > one.score() ? other : one);
    }

    /// All that fit, best first; equals in the order of the list.
    public static List<Match> all(List<HangingProtocol> protocols, List<HungSet> sets, int screens) {
        return protocols.stream()
                .filter(protocol -> !protocol.disabled())
                .flatMap(protocol -> match(protocol, sets, screens).stream())
                .sorted(Comparator.comparingInt(Match::score).reversed())
                .toList();
    }

    static Optional<Match> match(HangingProtocol protocol, List<HungSet> sets, int screens) {
        List<HungSet> current = sets.stream().filter(set -> set.prior() == 0).toList();
        ProtocolDefinition wanted = protocol.definition();
        List<Reason> reasons = new ArrayList<>();
        int score = 0;
        if (!wanted.modalities().isEmpty()) {
            Optional<List<String>> kinds = modalities(wanted.modalities(), current);
            if (kinds.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(new Reason(Kind.MODALITY, String.join("+", kinds.get())));
            score += MODALITY + TOGETHER * (kinds.get().size() - 1);
        }
        if (!wanted.anatomicRegions().isEmpty()) {
            Optional<BodyRegion> region = region(wanted.anatomicRegions(), current);
            if (region.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(new Reason(Kind.REGION, region.get()));
            score += REGION;
        }
        if (!wanted.procedures().isEmpty()) {
            Optional<String> word = current.stream()
                    .flatMap(set -> Words.found(wanted.procedures(), set.studyDescription()).stream())
                    .findFirst();
            if (word.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(new Reason(Kind.PROCEDURE, word.get()));
            score += PROCEDURE;
        }
        if (!wanted.laterality().isEmpty()) {
            if (current.stream().noneMatch(set -> set.laterality().equals(wanted.laterality()))) {
                return Optional.empty();
            }
            reasons.add(new Reason(Kind.LATERALITY, wanted.laterality()));
            score += LATERALITY;
        }
        if (!wanted.viewPositions().isEmpty()) {
            Set<String> there = new TreeSet<>();
            current.forEach(set -> there.add(set.viewPosition()));
            if (!there.containsAll(wanted.viewPositions())) {
                return Optional.empty();
            }
            reasons.add(new Reason(Kind.VIEW, String.join(", ", wanted.viewPositions())));
            score += VIEW;
        }
        if (wanted.numberOfScreens() > 0) {
            if (screens < wanted.numberOfScreens()) {
                return Optional.empty();
            }
            reasons.add(new Reason(Kind.SCREENS, wanted.numberOfScreens()));
            score += SCREENS;
        }
        long priors =
                sets.stream().map(HungSet::prior).filter(p -> p > 0).distinct().count();
        if (protocol.numberOfPriorsReferenced() > 0 && priors > 0) {
            reasons.add(new Reason(Kind.PRIORS, priors));
            score += PRIORS;
        }
        return current.isEmpty() ? Optional.empty() : Optional.of(new Match(protocol, score, reasons));
    }

    /// The first of `wanted` that the study has, such as `CT`, or all parts of, such as `PT+CT`.
    private static Optional<List<String>> modalities(List<String> wanted, List<HungSet> current) {
        Set<String> there = new TreeSet<>();
        current.forEach(set -> there.add(set.modality()));
        return wanted.stream()
                .map(kind -> List.of(kind.split("\\+")))
                .filter(there::containsAll)
                .findFirst();
    }

    private static Optional<BodyRegion> region(List<BodyRegion> wanted, List<HungSet> current) {
        return wanted.stream()
                .filter(region -> regions(current).contains(region))
                .findFirst();
    }

    /// What a study is of: by the words of its description, else by Body Part Examined, which is
    /// often left at what the scanner was started with, else by the protocol of the scanner.
    public static Set<BodyRegion> regions(List<HungSet> current) {
        Set<BodyRegion> found = new TreeSet<>();
        current.stream().map(HungSet::studyDescription).distinct().forEach(text -> found.addAll(BodyRegion.in(text)));
        if (found.isEmpty()) {
            current.stream().map(HungSet::bodyPart).distinct().forEach(text -> found.addAll(BodyRegion.in(text)));
        }
        if (found.isEmpty()) {
            current.stream().map(HungSet::protocol).distinct().forEach(text -> found.addAll(BodyRegion.in(text)));
        }
        return found;
    }
}
