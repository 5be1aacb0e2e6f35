package org.readingroom.viewer.display;

import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// Reads where a frame lies in the patient.
///
/// **Source:** DICOM PS3.3 sections C.7.6.2.1.1, C.7.6.16.2.3, C.7.6.16.2.4, C.8.8.3.2 (dose grids), C.8.4.15
/// (nuclear medicine reconstruction).
// [impl->req~display.frame-plane~1]
final class PlaneReader {
    /// chosen: real files round direction cosines to 3 digits and still mean unit vectors.
    private static final double COSINE_TOLERANCE = 0.01;

    private static final int DETECTOR_INFORMATION_SEQUENCE = 0x00540022;
    private static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;

    private PlaneReader() {}

    /// The plane; nothing when position, orientation or spacing is missing or makes no sense, when one plane is
    /// given for several frames, or when the picture is a mosaic of many slices.
    static Optional<ImagePlane> plane(ImageHeader header, FrameAttributes attributes, PixelScale scale) {
        if (header.imageTypeHas("MOSAIC")
                || !(scale instanceof PixelScale.Millimetres mm)
                || mm.source() != PixelScale.Source.PATIENT) {
            return Optional.empty();
        }
        if (header.imageTypeHas("RECON TOMO") || header.imageTypeHas("RECON GATED TOMO")) {
            return nuclear(header, attributes.frame(), mm.spacing());
        }
        double[] orientation = attributes.decimals(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT);
        double[] position = attributes.decimals(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT);
        if (orientation.length != 6 || position.length != 3 || !finite(orientation) || !finite(position)) {
            return Optional.empty();
        }
        Optional<ImagePlane> first = plane(position, orientation, mm.spacing());
        if (header.frames() == 1 || attributes.hasGroups()) {
            return first;
        }
        double[] offsets = header.dataSet().decimals(GRID_FRAME_OFFSET_VECTOR);
        if (offsets.length != header.frames() || offsets[0] != 0) {
            return Optional.empty();
        }
        double offset = offsets[attributes.frame()];
        return first.map(plane -> new ImagePlane(
                plane.position().plus(plane.normal().times(offset)),
                plane.rowDirection(),
                plane.columnDirection(),
                plane.spacing()));
    }

    /// A slice of nuclear tomography: the first one is placed, the sign of the spacing says to which side the others
    /// lie.
    private static Optional<ImagePlane> nuclear(ImageHeader header, int frame, PixelSpacing pixel) {
        DataSet data = header.dataSet();
        DataSet place = data.item(DETECTOR_INFORMATION_SEQUENCE)
                .filter(item -> item.contains(Tag.IMAGE_POSITION_PATIENT))
                .orElse(data);
        double[] orientation = place.decimals(Tag.IMAGE_ORIENTATION_PATIENT);
        double[] position = place.decimals(Tag.IMAGE_POSITION_PATIENT);
        double spacing = data.decimal(Tag.SPACING_BETWEEN_SLICES).orElse(0);
        int slice = header.frames() == 1 ? 1 : NuclearVectors.slice(data, frame);
        boolean usable = orientation.length == 6
                && position.length == 3
                && finite(orientation)
                && finite(position)
                && slice >= 1
                && Double.isFinite(spacing)
                && (spacing != 0 || header.frames() == 1);
        return usable
                ? plane(position, orientation, pixel)
                        .map(plane -> new ImagePlane(
                                plane.position().plus(plane.normal().times(spacing * (slice - 1))),
                                plane.rowDirection(),
                                plane.columnDirection(),
                                plane.spacing()))
                : Optional.empty();
    }

    private static Optional<ImagePlane> plane(double[] position, double[] orientation, PixelSpacing spacing) {
        Vec3 row = new Vec3(orientation[0], orientation[1], orientation[2]);
        Vec3 column = new Vec3(orientation[3], orientation[4], orientation[5]);
        if (Math.abs(row.length() - 1) > COSINE_TOLERANCE
                || Math.abs(column.length() - 1) > COSINE_TOLERANCE
                || Math.abs(row.dot(column)) > COSINE_TOLERANCE) {
            return Optional.empty();
        }
        Vec3 unitRow = row.unit();
        Vec3 unitColumn = column.minus(unitRow.times(column.dot(unitRow))).unit();
        return Optional.of(
                new ImagePlane(new Vec3(position[0], position[1], position[2]), unitRow, unitColumn, spacing));
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
