package org.readingroom.viewer.viewport;

import java.util.Optional;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// Where one view goes when another moves: to the same place in the patient, at the same size on the screen.
///
/// `leadToFollower` leads from the patient space of the view that moves to that of the one that follows;
/// the identity in one frame of reference.
///
/// **Space:** patient, millimetres.
// [impl->req~view.linked~1]
public final class PlaneFollowing {
    /// chosen: planes within 20 degrees of each other show the same slices; beyond, following would hide
    /// where one is.
    static final double NEARLY_PARALLEL = Math.cos(Math.toRadians(20));

    private PlaneFollowing() {}

    public static boolean areNearlyParallel(ViewPlane lead, ViewPlane follower, AffineMap leadToFollower) {
        return areNearlyParallel(leadToFollower.applyToDirection(lead.normal()), follower.normal());
    }

    /// The same of directions, whichever way they point.
    public static boolean areNearlyParallel(Vec3 one, Vec3 two) {
        return Math.abs(one.unit().dot(two.unit())) >= NEARLY_PARALLEL;
    }

    /// The place that the follower goes to: the point of the leading plane that lies over the middle of the
    /// follower's picture, so that tilted planes meet where the reader looks. Nothing for planes that are
    /// not nearly parallel.
    public static Optional<Vec3> place(ViewPlane lead, ViewPlane follower, AffineMap leadToFollower) {
        if (!areNearlyParallel(lead, follower, leadToFollower)) {
            return Optional.empty();
        }
        Vec3 normal = leadToFollower.applyToDirection(lead.normal()).unit();
        Vec3 onLead = leadToFollower.apply(lead.centre());
        double along = normal.dot(onLead.minus(follower.centre())) / normal.dot(follower.normal());
        return Optional.of(follower.centre().plus(follower.normal().times(along)));
    }

    /// The shift along the follower's normal that makes the two planes, as they stand now, the same place;
    /// `before` is kept in its other directions.
    public static Vec3 samePlace(ViewPlane lead, ViewPlane follower, Vec3 before) {
        Vec3 normal = follower.normal();
        double along = normal.dot(follower.centre().minus(lead.centre()));
        return before.plus(normal.times(along - normal.dot(before)));
    }

    public static AffineMap shift(Vec3 by) {
        return new AffineMap(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), by);
    }

    /// The zoom that gives the follower as many millimetres per pixel as `mmPerPixel`; `fittedMmPerPixel`
    /// is what it has at zoom 1.
    public static double zoom(double mmPerPixel, double fittedMmPerPixel) {
        return fittedMmPerPixel / mmPerPixel;
    }

    /// `look` moved so that the middle of the view shows `pPatient`, as far as the plane can: the depth
    /// stays.
    public static ViewPresentation centredAt(ViewPresentation look, ViewPlane plane, Vec3 pPatient) {
        Vec3 off = plane.centre().minus(pPatient);
        return new ViewPresentation(
                look.zoom(),
                off.dot(screenRight(plane, look)),
                off.dot(screenDown(plane, look)),
                look.turnDegrees(),
                look.flippedHorizontally());
    }

    /// The place in the middle of the view.
    public static Vec3 middle(ViewPlane plane, ViewPresentation look) {
        return plane.centre()
                .minus(screenRight(plane, look).times(look.panRight()))
                .minus(screenDown(plane, look).times(look.panDown()));
    }

    private static Vec3 screenRight(ViewPlane plane, ViewPresentation look) {
        double turn = Math.toRadians(look.turnDegrees());
        double mirror = look.flippedHorizontally() ? -1 : 1;
        return plane.right().times(mirror * Math.cos(turn)).minus(plane.down().times(Math.sin(turn)));
    }

    private static Vec3 screenDown(ViewPlane plane, ViewPresentation look) {
        double turn = Math.toRadians(look.turnDegrees());
        double mirror = look.flippedHorizontally() ? -1 : 1;
        return plane.right().times(mirror * Math.sin(turn)).plus(plane.down().times(Math.cos(turn)));
    }
}
