package org.readingroom.desktop.tools;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.SpineColumn;
import org.readingroom.viewer.annotation.SpineLevel;

/// Which names of vertebrae one view shows: in every series and plane of their study and frame of
/// reference, where they are true.
// [impl->req~tools.spine~1]
final class SpineSight {
    private final MarksModel marks;
    private final MarkSpace space;
    private @Nullable SpineColumn column;

    SpineSight(MarksModel marks, MarkSpace space) {
        this.marks = marks;
        this.space = space;
    }

    /// What the mark is called in this view; nothing where it is not seen.
    Optional<String> name(Annotation.Figure mark) {
        boolean isNamed = SpineLevel.of(mark.label()).isPresent();
        if (!isNamed || !(mark.placement() instanceof Placement.InPatient in)) {
            return space.shows(mark) ? Optional.of(mark.label()) : Optional.empty();
        }
        return space.planeInPatient()
                .filter(plane -> plane.reference().equals(in.frameOfReference()))
                .flatMap(plane -> column(plane).nameOn(mark, plane.point(), plane.normal()));
    }

    private SpineColumn column(MarkSpace.PlaneInPatient plane) {
        SpineColumn known = column;
        if (known == null) {
            known = SpineColumn.of(SpineLabels.of(marks, space.study()), plane.reference());
            column = known;
        }
        return known;
    }
}
