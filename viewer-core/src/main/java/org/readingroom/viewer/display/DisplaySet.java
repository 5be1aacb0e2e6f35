package org.readingroom.viewer.display;

import java.util.List;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// Frames that belong in one view, in the order in which the reader scrolls through them.
///
/// `labels` say why the set stands apart from the rest of its series, coarsest first; empty when it does not.
///
/// `rule` is the name of the [DisplaySetRules] rule that made the set. `warningKeys` are message keys of what
/// the reader must know: gaps, duplicates, mixed spacing, no geometry.
///
/// `isVolume` says that the frames are parallel, of one size and spacing, at least three, without duplicates,
/// and evenly spaced: they may be assembled to a volume and cut in any plane.
///
/// `otherUnits` are what its values can also be read as, in the order in which a reader goes through them.
///
/// **Order:** `frames` by position along the normal, from low to high; by instance and frame number without
/// geometry.
public record DisplaySet(
        String id,
        StudyUid study,
        SeriesUid series,
        String modality,
        String description,
        List<ImageFrame> frames,
        boolean isVolume,
        List<String> warningKeys,
        String rule,
        SeriesFacts facts,
        List<SplitLabel> labels,
        List<OtherUnit> otherUnits) {
    /// The rule of a set that was computed here from another one; no archive holds its frames.
    public static final String DERIVED = "derived";

    /// A set that is the whole of its series.
    public DisplaySet(
            String id,
            StudyUid study,
            SeriesUid series,
            String modality,
            String description,
            List<ImageFrame> frames,
            boolean isVolume,
            List<String> warningKeys,
            String rule,
            SeriesFacts facts) {
        this(id, study, series, modality, description, frames, isVolume, warningKeys, rule, facts, List.of());
    }

    /// A set whose values have one unit.
    public DisplaySet(
            String id,
            StudyUid study,
            SeriesUid series,
            String modality,
            String description,
            List<ImageFrame> frames,
            boolean isVolume,
            List<String> warningKeys,
            String rule,
            SeriesFacts facts,
            List<SplitLabel> labels) {
        this(id, study, series, modality, description, frames, isVolume, warningKeys, rule, facts, labels, List.of());
    }

    public DisplaySet {
        otherUnits = List.copyOf(otherUnits);
        labels = List.copyOf(labels);
        frames = List.copyOf(frames);
        warningKeys = List.copyOf(warningKeys);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a display set needs at least one frame");
        }
    }

    /// The same set with other units to choose from; as it is when its values cannot be multiplied.
    public DisplaySet offering(List<OtherUnit> units) {
        return frames.stream().allMatch(ValueScaler::isPossible) ? with(frames, units) : this;
    }

    /// The same set with its values in another unit, one of [#otherUnits()] of the set as it was read.
    // [impl->req~display.other-units~1]
    public DisplaySet in(OtherUnit.Known unit) {
        return with(
                frames.stream().map(frame -> ValueScaler.scaled(frame, unit)).toList(), otherUnits);
    }

    private DisplaySet with(List<ImageFrame> newFrames, List<OtherUnit> newUnits) {
        return new DisplaySet(
                id,
                study,
                series,
                modality,
                description,
                newFrames,
                isVolume,
                warningKeys,
                rule,
                facts,
                labels,
                newUnits);
    }

    /// Whether the pixels are computed: what is measured or reported must rest on the original instead.
    public boolean isDerived() {
        return rule.equals(DERIVED);
    }
}
