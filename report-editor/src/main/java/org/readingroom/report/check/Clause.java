package org.readingroom.report.check;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.check.CheckWords.Concept;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.model.Side;

/// What one clause of a sentence says: where, and what is there or not.
///
/// `isDenying` tells that it begins with what is not there. `sides` are those of `organs`, in the same order.
/// `isElsewhere` tells that it speaks of what is left over, as `余肺`.
record Clause(
        String text,
        int start,
        List<Organ> organs,
        List<Side> sides,
        List<Concept> affirmed,
        List<Concept> denied,
        boolean isNormal,
        boolean isDenying,
        boolean isElsewhere) {
    /// True when it says that something is there.
    boolean isPositive() {
        return !affirmed.isEmpty();
    }

    Optional<Organ> organ() {
        return organs.isEmpty() ? Optional.empty() : Optional.of(organs.getLast());
    }

    Side side() {
        return sides.stream().filter(side -> side != Side.NONE).findFirst().orElse(Side.NONE);
    }
}
