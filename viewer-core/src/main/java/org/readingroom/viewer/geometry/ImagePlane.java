package org.readingroom.viewer.geometry;

/// Where a frame lies in the patient: the centre of its first pixel and its two directions.
///
/// `rowDirection` is the direction of increasing column index, `columnDirection` of increasing row index.
///
/// **Space:** patient, millimetres.
/// **Source:** DICOM PS3.3 section C.7.6.2.1.1.
public record ImagePlane(Vec3 position, Vec3 rowDirection, Vec3 columnDirection, PixelSpacing spacing) {
    /// `normal` points where row x column points.
    public Vec3 normal() {
        return rowDirection.cross(columnDirection).unit();
    }

    /// The patient point at a pixel position; (0, 0) is the centre of the first pixel.
    public Vec3 toPatient(double column, double row) {
        return position.plus(rowDirection.times(column * spacing.columnMm()))
                .plus(columnDirection.times(row * spacing.rowMm()));
    }
}
