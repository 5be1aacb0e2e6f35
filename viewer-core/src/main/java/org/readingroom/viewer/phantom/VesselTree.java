package org.readingroom.viewer.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.readingroom.viewer.geometry.Vec3;

/// Branching vessels that grow from the root of a lung towards its surface.
final class VesselTree {
    private static final double THINNEST_MM = 0.5;

    private final List<Tube> tubes = new ArrayList<>();
    private final SplittableRandom random;
    private final Vec3 root;

    private VesselTree(Vec3 root, long seed) {
        this.root = root;
        this.random = new SplittableRandom(seed);
    }

    /// Grows a tree at `root`, first towards each of `directions`.
    static List<Tube> grow(Vec3 root, List<Vec3> directions, double radius, long seed) {
        VesselTree tree = new VesselTree(root, seed);
        for (Vec3 direction : directions) {
            tree.branch(root, direction.unit(), radius, 19);
        }
        return List.copyOf(tree.tubes);
    }

    private void branch(Vec3 from, Vec3 direction, double radius, double length) {
        Vec3 to = from.plus(direction.times(length));
        tubes.add(new Tube(from, to, radius));
        if (radius < THINNEST_MM) {
            return;
        }
        // Outwards from the root, with a turn of chance.
        Vec3 outwards = to.minus(root).unit();
        double keep = 0.83 + 0.08 * random.nextDouble();
        branch(to, turned(direction, outwards, 0.45), radius * keep, length * 0.92);
        branch(to, turned(direction, outwards, 0.95), radius * keep * 0.8, length * 0.84);
    }

    private Vec3 turned(Vec3 direction, Vec3 outwards, double spread) {
        Vec3 chance = new Vec3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5)
                .times(2 * spread);
        return direction.plus(outwards.times(0.3)).plus(chance).unit();
    }
}
