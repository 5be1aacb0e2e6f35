package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads the mask operation that applies to each frame of a run.
///
/// Of several operations the first one that names a frame counts. A mask frame that the run does not have
/// makes the operation unusable for that frame: nothing is subtracted rather than something else.
///
/// **Source:** DICOM PS3.3 sections C.7.6.10.1, C.7.6.10.1.2, C.7.6.16.2.22 (Frame Pixel Shift).
// [impl->req~display.mask~1]
final class MaskReader {
    private static final int RECOMMENDED_VIEWING_MODE = 0x00281090;
    private static final int MASK_SUBTRACTION_SEQUENCE = 0x00286100;
    private static final int MASK_SUB_PIXEL_SHIFT = 0x00286114;
    private static final int FRAME_PIXEL_SHIFT_SEQUENCE = 0x00289415;
    private static final int SUBTRACTION_ITEM_ID = 0x00289416;

    private final int frames;
    private final List<MaskOperation> operations;
    private final boolean recommended;
    private final boolean linear;

    MaskReader(ImageHeader header) {
        frames = header.frames();
        operations = header.isColour()
                ? List.of()
                : header.dataSet().items(MASK_SUBTRACTION_SEQUENCE).stream()
                        .flatMap(item -> MaskOperation.of(item).stream())
                        .toList();
        linear = header.text(Tag.PIXEL_INTENSITY_RELATIONSHIP).strip().equals("LIN");
        recommended = header.text(RECOMMENDED_VIEWING_MODE).strip().equals("SUB");
    }

    /// The subtraction that makes frame `frame`, from zero.
    Optional<MaskSubtraction> subtraction(FrameAttributes attributes, int frame) {
        return operations.stream()
                .map(operation -> shifted(operation, attributes))
                .flatMap(operation -> operation.on(frame, frames, linear, recommended).stream())
                .findFirst();
    }

    /// The frame's own shift goes before the operation's. The file counts down and left.
    private static MaskOperation shifted(MaskOperation operation, FrameAttributes attributes) {
        MaskOperation shifted = operation;
        for (DataSet item :
                attributes.hasGroups() ? attributes.items(FRAME_PIXEL_SHIFT_SEQUENCE) : List.<DataSet>of()) {
            double[] own = item.decimals(MASK_SUB_PIXEL_SHIFT);
            boolean isMeant = item.integer(SUBTRACTION_ITEM_ID).orElse(-1) == operation.itemId();
            if (isMeant && own.length == 2 && Double.isFinite(own[0]) && Double.isFinite(own[1])) {
                shifted = operation.shifted(own[0], 0 - own[1]);
            }
        }
        return shifted;
    }
}
