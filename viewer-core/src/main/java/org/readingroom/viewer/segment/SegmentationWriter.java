package org.readingroom.viewer.segment;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.mask.PixelMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.origin.GeneralModules;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.PlainText;
import org.readingroom.viewer.origin.SourceImages;

/// Writes binary segmentations; [SegmentationReader] and [SegmentMasks] are the way back.
///
/// **Source:** DICOM PS3.3 sections A.51, C.8.20.
// [impl->req~segment.write~1]
public final class SegmentationWriter {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.66.4";

    /// chosen: planes closer than this are one; positions are written with far more digits.
    private static final double SAME_MM = 0.01;

    private SegmentationWriter() {}

    /// Segments over `images`, numbered from one in their order, in the frame of reference that the
    /// desk holds the images in.
    ///
    /// **Errors:** [IllegalArgumentException] where slices differ in size, spacing or direction: the
    /// standard has one grid for all.
    public static DicomFile write(
            String label,
            List<NewSegment> segments,
            FrameOfReferenceUid frameOfReference,
            Origin origin,
            SourceImages images) {
        List<PlacedMask> all =
                segments.stream().flatMap(segment -> segment.slices().stream()).toList();
        PlacedMask grid = all.getFirst();
        all.forEach(slice -> refuseOther(grid, slice));
        SegmentFrames frames = SegmentFrames.of(segments, images);
        DataSetBuilder made = GeneralModules.contentTime(
                        GeneralModules.begin(images.all().getFirst(), origin, SOP_CLASS, "SEG"), origin)
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, frameOfReference.value())
                .text(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO, "")
                .text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "PRIMARY")
                .text(SegmentTag.CONTENT_LABEL, Vr.CS, "SEGMENTATION")
                .text(SegmentTag.CONTENT_DESCRIPTION, Vr.LO, PlainText.line(label, 64))
                .text(SegmentTag.CONTENT_CREATOR_NAME, Vr.PN, PlainText.person(origin.author()))
                .text(SegmentTag.SEGMENTATION_TYPE, Vr.CS, "BINARY")
                .text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "00")
                .sequence(Tag.SEGMENT_SEQUENCE, SegmentItems.of(segments, origin));
        pixelModule(made, grid.mask(), frames.count());
        made.sequence(
                Tag.REFERENCED_SERIES_SEQUENCE,
                images.series().stream()
                        .filter(series -> series.studyUid()
                                .equals(images.all().getFirst().study().value()))
                        .map(series -> ReferenceItem.of(series, Tag.REFERENCED_INSTANCE_SEQUENCE))
                        .toList());
        made.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared(grid.plane(), frames)));
        frames.describe(made);
        return new DicomFile(
                DataSetBuilder.create("").build(),
                made.build(),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                Optional.of(pixels(all)),
                List.of());
    }

    private static void refuseOther(PlacedMask grid, PlacedMask slice) {
        ImagePlane a = grid.plane();
        ImagePlane b = slice.plane();
        boolean isSame = grid.mask().columns() == slice.mask().columns()
                && grid.mask().rows() == slice.mask().rows()
                && Math.abs(a.spacing().rowMm() - b.spacing().rowMm()) < 1e-6
                && Math.abs(a.spacing().columnMm() - b.spacing().columnMm()) < 1e-6
                && a.rowDirection().distanceTo(b.rowDirection()) < 1e-4
                && a.columnDirection().distanceTo(b.columnDirection()) < 1e-4;
        if (!isSame) {
            throw new IllegalArgumentException("slices of different grids");
        }
    }

    static boolean isSamePlane(ImagePlane a, ImagePlane b) {
        return a.position().distanceTo(b.position()) < SAME_MM
                && a.rowDirection().distanceTo(b.rowDirection()) < 1e-3
                && a.columnDirection().distanceTo(b.columnDirection()) < 1e-3;
    }

    private static void pixelModule(DataSetBuilder made, PixelMask mask, int frames) {
        made.integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.NUMBER_OF_FRAMES, Vr.IS, frames)
                .integers(Tag.ROWS, Vr.US, mask.rows())
                .integers(Tag.COLUMNS, Vr.US, mask.columns())
                .integers(Tag.BITS_ALLOCATED, Vr.US, 1)
                .integers(Tag.BITS_STORED, Vr.US, 1)
                .integers(Tag.HIGH_BIT, Vr.US, 0)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
    }

    private static DataSet shared(ImagePlane plane, SegmentFrames frames) {
        DataSetBuilder measures = DataSetBuilder.create()
                .decimals(
                        Tag.PIXEL_SPACING,
                        Vr.DS,
                        plane.spacing().rowMm(),
                        plane.spacing().columnMm())
                .decimals(Tag.SLICE_THICKNESS, Vr.DS, frames.nominalMm())
                .decimals(Tag.SPACING_BETWEEN_SLICES, Vr.DS, frames.nominalMm());
        DataSetBuilder orientation = DataSetBuilder.create()
                .decimals(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        Vr.DS,
                        plane.rowDirection().x(),
                        plane.rowDirection().y(),
                        plane.rowDirection().z(),
                        plane.columnDirection().x(),
                        plane.columnDirection().y(),
                        plane.columnDirection().z());
        return DataSetBuilder.create()
                .sequence(Tag.PIXEL_MEASURES_SEQUENCE, List.of(measures.build()))
                .sequence(Tag.PLANE_ORIENTATION_SEQUENCE, List.of(orientation.build()))
                .build();
    }

    /// One bit a pixel, frame on frame without a gap, the lowest bit first.
    ///
    /// **Source:** DICOM PS3.5 section 8.1.1.
    private static PixelData pixels(List<PlacedMask> slices) {
        long bits = 0;
        PixelMask first = slices.getFirst().mask();
        long each = (long) first.columns() * first.rows();
        byte[] packed = new byte[Math.toIntExact((each * slices.size() + 7) / 8)];
        for (PlacedMask slice : slices) {
            for (int row = 0; row < first.rows(); row++) {
                for (int column = 0; column < first.columns(); column++, bits++) {
                    if (slice.mask().coverage(column, row) != 0) {
                        packed[(int) (bits >> 3)] |= (byte) (1 << (bits & 7));
                    }
                }
            }
        }
        return new PixelData.Native(Tag.PIXEL_DATA, Vr.OB, ByteSlice.of(packed), packed.length, false);
    }
}
