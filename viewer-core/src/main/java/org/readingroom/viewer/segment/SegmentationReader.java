package org.readingroom.viewer.segment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.SliceGaps;
import org.readingroom.viewer.model.SopInstanceUid;

/// Reads what a segmentation says of itself; decodes no pixels.
///
/// **Thread:** any.
/// **Source:** DICOM PS3.3 section C.8.20.
// [impl->req~segment.read~1]
public final class SegmentationReader {
    /// Segmentation and Label Map Segmentation Storage.
    private static final Set<String> SOP_CLASSES =
            Set.of("1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7");

    private SegmentationReader() {}

    public static boolean isSegmentation(DataSet dataSet) {
        return isSegmentation(dataSet.string(Tag.SOP_CLASS_UID).orElse(""));
    }

    public static boolean isSegmentation(String sopClassUid) {
        return SOP_CLASSES.contains(sopClassUid);
    }

    /// The segmentation in `file`.
    ///
    /// **Errors:** [SegmentationException] when it has no segments, no pixels or a type we do not know.
    public static Segmentation read(DicomFile file) throws SegmentationException {
        DataSet data = file.dataSet();
        ImageHeader header = ImageHeader.of(file)
                .orElseThrow(() -> new SegmentationException("viewer.segment.no-pixels", "no image pixel module"));
        Segmentation.Kind kind = kind(data);
        List<Segment> segments = SegmentReader.segments(file, header, kind == Segmentation.Kind.LABELMAP);
        if (segments.isEmpty()) {
            throw new SegmentationException("viewer.segment.no-segments", "no segment sequence");
        }
        Set<String> warnings = new LinkedHashSet<>();
        List<ImageFrame> described = FrameDescriber.frames(header);
        List<SegmentFrame> frames = frames(data, kind, described, warnings);
        return new Segmentation(
                new SopInstanceUid(data.string(Tag.SOP_INSTANCE_UID).orElse("2.25.0")),
                data.string(SegmentTag.CONTENT_LABEL).orElse(""),
                data.string(SegmentTag.CONTENT_DESCRIPTION).orElse(""),
                kind,
                data.string(SegmentTag.SEGMENTATION_FRACTIONAL_TYPE).orElse("").equals("PROBABILITY"),
                maximum(data, kind),
                Optional.ofNullable(described.getFirst().frameOfReference()),
                nominalMm(data, frames),
                segments,
                frames,
                List.copyOf(warnings));
    }

    private static Segmentation.Kind kind(DataSet data) throws SegmentationException {
        String type = data.string(SegmentTag.SEGMENTATION_TYPE).orElse("").strip();
        return switch (type) {
            case "BINARY" -> Segmentation.Kind.BINARY;
            case "FRACTIONAL" -> Segmentation.Kind.FRACTIONAL;
            case "LABELMAP" -> Segmentation.Kind.LABELMAP;
            default -> throw new SegmentationException("viewer.segment.type-unknown", "segmentation type " + type);
        };
    }

    private static int maximum(DataSet data, Segmentation.Kind kind) {
        return switch (kind) {
            case BINARY -> 1;
            case LABELMAP -> 0;
            case FRACTIONAL -> {
                int stated = data.integer(SegmentTag.MAXIMUM_FRACTIONAL_VALUE).orElse(255);
                yield stated > 0 ? stated : 255;
            }
        };
    }

    private static List<SegmentFrame> frames(
            DataSet data, Segmentation.Kind kind, List<ImageFrame> described, Set<String> warnings) {
        List<DataSet> groups = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        Optional<DataSet> shared = data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        List<SegmentFrame> frames = new ArrayList<>();
        for (ImageFrame image : described) {
            int frame = image.ref().frame();
            Optional<DataSet> own = frame < groups.size() ? Optional.of(groups.get(frame)) : Optional.empty();
            Optional<Integer> segment = group(own, shared, SegmentTag.SEGMENT_IDENTIFICATION_SEQUENCE)
                    .map(item -> item.integers(SegmentTag.REFERENCED_SEGMENT_NUMBER))
                    .filter(numbers -> numbers.length > 0)
                    .map(numbers -> numbers[0]);
            if (segment.isEmpty() && kind != Segmentation.Kind.LABELMAP) {
                warnings.add("viewer.segment.frame-of-none");
                continue;
            }
            Optional<ImagePlane> plane = Optional.ofNullable(image.plane());
            if (plane.isEmpty()) {
                warnings.add("viewer.segment.not-placed");
            }
            List<InstanceReference> sources = new ArrayList<>(InstanceReference.all(
                    group(own, shared, SegmentTag.DERIVATION_IMAGE_SEQUENCE).orElse(data), Tag.SOURCE_IMAGE_SEQUENCE));
            frames.add(new SegmentFrame(
                    frame, kind == Segmentation.Kind.LABELMAP ? Optional.empty() : segment, plane, sources));
        }
        return frames;
    }

    private static Optional<DataSet> group(Optional<DataSet> own, Optional<DataSet> shared, int tag) {
        return own.flatMap(item -> item.item(tag)).or(() -> shared.flatMap(item -> item.item(tag)));
    }

    /// The stated spacing; else the smallest distance of two frames; else the thickness; else one millimetre.
    private static double nominalMm(DataSet data, List<SegmentFrame> frames) {
        Optional<DataSet> measures = data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                .flatMap(item -> item.item(Tag.PIXEL_MEASURES_SEQUENCE))
                .or(() -> data.item(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                        .flatMap(item -> item.item(Tag.PIXEL_MEASURES_SEQUENCE)));
        double smallest = smallestGap(frames);
        double spacing = positive(measures, Tag.SPACING_BETWEEN_SLICES);
        // a stated spacing above the real one would bridge gaps that are none
        if (spacing > 0) {
            return smallest > 0 ? Math.min(spacing, smallest) : spacing;
        }
        double thickness = positive(measures, Tag.SLICE_THICKNESS);
        return smallest > 0 ? smallest : thickness > 0 ? thickness : 1;
    }

    private static double positive(Optional<DataSet> measures, int tag) {
        double value = measures.isPresent() ? measures.get().decimal(tag).orElse(0) : 0;
        return value > 0 && Double.isFinite(value) ? value : 0;
    }

    private static double smallestGap(List<SegmentFrame> frames) {
        List<ImagePlane> planes =
                frames.stream().flatMap(frame -> frame.plane().stream()).toList();
        if (planes.isEmpty()) {
            return 0;
        }
        Vec3 normal = planes.getFirst().normal();
        return SliceGaps.smallest(planes.stream()
                .mapToDouble(plane -> plane.position().dot(normal))
                .toArray());
    }
}
