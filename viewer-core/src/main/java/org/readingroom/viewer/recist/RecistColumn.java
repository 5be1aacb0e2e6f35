package org.readingroom.viewer.recist;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one study says. Without `sumMm` some target has no size there. `baselineMm` and `nadirMm` are the
/// sums it is held against: of the first study and the smallest before this one. The three responses are
/// absent at baseline and where nothing may be proposed.
///
/// **Units:** millimetres.
public record RecistColumn(
        FollowUp.Timepoint timepoint,
        @Nullable Double sumMm,
        @Nullable Double baselineMm,
        @Nullable Double nadirMm,
        @Nullable Response target,
        @Nullable Response nonTarget,
        @Nullable Response overall,
        List<RecistNote> notes) {
    public RecistColumn {
        notes = List.copyOf(notes);
    }

    /// Against the first study, in percent; nothing when one of the two has no sum or the first is zero.
    public Optional<Double> percentFromBaseline() {
        return percent(baselineMm);
    }

    /// Against the smallest sum before.
    public Optional<Double> percentFromNadir() {
        return percent(nadirMm);
    }

    private Optional<Double> percent(@Nullable Double from) {
        return sumMm == null || from == null || from == 0 ? Optional.empty() : Optional.of((sumMm - from) / from * 100);
    }
}
