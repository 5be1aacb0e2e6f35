package org.readingroom.viewer.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.volume.Volume;

/// Aligns two volumes of one patient, of any two modalities, by what their values tell of each other.
///
/// From coarse blocks to fine ones: a search over three turns and three shifts for the largest normalised mutual
/// information. Turns are about the middle of the first volume and counted in millimetres at its rim, so that a step
/// means as much in every direction. The same volumes give the same map each time.
///
/// A local search finds the nearest fit: turned by more than some 20 degrees, or further apart than half their size, it
/// finds nothing or a wrong place.
// [impl->req~registration.intensity~1]
public final class IntensityRegistration {
    /// chosen: coarse enough to be quick and to see organs rather than edges, fine enough for half a voxel of CT.
    private static final double[] LEVELS_MM = {8, 4, 2};

    /// chosen: the first steps on the coarsest level, and the last on the finest.
    private static final double FIRST_STEP_MM = 16;

    private static final double LAST_STEP_MM = 0.03;

    /// chosen: a volume whose shortest edge is less than this has its levels and steps made less alike.
    private static final double USUAL_MM = 100;

    /// chosen: values that tell less of each other than this were never of one patient, or lie too far apart.
    private static final double LEAST_SIMILARITY = 1.02;

    private IntensityRegistration() {}

    /// The map from the patient space of `base` to that of `overlay`, searched from `start`, and from where the middles
    /// of the two fall together when `start` leaves them apart.
    ///
    /// **Thread:** any but `fx` and `gl`; takes seconds.
    /// **Errors:** [RegistrationException] when the values tell nothing;
    /// [java.util.concurrent.CancellationException] when `progress` is cancelled; [IllegalArgumentException] for
    /// colour and for volumes outside patient space.
    public static RigidAlignment align(Volume base, Volume overlay, AffineMap start, Progress progress)
            throws RegistrationException {
        if (base.isColour() || overlay.isColour() || !base.isInPatient() || !overlay.isInPatient()) {
            throw new IllegalArgumentException("only grey volumes in the patient can be aligned");
        }
        double[] edges = edgesMm(base);
        double rim = Math.max(1, edges[2] / 4);
        // a wrist is searched in finer blocks and shorter steps than a trunk
        double scale = Math.min(1, edges[0] / USUAL_MM);
        Vec3 centre = base.centre();
        AffineMap best = start;
        double before = 0;
        double after = 0;
        for (int level = 0; level < LEVELS_MM.length; level++) {
            progress.at(level, LEVELS_MM.length);
            double mm = scale * LEVELS_MM[level];
            Similarity similarity = new Similarity(
                    SampledGrid.of(base, mm, progress).smoothed(),
                    SampledGrid.of(overlay, mm, progress).smoothed());
            before = similarity.of(start);
            double step = level == 0 ? scale * FIRST_STEP_MM : mm;
            double least = level == LEVELS_MM.length - 1 ? scale * LAST_STEP_MM : mm / 16;
            List<AffineMap> starts = level == 0 ? starts(base, overlay, start) : List.of(best);
            after = -1;
            for (AffineMap from : starts) {
                PatternSearch search =
                        new PatternSearch(p -> similarity.of(map(p, centre, rim, from)), progress::isCancelled);
                AffineMap found = map(search.from(new double[6], step, least), centre, rim, from);
                double reached = similarity.of(found);
                if (reached > after) {
                    after = reached;
                    best = found;
                }
            }
        }
        progress.at(LEVELS_MM.length, LEVELS_MM.length);
        if (after < LEAST_SIMILARITY) {
            throw new RegistrationException("unlike", "similarity " + after);
        }
        return new RigidAlignment(best, before, after);
    }

    private static List<AffineMap> starts(Volume base, Volume overlay, AffineMap start) {
        List<AffineMap> starts = new ArrayList<>(List.of(start));
        Vec3 apart = overlay.centre().minus(start.apply(base.centre()));
        if (apart.length() > FIRST_STEP_MM) {
            starts.add(new AffineMap(
                    start.x(), start.y(), start.z(), start.origin().plus(apart)));
        }
        return starts;
    }

    /// `p` turns and shifts in the space of the base, then `from` leads on.
    private static AffineMap map(double[] p, Vec3 centre, double rim, AffineMap from) {
        Vec3 turn = new Vec3(p[0], p[1], p[2]).times(1 / rim);
        return new RigidMotion(centre, turn, new Vec3(p[3], p[4], p[5])).map().then(from);
    }

    /// The volume's three edges, the shortest first.
    private static double[] edgesMm(Volume volume) {
        AffineMap map = volume.voxelToWorld();
        double[] edges = {
            map.x().length() * volume.columns(),
            map.y().length() * volume.rows(),
            map.z().length() * volume.depth()
        };
        Arrays.sort(edges);
        return edges;
    }
}
