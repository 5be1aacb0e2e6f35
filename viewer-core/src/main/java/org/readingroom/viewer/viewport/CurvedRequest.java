package org.readingroom.viewer.viewport;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// A reformat along a curve, independent of any window on a screen.
///
/// **Units:** `widthMm` is how far the picture reaches across, `mmPerElement` the edge of its square elements.
public record CurvedRequest(List<Vec3> points, Kind kind, double widthMm, double mmPerElement, Vec3 across) {
    /// How the curved sheet is laid flat.
    public enum Kind {
        /// Every row stands at right angles to the curve, which becomes the straight middle line. `across` is
        /// turned along with the curve.
        STRAIGHTENED,
        /// Every row has the direction `across`; the curve keeps its shape in that direction. Rows follow each
        /// other by their distance in the sheet, so that the sheet is neither stretched nor squeezed.
        STRETCHED
    }

    public CurvedRequest {
        points = List.copyOf(points);
        if (!(widthMm > 0) || !(mmPerElement > 0) || widthMm / mmPerElement > ReformatRequest.LARGEST_SIDE) {
            throw new IllegalArgumentException(widthMm + " mm across in elements of " + mmPerElement + " mm");
        }
    }

    /// **Errors:** [IllegalArgumentException] when the points make no curve, or a stretched one would have no
    /// length: it runs along `across` alone.
    public ResolvedCurve resolve(Volume volume, ViewResolver.Look look) {
        int width = (int) Math.max(1, Math.round(widthMm / mmPerElement));
        List<ResolvedCurve.Row> rows =
                kind == Kind.STRAIGHTENED ? straightened(volume, width) : stretched(volume, width);
        return new ResolvedCurve(
                width,
                volume,
                rows,
                mmPerElement,
                look.data().interpolation(),
                look.voi(),
                look.inverse(),
                look.data().palette());
    }

    private List<ResolvedCurve.Row> straightened(Volume volume, int width) {
        PatientPath path = PatientPath.through(points, mmPerElement, across);
        List<ResolvedCurve.Row> rows = new ArrayList<>();
        for (PatientPath.Station station : path.stations()) {
            rows.add(row(volume, station.place(), station.across(), width));
        }
        return rows;
    }

    /// The curve is projected along `across`, walked in equal steps, and each row runs through the middle of
    /// the width the curve takes in that direction.
    private List<ResolvedCurve.Row> stretched(Volume volume, int width) {
        Vec3 direction = across.unit();
        PatientPath fine = PatientPath.through(points, mmPerElement / 8, across);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<Vec3> flat = new ArrayList<>();
        for (PatientPath.Station station : fine.stations()) {
            double along = station.place().dot(direction);
            low = Math.min(low, along);
            high = Math.max(high, along);
            flat.add(station.place().minus(direction.times(along)));
        }
        Vec3 middle = direction.times((low + high) / 2);
        List<ResolvedCurve.Row> rows = new ArrayList<>();
        double left = 0;
        for (int i = 1; i < flat.size(); i++) {
            Vec3 from = flat.get(i - 1);
            double length = flat.get(i).distanceTo(from);
            while (length > 0 && left <= length && rows.size() < ReformatRequest.LARGEST_SIDE) {
                Vec3 place = from.plus(flat.get(i).minus(from).times(left / length));
                rows.add(row(volume, place.plus(middle), direction, width));
                left += mmPerElement;
            }
            left -= length;
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the curve runs along the direction it is stretched in");
        }
        return rows;
    }

    private ResolvedCurve.Row row(Volume volume, Vec3 middle, Vec3 direction, int width) {
        AffineMap toVoxel = volume.worldToVoxel();
        Vec3 first = middle.minus(direction.times(mmPerElement * (width - 1) / 2.0));
        return new ResolvedCurve.Row(toVoxel.apply(first), toVoxel.applyToDirection(direction.times(mmPerElement)));
    }
}
