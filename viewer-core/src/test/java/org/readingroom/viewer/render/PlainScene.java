package org.readingroom.viewer.render;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Volume rendering as a textbook has it: every sample of every ray in `double`, no table, no leap, no early end.
final class PlainScene {
    private final ResolvedScene scene;
    private final Volume volume;

    PlainScene(ResolvedScene scene) {
        this.scene = scene;
        this.volume = scene.volume();
    }

    /// Red, green and blue of element (i, j), 0 to 255 and not rounded.
    double[] ray(int i, int j) {
        Vec3 base = scene.origin().plus(scene.du().times(i)).plus(scene.dv().times(j));
        double[] range = SceneRange.of(base, scene.dn(), scene.clip());
        double[] rgb = new double[3];
        double left = 1;
        for (int k = SceneRange.first(range); k <= SceneRange.last(range); k++) {
            Vec3 p = base.plus(scene.dn().times(k));
            double[] at = scene.transfer().at(value(p));
            if (at[3] == 0 || isPadding(p)) {
                continue;
            }
            double weight = left * (1 - Math.pow(1 - at[3], scene.stepMm()));
            double light = scene.isShaded() ? light(p) : 1;
            for (int c = 0; c < 3; c++) {
                double lit = scene.isShaded()
                        ? at[c] * (SceneRays.AMBIENT + SceneRays.DIFFUSE * light)
                                + SceneRays.SPECULAR * Math.pow(light, 16)
                        : at[c];
                rgb[c] += 255 * weight * Math.min(1, lit);
            }
            left -= weight;
        }
        return rgb;
    }

    private double light(Vec3 p) {
        Vec3 x = new Vec3(1, 0, 0);
        Vec3 y = new Vec3(0, 1, 0);
        Vec3 z = new Vec3(0, 0, 1);
        AffineMap map = volume.worldToVoxel();
        Vec3 voxel = new Vec3(
                value(p.plus(x)) - value(p.minus(x)),
                value(p.plus(y)) - value(p.minus(y)),
                value(p.plus(z)) - value(p.minus(z)));
        Vec3 patient = new Vec3(voxel.dot(map.x()), voxel.dot(map.y()), voxel.dot(map.z()));
        return patient.length() > 1e-3 ? Math.abs(patient.unit().dot(scene.forward())) : 1;
    }

    private double value(Vec3 p) {
        double x = Math.clamp(p.x(), 0, volume.columns() - 1);
        double y = Math.clamp(p.y(), 0, volume.rows() - 1);
        double z = Math.clamp(p.z(), 0, volume.depth() - 1);
        double value = 0;
        for (int corner = 0; corner < 8; corner++) {
            int column = Math.min((int) x + (corner & 1), volume.columns() - 1);
            int row = Math.min((int) y + (corner >> 1 & 1), volume.rows() - 1);
            int layer = Math.min((int) z + (corner >> 2), volume.depth() - 1);
            double weight = part(x, corner & 1) * part(y, corner >> 1 & 1) * part(z, corner >> 2);
            value += weight * slice(layer).modalityValue(column, row);
        }
        return value;
    }

    private static double part(double at, int side) {
        double part = at - (int) at;
        return side == 1 ? part : 1 - part;
    }

    private boolean isPadding(Vec3 p) {
        return slice(nearest(p.z(), volume.depth()))
                .isPadding(nearest(p.x(), volume.columns()), nearest(p.y(), volume.rows()));
    }

    private static int nearest(double at, int count) {
        return (int) Math.clamp(Math.floor(at + 0.5), 0, count - 1);
    }

    private GreySlice slice(int layer) {
        return (GreySlice) volume.slices().get(layer);
    }
}
