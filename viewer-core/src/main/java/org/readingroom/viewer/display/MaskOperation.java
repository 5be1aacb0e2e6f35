package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.readingroom.viewer.dicom.DataSet;

/// One item of a Mask Subtraction Sequence (0028,6100): how frames of a run get their mask.
///
/// `ranges` are pairs of first and last frame, empty for all; `itemId` is the Subtraction Item ID, -1 for none.
///
/// **Space:** the file counts shifts down and left; here they are down and right.
/// **Order:** frame numbers count from one, as in the file.
/// **Source:** DICOM PS3.3 sections C.7.6.10.1, C.7.6.10.1.2 and C.11.13.
public record MaskOperation(
        Kind kind,
        List<Integer> ranges,
        List<Integer> maskNumbers,
        int averaged,
        int offset,
        double shiftDown,
        double shiftRight,
        int itemId,
        String explanation) {
    private static final int MASK_OPERATION = 0x00286101;
    private static final int APPLICABLE_FRAME_RANGE = 0x00286102;
    private static final int MASK_FRAME_NUMBERS = 0x00286110;
    private static final int CONTRAST_FRAME_AVERAGING = 0x00286112;
    private static final int MASK_SUB_PIXEL_SHIFT = 0x00286114;
    private static final int TID_OFFSET = 0x00286120;
    private static final int MASK_OPERATION_EXPLANATION = 0x00286190;
    private static final int SUBTRACTION_ITEM_ID = 0x00289416;

    /// Which frames are the mask.
    public enum Kind {
        /// The mean of named frames.
        AVG_SUB,
        /// A frame before the one shown.
        TID,
        /// Frames before the range, backwards.
        REV_TID
    }

    public MaskOperation {
        ranges = List.copyOf(ranges);
        maskNumbers = List.copyOf(maskNumbers);
    }

    /// The operation in `item`; nothing for NONE and terms that are not defined.
    public static Optional<MaskOperation> of(DataSet item) {
        String term = item.string(MASK_OPERATION).orElse("").strip();
        double[] shift = item.decimals(MASK_SUB_PIXEL_SHIFT);
        boolean isShifted = shift.length == 2 && Double.isFinite(shift[0]) && Double.isFinite(shift[1]);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(term))
                .findFirst()
                .map(kind -> new MaskOperation(
                        kind,
                        numbers(item, APPLICABLE_FRAME_RANGE),
                        numbers(item, MASK_FRAME_NUMBERS),
                        Math.max(1, item.integer(CONTRAST_FRAME_AVERAGING).orElse(1)),
                        item.integer(TID_OFFSET).orElse(1),
                        isShifted ? shift[0] : 0,
                        isShifted ? 0 - shift[1] : 0,
                        item.integer(SUBTRACTION_ITEM_ID).orElse(-1),
                        item.string(MASK_OPERATION_EXPLANATION).orElse("").strip()));
    }

    private static List<Integer> numbers(DataSet item, int tag) {
        return Arrays.stream(item.integers(tag)).boxed().toList();
    }

    /// What makes frame `frame`, from zero, of a run of `frames`; nothing when the operation leaves it alone or the run
    /// lacks a frame for it.
    public Optional<MaskSubtraction> on(int frame, int frames, boolean isLinearIntensity, boolean isRecommended) {
        List<Integer> masks = isFor(frame + 1) ? masks(frame) : List.of();
        boolean isComplete = !masks.isEmpty()
                && masks.stream().allMatch(mask -> mask >= 0 && mask < frames)
                && frame + (long) averaged <= frames;
        return isComplete
                ? Optional.of(new MaskSubtraction(
                        IntStream.range(frame, frame + averaged).boxed().toList(),
                        masks,
                        shiftDown,
                        shiftRight,
                        isLinearIntensity,
                        explanation,
                        isRecommended))
                : Optional.empty();
    }

    private List<Integer> masks(int frame) {
        List<Integer> masks = new ArrayList<>();
        switch (kind) {
            case AVG_SUB -> maskNumbers.forEach(number -> masks.add(number - 1));
            case TID -> masks.add(frame - offset);
            case REV_TID -> {
                if (ranges.size() >= 2) {
                    int first = ranges.getFirst() - 1;
                    masks.add(first - offset - (frame - first));
                }
            }
        }
        return masks;
    }

    private boolean isFor(int number) {
        boolean isNamed = ranges.size() < 2;
        for (int i = 0; i + 1 < ranges.size(); i += 2) {
            isNamed |= number >= ranges.get(i) && number <= ranges.get(i + 1);
        }
        return isNamed;
    }

    /// The same with another shift, such as a frame's own.
    MaskOperation shifted(double down, double right) {
        return new MaskOperation(kind, ranges, maskNumbers, averaged, offset, down, right, itemId, explanation);
    }
}
