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
        List<SplitLabel> labels) {
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

    public DisplaySet {
        labels = List.copyOf(labels);
        frames = List.copyOf(frames);
        warningKeys = List.copyOf(warningKeys);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a display set needs at least one frame");
        }
    }

    /// Whether the pixels are computed: what is measured or reported must rest on the original instead.
    public boolean isDerived() {
        return rule.equals(DERIVED);
    }
}
