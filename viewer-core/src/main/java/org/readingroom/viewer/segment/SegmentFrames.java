package org.readingroom.viewer.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.readingroom.viewer.coded.CodeItem;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.mask.SliceGaps;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;

/// The frames of a segmentation to be written: whose each is, where it lies, what it was made from.
///
/// **Source:** DICOM PS3.3 sections C.7.6.16, C.7.6.17, C.8.20.3.
final class SegmentFrames {
    private static final CodedEntry SEGMENTATION = new CodedEntry("113076", "DCM", "", "Segmentation");
    private static final CodedEntry SOURCE =
            new CodedEntry("121322", "DCM", "", "Source image for image processing operation");

    /// `height` counts the places along the stack from one, the lowest first.
    private record Frame(int segment, int height, ImagePlane plane, Optional<InstanceReference> source) {}

    private final List<Frame> frames = new ArrayList<>();
    private double nominalMm;

    private SegmentFrames() {}

    static SegmentFrames of(List<NewSegment> segments, SourceImages images) {
        SegmentFrames made = new SegmentFrames();
        Vec3 normal = segments.getFirst().slices().getFirst().plane().normal();
        TreeSet<Long> heights = new TreeSet<>();
        segments.forEach(segment -> segment.slices().forEach(slice -> heights.add(height(slice, normal))));
        List<Long> places = List.copyOf(heights);
        for (int i = 0; i < segments.size(); i++) {
            for (PlacedMask slice : segments.get(i).slices()) {
                made.frames.add(new Frame(
                        i + 1,
                        places.indexOf(height(slice, normal)) + 1,
                        slice.plane(),
                        source(slice.plane(), images)));
            }
        }
        made.nominalMm = nominal(images, normal);
        return made;
    }

    /// In hundredths of a millimetre, so that rounding parts no plane.
    private static long height(PlacedMask slice, Vec3 normal) {
        return Math.round(slice.plane().position().dot(normal) * 100);
    }

    private static Optional<InstanceReference> source(ImagePlane plane, SourceImages images) {
        for (SourceImage image : images.all()) {
            for (ImageFrame frame : image.frames()) {
                if (frame.plane() != null && SegmentationWriter.isSamePlane(frame.plane(), plane)) {
                    return Optional.of(image.reference(frame.ref().frame()));
                }
            }
        }
        return Optional.empty();
    }

    /// The distance of neighbouring slices of the images; where there is one, its thickness, else a
    /// millimetre.
    private static double nominal(SourceImages images, Vec3 normal) {
        double[] heights = images.all().stream()
                .flatMap(image -> image.frames().stream())
                .filter(frame -> frame.plane() != null)
                .mapToDouble(frame -> java.util.Objects.requireNonNull(frame.plane())
                        .position()
                        .dot(normal))
                .toArray();
        double gap = SliceGaps.smallest(heights);
        if (gap > 0) {
            return gap;
        }
        double thickness = images.all().getFirst().frames().getFirst().facts().sliceThicknessMm();
        return thickness > 0 ? thickness : 1;
    }

    int count() {
        return frames.size();
    }

    double nominalMm() {
        return nominalMm;
    }

    void describe(DataSetBuilder made) {
        String organization = NewUid.random();
        made.sequence(
                Tag.DIMENSION_ORGANIZATION_SEQUENCE,
                List.of(DataSetBuilder.create()
                        .text(Tag.DIMENSION_ORGANIZATION_UID, Vr.UI, organization)
                        .build()));
        made.sequence(
                Tag.DIMENSION_INDEX_SEQUENCE,
                List.of(
                        dimension(
                                organization,
                                SegmentTag.REFERENCED_SEGMENT_NUMBER,
                                SegmentTag.SEGMENT_IDENTIFICATION_SEQUENCE),
                        dimension(organization, Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE)));
        made.sequence(
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                frames.stream().map(SegmentFrames::item).toList());
    }

    private static DataSet dimension(String organization, int pointer, int group) {
        return DataSetBuilder.create()
                .text(Tag.DIMENSION_ORGANIZATION_UID, Vr.UI, organization)
                .integers(Tag.DIMENSION_INDEX_POINTER, Vr.AT, pointer & 0xFFFFFFFFL)
                .integers(Tag.FUNCTIONAL_GROUP_POINTER, Vr.AT, group & 0xFFFFFFFFL)
                .build();
    }

    private static DataSet item(Frame frame) {
        Vec3 at = frame.plane().position();
        DataSetBuilder item = DataSetBuilder.create()
                .sequence(
                        Tag.FRAME_CONTENT_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .integers(Tag.DIMENSION_INDEX_VALUES, Vr.UL, frame.segment(), frame.height())
                                .build()))
                .sequence(
                        Tag.PLANE_POSITION_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, at.x(), at.y(), at.z())
                                .build()))
                .sequence(
                        SegmentTag.SEGMENT_IDENTIFICATION_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .integers(SegmentTag.REFERENCED_SEGMENT_NUMBER, Vr.US, frame.segment())
                                .build()));
        frame.source()
                .ifPresent(source -> item.sequence(SegmentTag.DERIVATION_IMAGE_SEQUENCE, List.of(derivation(source))));
        return item.build();
    }

    private static DataSet derivation(InstanceReference source) {
        DataSetBuilder image = DataSetBuilder.create()
                .addAll(ReferenceItem.of(source))
                .sequence(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, List.of(CodeItem.of(SOURCE)));
        return DataSetBuilder.create()
                .sequence(Tag.DERIVATION_CODE_SEQUENCE, List.of(CodeItem.of(SEGMENTATION)))
                .sequence(Tag.SOURCE_IMAGE_SEQUENCE, List.of(image.build()))
                .build();
    }
}
