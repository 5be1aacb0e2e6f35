package org.readingroom.viewer.annotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A vertebra by its name. T13 and L6 are those of some people only: no step leads to them, a reader names
/// them.
///
/// **Order:** from above down.
// [impl->req~annotation.spine~1]
public enum SpineLevel {
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    T1,
    T2,
    T3,
    T4,
    T5,
    T6,
    T7,
    T8,
    T9,
    T10,
    T11,
    T12,
    T13,
    L1,
    L2,
    L3,
    L4,
    L5,
    L6,
    S1,
    S2,
    S3,
    S4,
    S5;

    /// The usual next one down; nothing below S5.
    public Optional<SpineLevel> below() {
        return beside(1);
    }

    /// The usual next one up; nothing above C1.
    public Optional<SpineLevel> above() {
        return beside(-1);
    }

    private Optional<SpineLevel> beside(int way) {
        int at = ordinal() + way;
        while (at >= 0 && at < values().length && values()[at].isExtra()) {
            at += way;
        }
        return at >= 0 && at < values().length ? Optional.of(values()[at]) : Optional.empty();
    }

    /// True for the two that most people do not have.
    public boolean isExtra() {
        return this == T13 || this == L6;
    }

    /// How many usual steps down lead from here to `other`, less than zero for steps up. From and to one that
    /// most people do not have, its neighbour is one step away.
    int stepsTo(SpineLevel other) {
        int way = Integer.compare(other.ordinal(), ordinal());
        int steps = 0;
        for (int at = ordinal(); at != other.ordinal(); at += way) {
            SpineLevel next = values()[at + way];
            steps += next.isExtra() && next != other ? 0 : 1;
        }
        return way * steps;
    }

    /// So many usual steps down, or up when `steps` is less than zero; nothing past either end.
    Optional<SpineLevel> stepped(int steps) {
        Optional<SpineLevel> at = Optional.of(this);
        for (int i = 0; i < Math.abs(steps); i++) {
            at = at.flatMap(steps > 0 ? SpineLevel::below : SpineLevel::above);
        }
        return at;
    }

    /// Reads a name as people write it: `L5`, `l5`, `Th12`, `D12`.
    public static Optional<SpineLevel> of(String written) {
        String name = written.strip().toUpperCase(Locale.ROOT);
        String usual =
                name.startsWith("TH") ? "T" + name.substring(2) : name.startsWith("D") ? "T" + name.substring(1) : name;
        return Arrays.stream(values())
                .filter(level -> level.name().equals(usual))
                .findFirst();
    }
}
