package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewState;

/// Where in the patient a view of a display set stands.
final class ViewPlace {
    private ViewPlace() {}

    /// What the wheel goes through in a reformat; nothing for frames or while the volume is on its way.
    static Optional<PlaneStack> planes(OpenSet open, ViewState state) {
        return state.plane().isReformat()
                ? open.volume().map(v -> PlaneStack.of(v.volume(), state.plane(), state.turn()))
                : Optional.empty();
    }

    /// The plane at `index`; nothing when it is not placed in the patient, or not known yet.
    static Optional<ViewPlane> plane(OpenSet open, ViewState state, int index) {
        if (state.plane().isReformat()) {
            return planes(open, state).map(p -> p.plane(Math.clamp(index, 0, p.count() - 1)));
        }
        ImageFrame frame = open.displaySet().frames().get(index);
        ImagePlane plane = frame.plane();
        if (plane == null) {
            return Optional.empty();
        }
        Vec3 right = plane.rowDirection().unit();
        Vec3 down = plane.normal().cross(right).unit();
        return Optional.of(new ViewPlane(centre(frame, plane), right, down));
    }

    private static Vec3 centre(ImageFrame frame, ImagePlane plane) {
        return plane.toPatient(
                (frame.format().columns() - 1) / 2.0, (frame.format().rows() - 1) / 2.0);
    }

    static int nearestFrame(OpenSet open, Vec3 pPatient) {
        List<ImageFrame> frames = open.displaySet().frames();
        int best = 0;
        double closest = Double.MAX_VALUE;
        for (int i = 0; i < frames.size(); i++) {
            ImagePlane plane = frames.get(i).plane();
            if (plane != null) {
                double distance = Math.abs(pPatient.minus(plane.position()).dot(plane.normal()));
                if (distance < closest) {
                    closest = distance;
                    best = i;
                }
            }
        }
        return best;
    }
}
