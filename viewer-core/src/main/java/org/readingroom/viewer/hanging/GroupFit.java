package org.readingroom.viewer.hanging;

import java.util.List;

/// How well the groups of a protocol suit the sets that are here.
// [impl->req~hanging.opening-group~1]
public final class GroupFit {
    private GroupFit() {}

    /// The first group that shows all it asks for, else the one that shows most of it.
    public static int opening(HangingProtocol protocol, List<HungSet> sets) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < protocol.groups().size(); i++) {
            double share = of(protocol.groups().get(i), sets);
            if (share > most) {
                most = share;
                best = i;
            }
        }
        return best;
    }

    /// How much of a group finds something, 0 to 1; 0 when what it asks of earlier studies is not here.
    ///
    /// A group that takes what is there suits as soon as it shows several sets and leaves none of the study out.
    public static double of(PresentationGroup group, List<HungSet> sets) {
        if (group.asksForPriors() && sets.stream().noneMatch(set -> set.prior() > 0)) {
            return 0;
        }
        HangingPlan plan = HangingPlan.of(group, sets, List.of());
        long found = plan.sets().stream().filter(set -> set != null).count();
        boolean isAllShown = plan.left().stream().noneMatch(set -> set.prior() == 0 && !set.isLocalizer());
        if (group.fills() && found > 1 && isAllShown) {
            return 1;
        }
        return Math.min(1, found / (double) Math.max(1, group.views().size()));
    }
}
