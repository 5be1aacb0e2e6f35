package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.ContourVolume;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.SliceSpacing;

/// Adds the volume within contours of one name to the numbers of each of them.
///
/// **Thread:** FX.
// [impl->req~tools.contour-volume~1]
final class ContourVolumes {
    private final ValueGrids grids;
    private final Map<String, List<Annotation>> byName = new HashMap<>();
    private final Map<AnnotationId, Optional<ContourVolume>> known = new HashMap<>();

    ContourVolumes(ValueGrids grids) {
        this.grids = grids;
    }

    /// From now on of these marks.
    void of(List<Annotation> marks) {
        byName.clear();
        known.clear();
        for (Annotation mark : marks) {
            if (!mark.label().isBlank()) {
                byName.computeIfAbsent(mark.label(), name -> new ArrayList<>()).add(mark);
            }
        }
    }

    /// `measured` with the volume, where there is one.
    Measured with(Annotation mark, Measured measured) {
        return volume(mark).map(volume -> with(volume, measured)).orElse(measured);
    }

    private Optional<ContourVolume> volume(Annotation mark) {
        List<Annotation> named = byName.getOrDefault(mark.label(), List.of());
        if (named.size() < 2) {
            return Optional.empty();
        }
        Optional<DisplaySet> set = grids.set(mark);
        if (set.isEmpty()) {
            return Optional.empty();
        }
        return known.computeIfAbsent(mark.id(), id -> {
            OptionalDouble spacing = SliceSpacing.mm(set.get());
            return spacing.isEmpty()
                    ? Optional.empty()
                    : ContourVolume.of(mark, over(set.get(), named), spacing.getAsDouble());
        });
    }

    /// Those whose values are of `set`: phases of one series lie in one place.
    private List<Annotation> over(DisplaySet set, List<Annotation> named) {
        return named.stream()
                .filter(mark -> grids.set(mark).map(DisplaySet::id).equals(Optional.of(set.id())))
                .toList();
    }

    private static Measured with(ContourVolume volume, Measured measured) {
        List<Measurement> numbers = new ArrayList<>(measured.measurements());
        numbers.add(new Measurement(Quantity.VOLUME, volume.ml(), Measurement.MILLILITRE));
        List<String> caveats = new ArrayList<>(measured.caveatKeys());
        if (volume.skipped() > 0) {
            caveats.add("viewer.contours.skipped");
        }
        return new Measured(measured.annotation(), numbers, caveats);
    }
}
