package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private static final int MASK_OPERATION = 0x00286101;
    private static final int APPLICABLE_FRAME_RANGE = 0x00286102;
    private static final int MASK_FRAME_NUMBERS = 0x00286110;
    private static final int CONTRAST_FRAME_AVERAGING = 0x00286112;
    private static final int MASK_SUB_PIXEL_SHIFT = 0x00286114;
    private static final int TID_OFFSET = 0x00286120;
    private static final int MASK_OPERATION_EXPLANATION = 0x00286190;
    private static final int FRAME_PIXEL_SHIFT_SEQUENCE = 0x00289415;
    private static final int SUBTRACTION_ITEM_ID = 0x00289416;

    private final int frames;
    private final List<DataSet> operations;
    private final boolean recommended;
    private final boolean linear;

    MaskReader(ImageHeader header) {
        frames = header.frames();
        operations = header.isColour() ? List.of() : header.dataSet().items(MASK_SUBTRACTION_SEQUENCE);
        linear = header.text(Tag.PIXEL_INTENSITY_RELATIONSHIP).strip().equals("LIN");
        recommended = header.text(RECOMMENDED_VIEWING_MODE).strip().equals("SUB");
    }

    /// The subtraction that makes frame `frame`, from zero.
    Optional<MaskSubtraction> subtraction(FrameAttributes attributes, int frame) {
        for (DataSet operation : operations) {
            Optional<MaskSubtraction> made = subtraction(attributes, operation, frame);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private Optional<MaskSubtraction> subtraction(FrameAttributes attributes, DataSet operation, int frame) {
        int[] ranges = operation.integers(APPLICABLE_FRAME_RANGE);
        if (ranges.length >= 2 && !isInside(ranges, frame + 1)) {
            return Optional.empty();
        }
        int averaged = Math.max(1, operation.integer(CONTRAST_FRAME_AVERAGING).orElse(1));
        int offset = operation.integer(TID_OFFSET).orElse(1);
        List<Integer> masks = new ArrayList<>();
        switch (operation.string(MASK_OPERATION).orElse("").strip()) {
            case "AVG_SUB" -> {
                for (int number : operation.integers(MASK_FRAME_NUMBERS)) {
                    masks.add(number - 1);
                }
            }
            case "TID" -> masks.add(frame - offset);
            case "REV_TID" -> {
                if (ranges.length >= 2) {
                    int first = ranges[0] - 1;
                    masks.add(first - offset - (frame - first));
                }
            }
            default -> {
                return Optional.empty();
            }
        }
        boolean complete = !masks.isEmpty()
                && masks.stream().allMatch(mask -> mask >= 0 && mask < frames)
                && frame + averaged <= frames;
        if (!complete) {
            return Optional.empty();
        }
        double[] shift = shift(attributes, operation);
        return Optional.of(new MaskSubtraction(
                IntStream.range(frame, frame + averaged).boxed().toList(),
                masks,
                shift[0],
                shift[1],
                linear,
                operation.string(MASK_OPERATION_EXPLANATION).orElse("").strip(),
                recommended));
    }

    private static boolean isInside(int[] ranges, int number) {
        for (int i = 0; i + 1 < ranges.length; i += 2) {
            if (number >= ranges[i] && number <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /// Down and right; the frame's own shift goes before the operation's. The file counts down and left.
    private static double[] shift(FrameAttributes attributes, DataSet operation) {
        double[] shift = operation.decimals(MASK_SUB_PIXEL_SHIFT);
        int id = operation.integer(SUBTRACTION_ITEM_ID).orElse(-1);
        for (DataSet item :
                attributes.hasGroups() ? attributes.items(FRAME_PIXEL_SHIFT_SEQUENCE) : List.<DataSet>of()) {
            double[] own = item.decimals(MASK_SUB_PIXEL_SHIFT);
            if (own.length == 2 && item.integer(SUBTRACTION_ITEM_ID).orElse(-1) == id) {
                shift = own;
            }
        }
        boolean usable = shift.length == 2 && Double.isFinite(shift[0]) && Double.isFinite(shift[1]);
        return usable ? new double[] {shift[0], 0 - shift[1]} : new double[] {0, 0};
    }
}
