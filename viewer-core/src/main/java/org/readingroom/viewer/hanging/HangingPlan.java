package org.readingroom.viewer.hanging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which display set stands in which view of one group.
///
/// A set stands in one view only, unless a view asks for repeats. Views that ask most choose first;
/// of several sets the first of the study is taken, in the order they are given in.
///
/// **Order:** `sets` as the views of the group, row by row; null for a view that found nothing. `left` are those that
/// no
/// view shows.
// [impl->req~hanging.each-set-once~1]
public record HangingPlan(List<@Nullable HungSet> sets, List<HungSet> left) {
    public HangingPlan {
        sets = java.util.Collections.unmodifiableList(new ArrayList<>(sets));
        left = List.copyOf(left);
    }

    /// `standing` are what the views show already and keep: a set that came late takes an empty
    /// view and moves none.
    public static HangingPlan of(
            PresentationGroup group, List<HungSet> sets, List<? extends @Nullable HungSet> standing) {
        int room = group.layout().views();
        @Nullable HungSet[] hung = new HungSet[room];
        Set<String> used = new HashSet<>();
        for (int i = 0; i < Math.min(room, standing.size()); i++) {
            HungSet kept = standing.get(i);
            hung[i] = kept;
            if (kept != null) {
                used.add(kept.id());
            }
        }
        List<Integer> order = IntStream.range(0, group.views().size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> group.views().get(i).repeats())
                        .thenComparingInt(i -> -group.views().get(i).strictness()))
                .toList();
        for (int i : order) {
            if (hung[i] == null) {
                HungSet found = choose(group.views().get(i), sets, used).orElse(null);
                hung[i] = found;
                if (found != null) {
                    used.add(found.id());
                }
            }
        }
        if (group.fills()) {
            for (int i = 0; i < room; i++) {
                boolean isFree = i >= group.views().size()
                        || group.views().get(i).imageSets().isEmpty();
                if (hung[i] == null && (isFree || asksForCurrent(group.views().get(i)))) {
                    HungSet next = sets.stream()
                            .filter(set -> set.prior() == 0 && !set.isLocalizer() && !used.contains(set.id()))
                            .findFirst()
                            .orElse(null);
                    hung[i] = next;
                    if (next != null) {
                        used.add(next.id());
                    }
                }
            }
        }
        List<HungSet> left =
                sets.stream().filter(set -> !used.contains(set.id())).toList();
        return new HangingPlan(java.util.Arrays.asList(hung), left);
    }

    private static boolean asksForCurrent(HangingView view) {
        return view.imageSets().stream().anyMatch(selector -> selector.abstractPriorValue() == 0);
    }

    private static Optional<HungSet> choose(HangingView view, List<HungSet> sets, Set<String> used) {
        for (ImageSetSelector selector : view.imageSets()) {
            List<HungSet> takes = sets.stream().filter(selector::takes).toList();
            Optional<HungSet> found = takes.stream()
                    .filter(set -> !used.contains(set.id()))
                    .findFirst()
                    .or(() -> view.repeats() ? takes.stream().findFirst() : Optional.empty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Whether no view found anything.
    public boolean isEmpty() {
        return sets.stream().allMatch(set -> set == null);
    }
}
