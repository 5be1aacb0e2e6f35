package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Optional;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.ReformatGrid;
import org.readingroom.viewer.annotation.SliceGrid;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.ColourSlice;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// The values of a view around a point, among which edges are looked for.
final class EdgeGrids {
    /// chosen: voxels around the point of a reformat; a reach that is longer on the screen finds no edge anyway.
    private static final double AROUND = 16;

    private EdgeGrids() {}

    /// Nothing while the pixels are on their way.
    static Optional<ValueGrid> around(Vec3 point, Placement placement, MarkSpace space) {
        ViewContext view = space.view();
        ImageFrame frame = view.frame().orElse(null);
        if (frame != null) {
            return view.slice().map(slice -> onFrame(frame, slice));
        }
        Volume volume = view.volume();
        if (!(placement instanceof Placement.InPatient in) || volume.isColour() || !volume.isInPatient()) {
            return Optional.empty();
        }
        return Optional.of(ReformatGrid.of(volume, ValueUnit.NONE, square(point, in, volume), in));
    }

    private static ValueGrid onFrame(ImageFrame frame, Slice slice) {
        return switch (slice) {
            case GreySlice grey -> new SliceGrid(frame, grey);
            case ColourSlice colour -> new LumaGrid(frame, colour);
        };
    }

    private static Annotation square(Vec3 point, Placement.InPatient in, Volume volume) {
        double half = AROUND * volume.voxelToWorld().x().length();
        Vec3 any = Math.abs(in.normal().x()) < 0.9 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
        Vec3 right = in.normal().cross(any).unit().times(half);
        Vec3 down = in.normal().cross(right).unit().times(half);
        return new Annotation.Figure(
                new AnnotationId("edge"),
                in,
                FigureKind.RECTANGLE,
                List.of(
                        point.minus(right).minus(down),
                        point.plus(right).minus(down),
                        point.plus(right).plus(down),
                        point.minus(right).plus(down)),
                "");
    }
}
