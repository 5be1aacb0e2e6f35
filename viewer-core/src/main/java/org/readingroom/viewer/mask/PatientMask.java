package org.readingroom.viewer.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

/// A region of the patient, made of slices that each fill a slab.
///
/// A slice reaches half-way to its neighbours. Where a neighbour is missing, or so far away that
/// slices between them must have been left out as empty, it reaches half the nominal distance. Slices
/// keep their own places, so uneven spacing, gaps and a gantry tilt stay exact.
///
/// **Space:** patient, millimetres.
/// **Thread:** any; immutable.
// [impl->req~mask.patient~1]
public final class PatientMask {
    /// chosen: direction cosines of parallel slices differ by less; 1e-3 is 0.06 degrees.
    private static final double SAME_DIRECTION = 1e-3;
    /// chosen: slices closer than this lie in one place.
    private static final double SAME_PLACE_MM = 0.01;
    /// chosen: a gap of more than one and a half nominal distances holds a slice that is empty.
    private static final double GAP = 1.5;

    private final Vec3 normal;
    private final List<Slab> slabs;
    private final boolean hasOddSlices;

    /// One height, the masks that lie in it, and how far they reach along the normal.
    record Slab(double height, double lower, double upper, List<PlacedMask> masks) {}

    private PatientMask(Vec3 normal, List<Slab> slabs, boolean hasOddSlices) {
        this.normal = normal;
        this.slabs = slabs;
        this.hasOddSlices = hasOddSlices;
    }

    /// The region of `slices`, in any order; those not parallel to the first are left out and
    /// [#hasOddSlices] says so.
    ///
    /// `nominalMm` is the distance of neighbouring slices. **Errors:** [IllegalArgumentException]
    /// without slices.
    public static PatientMask of(List<PlacedMask> slices, double nominalMm) {
        if (slices.isEmpty() || !(nominalMm > 0) || !Double.isFinite(nominalMm)) {
            throw new IllegalArgumentException(slices.size() + " slices, " + nominalMm + " mm apart");
        }
        Vec3 normal = slices.getFirst().plane().normal();
        List<PlacedMask> parallel = new ArrayList<>();
        for (PlacedMask slice : slices) {
            if (slice.plane().normal().distanceTo(normal) <= SAME_DIRECTION) {
                parallel.add(slice);
            }
        }
        parallel.sort(
                Comparator.comparingDouble(slice -> slice.plane().position().dot(normal)));
        List<List<PlacedMask>> groups = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (PlacedMask slice : parallel) {
            double height = slice.plane().position().dot(normal);
            if (heights.isEmpty() || height - heights.getLast() > SAME_PLACE_MM) {
                heights.add(height);
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(slice);
        }
        List<Slab> slabs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            double height = heights.get(i);
            double below = i == 0 ? Double.POSITIVE_INFINITY : height - heights.get(i - 1);
            double above = i == groups.size() - 1 ? Double.POSITIVE_INFINITY : heights.get(i + 1) - height;
            slabs.add(new Slab(
                    height,
                    height - reach(below, nominalMm),
                    height + reach(above, nominalMm),
                    List.copyOf(groups.get(i))));
        }
        return new PatientMask(normal, List.copyOf(slabs), parallel.size() < slices.size());
    }

    private static double reach(double gap, double nominalMm) {
        return (gap <= GAP * nominalMm ? gap : nominalMm) / 2;
    }

    /// The slices it is made of, from below.
    public List<PlacedMask> slices() {
        return slabs.stream().flatMap(slab -> slab.masks.stream()).toList();
    }

    public boolean hasOddSlices() {
        return hasOddSlices;
    }

    /// The direction along which slices are stacked.
    public Vec3 normal() {
        return normal;
    }

    /// How much of the place belongs: 0 to [PixelMask#FULL], that of the nearest pixel.
    public int coverage(Vec3 pPatient) {
        return coverageIn(slabAt(pPatient.dot(normal)), pPatient);
    }

    /// The slab that holds a height; -1 for none.
    int slabAt(double height) {
        int low = 0;
        int high = slabs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Slab slab = slabs.get(middle);
            if (height < slab.lower) {
                high = middle - 1;
            } else if (height >= slab.upper) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    List<Slab> slabs() {
        return slabs;
    }

    int coverageIn(int slab, Vec3 pPatient) {
        int most = 0;
        if (slab >= 0) {
            for (PlacedMask placed : slabs.get(slab).masks) {
                ImagePlane plane = placed.plane();
                Vec3 from = pPatient.minus(plane.position());
                double column = from.dot(plane.rowDirection()) / plane.spacing().columnMm();
                double row = from.dot(plane.columnDirection()) / plane.spacing().rowMm();
                most = Math.max(
                        most, placed.mask().coverage((int) Math.floor(column + 0.5), (int) Math.floor(row + 0.5)));
            }
        }
        return most;
    }

    /// The volume of what belongs, parts counted as parts. **Units:** millilitres.
    public double volumeMl() {
        double cubicMm = 0;
        for (Slab slab : slabs) {
            for (PlacedMask placed : slab.masks) {
                double pixelMm2 = placed.plane().spacing().rowMm()
                        * placed.plane().spacing().columnMm();
                cubicMm += placed.mask().covered() * pixelMm2 * (slab.upper - slab.lower);
            }
        }
        return cubicMm / 1000;
    }
}
