package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// Describes the frames of one instance: classic single and multi-frame, and enhanced with functional groups.
///
/// **Thread:** any.
/// **Source:** DICOM PS3.3 sections C.7.6.3, C.7.6.6, C.7.6.16.
// [impl->req~display.frames~1]
public final class FrameDescriber {
    private static final int FRAME_ANATOMY_SEQUENCE = 0x00209071;
    private static final int FRAME_LATERALITY = 0x00209072;

    private FrameDescriber() {}

    /// **Order:** as in the file.
    /// **Errors:** [IllegalArgumentException] when the data set has no SOP Instance UID.
    public static List<ImageFrame> frames(ImageHeader header) {
        SopInstanceUid instance = new SopInstanceUid(header.text(Tag.SOP_INSTANCE_UID));
        List<UltrasoundRegion> regions = ScaleReader.regions(header.dataSet());
        PaletteColor palette =
                header.isPalette() ? PaletteReader.palette(header).orElse(null) : null;
        PixelPadding padding = padding(header);
        FrameExtrasReader extras = new FrameExtrasReader(header);
        FrameTimeReader times = new FrameTimeReader(header);
        List<ImageFrame> frames = new ArrayList<>();
        for (int frame = 0; frame < header.frames(); frame++) {
            FrameAttributes attributes = FrameAttributes.of(header.dataSet(), frame);
            ModalityLut modality = ModalityLutReader.modalityLut(header, attributes);
            PixelScale scale = ScaleReader.scale(header, attributes, regions);
            frames.add(new ImageFrame(
                    new FrameRef(instance, frame),
                    header.format(),
                    PlaneReader.plane(header, attributes, scale).orElse(null),
                    frameOfReference(header),
                    scale,
                    modality,
                    VoiReader.vois(header, attributes, modality),
                    isInverse(header),
                    padding,
                    palette,
                    regions,
                    facts(header, attributes, times.of(frame)),
                    extras.extras(attributes)));
        }
        return List.copyOf(frames);
    }

    private static @Nullable FrameOfReferenceUid frameOfReference(ImageHeader header) {
        String uid = header.text(Tag.FRAME_OF_REFERENCE_UID);
        return uid.isBlank() ? null : new FrameOfReferenceUid(uid);
    }

    private static boolean isInverse(ImageHeader header) {
        // MONOCHROME1 and INVERSE come together and mean one inversion, not two
        return header.format().photometricInterpretation().equals("MONOCHROME1")
                || header.text(Tag.PRESENTATION_LUT_SHAPE).equals("INVERSE");
    }

    private static @Nullable PixelPadding padding(ImageHeader header) {
        OptionalInt value = header.dataSet().integer(Tag.PIXEL_PADDING_VALUE);
        if (value.isEmpty() || header.isColour()) {
            return null;
        }
        int one = asStored(header, value.getAsInt());
        OptionalInt limit = header.dataSet().integer(Tag.PIXEL_PADDING_RANGE_LIMIT);
        int other = limit.isPresent() ? asStored(header, limit.getAsInt()) : one;
        return new PixelPadding(Math.min(one, other), Math.max(one, other));
    }

    /// Writers put the bits of a signed padding into an unsigned attribute, and the reverse.
    private static int asStored(ImageHeader header, int value) {
        if (header.format().bitsAllocated() > 16) {
            return value;
        }
        return header.format().isSigned() ? (short) value : value & 0xFFFF;
    }

    private static FrameFacts facts(ImageHeader header, FrameAttributes attributes, FrameTime time) {
        DataSet data = header.dataSet();
        double[] thickness = attributes.decimals(Tag.PIXEL_MEASURES_SEQUENCE, Tag.SLICE_THICKNESS);
        String acquired = attributes
                .group(Tag.FRAME_CONTENT_SEQUENCE)
                .flatMap(item -> item.string(Tag.FRAME_ACQUISITION_DATE_TIME))
                .or(() -> data.string(Tag.ACQUISITION_DATE_TIME))
                .orElseGet(() -> data.string(Tag.ACQUISITION_DATE)
                                .or(() -> data.string(Tag.CONTENT_DATE))
                                .orElse("")
                        + data.string(Tag.ACQUISITION_TIME)
                                .or(() -> data.string(Tag.CONTENT_TIME))
                                .orElse(""));
        String laterality = attributes
                .group(FRAME_ANATOMY_SEQUENCE)
                .flatMap(item -> item.string(FRAME_LATERALITY))
                .or(() -> data.string(Tag.IMAGE_LATERALITY))
                .or(() -> data.string(Tag.LATERALITY))
                .orElse("");
        return new FrameFacts(
                data.integer(Tag.INSTANCE_NUMBER).orElse(0),
                attributes.frame() + 1,
                thickness.length > 0 && thickness[0] > 0 && Double.isFinite(thickness[0]) ? thickness[0] : 0,
                acquired,
                laterality,
                header.text(Tag.VIEW_POSITION),
                String.join("\\", data.strings(Tag.IMAGE_TYPE)),
                data.decimal(Tag.KVP).orElse(0),
                data.decimal(Tag.X_RAY_TUBE_CURRENT).orElse(0),
                time,
                header.text(Tag.LOSSY_IMAGE_COMPRESSION).equals("01"),
                String.join("\\", data.strings(Tag.PATIENT_ORIENTATION)));
    }
}
