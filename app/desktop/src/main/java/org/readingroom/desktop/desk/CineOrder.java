package org.readingroom.desktop.desk;

/// Which position of a cine comes after which.
enum CineOrder {
    /// From the last to the first.
    LOOP,
    /// To and fro.
    SWING,
    /// To the last, and there it ends.
    ONCE;

    /// A position and the direction it was reached in, 1 or -1.
    record Step(int index, int direction) {}

    /// The step after `now` in `range`; the same place again where there is no other.
    Step after(Step now, CineRange range) {
        int next = now.index() + now.direction();
        if (range.holds(next)) {
            return new Step(next, now.direction());
        }
        return switch (this) {
            case LOOP -> new Step(now.direction() > 0 ? range.first() : range.last(), now.direction());
            case SWING ->
                new Step(
                        Math.clamp(now.index() - (long) now.direction(), range.first(), range.last()),
                        -now.direction());
            case ONCE -> now;
        };
    }

    CineOrder next() {
        return values()[(ordinal() + 1) % values().length];
    }

    String messageKey() {
        return "desk.cine." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
