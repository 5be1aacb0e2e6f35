package org.readingroom.viewer.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.codec.StoredValues;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;

/// Decodes a segmentation into one region of the patient a segment.
///
/// **Thread:** any but `fx` and `gl`; an interrupt ends it with [CodecException].
/// **Source:** DICOM PS3.3 section C.8.20.2.3.
// [impl->req~segment.masks~1]
public final class SegmentMasks {
    /// chosen: 512 MiB of masks; a whole body of a hundred organs, cut to their boxes, stays below.
    private static final long MOST_BYTES = 512L << 20;

    private final Segmentation segmentation;
    private final FrameReader reader;
    private final Map<Integer, List<PlacedMask>> slices = new HashMap<>();
    private long bytes;

    private SegmentMasks(Segmentation segmentation, FrameReader reader) {
        this.segmentation = segmentation;
        this.reader = reader;
    }

    /// By segment number, in the order of the file; segments that are empty or nowhere placed are not there.
    ///
    /// **Errors:** [CodecException] when a frame cannot be decoded: half a segment would be a wrong volume.
    /// [SegmentationException] when the masks would not fit into memory.
    public static Map<Integer, PatientMask> of(Segmentation segmentation, FrameReader reader)
            throws CodecException, SegmentationException {
        return new SegmentMasks(segmentation, reader).masks();
    }

    private Map<Integer, PatientMask> masks() throws CodecException, SegmentationException {
        for (SegmentFrame frame : segmentation.frames()) {
            if (frame.plane().isPresent() && frame.frame() < reader.frames()) {
                add(frame);
            }
        }
        Map<Integer, PatientMask> masks = new LinkedHashMap<>();
        for (Segment segment : segmentation.segments()) {
            List<PlacedMask> own = slices.getOrDefault(segment.number(), List.of());
            if (!own.isEmpty()) {
                masks.put(segment.number(), PatientMask.of(own, segmentation.nominalMm()));
            }
        }
        return masks;
    }

    private void add(SegmentFrame frame) throws CodecException, SegmentationException {
        StoredPixels pixels = reader.frame(frame.frame());
        int columns = pixels.format().columns();
        int[] values = StoredValues.ints(pixels);
        if (frame.segment().isPresent()) {
            keep(frame, frame.segment().get(), SegmentBox.of(values, columns, value -> value != 0), values, columns);
            return;
        }
        for (Map.Entry<Integer, SegmentBox> label :
                SegmentBox.labels(values, columns).entrySet()) {
            boolean isShown = segmentation
                    .segment(label.getKey())
                    .filter(segment -> !segment.isBackground())
                    .isPresent();
            if (isShown) {
                keep(frame, label.getKey(), Optional.of(label.getValue()), values, columns);
            }
        }
    }

    private void keep(SegmentFrame frame, int segment, Optional<SegmentBox> box, int[] values, int columns)
            throws SegmentationException {
        if (box.isEmpty()) {
            return;
        }
        SegmentBox cut = box.get();
        boolean isFractional = segmentation.kind() == Segmentation.Kind.FRACTIONAL;
        bytes += isFractional ? cut.pixels() : cut.pixels() / 8 + 64;
        if (bytes > MOST_BYTES) {
            throw new SegmentationException("viewer.segment.too-large", "masks above " + MOST_BYTES + " bytes");
        }
        boolean isLabelMap = frame.segment().isEmpty();
        slices.computeIfAbsent(segment, key -> new ArrayList<>())
                .add(new PlacedMask(
                        cut.plane(frame.plane().orElseThrow()),
                        isFractional
                                ? cut.parts(values, columns, segmentation.maximum())
                                : cut.bits(values, columns, value -> isLabelMap ? value == segment : value != 0)));
    }
}
