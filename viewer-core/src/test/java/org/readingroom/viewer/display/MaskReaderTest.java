package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

// [utest->req~display.mask~1]
class MaskReaderTest {
    private static final String XA = "1.2.840.10008.5.1.4.1.1.12.1";
    private static final int OPERATION = 0x00286101;
    private static final int RANGE = 0x00286102;
    private static final int NUMBERS = 0x00286110;
    private static final int AVERAGING = 0x00286112;
    private static final int SHIFT = 0x00286114;
    private static final int OFFSET = 0x00286120;

    /// A positive row offset moves the mask to lower rows, a positive column offset to the left hand side.
    @Test
    void anAverageIsTakenFromTheFramesOfItsRanges() {
        List<ImageFrame> frames = frames(
                8,
                operation("AVG_SUB")
                        .integers(RANGE, Vr.US, 3, 4, 7, 7)
                        .integers(NUMBERS, Vr.US, 1, 2)
                        .decimals(SHIFT, Vr.FL, 0.5, -1.25));
        assertThat(frames)
                .extracting(frame -> frame.extras().mask() != null)
                .containsExactly(false, false, true, true, false, false, true, false);
        assertThat(frames.get(6).extras().mask())
                .isEqualTo(new MaskSubtraction(List.of(6), List.of(0, 1), 0.5, 1.25, false, "", true));
    }

    /// Without a range the last frames that averaging has no followers for are left as they are.
    @Test
    void contrastFramesAreAveragedFromTheCurrentOneOn() {
        List<ImageFrame> frames =
                frames(5, operation("AVG_SUB").integers(NUMBERS, Vr.US, 1).integers(AVERAGING, Vr.US, 3));
        assertThat(frames.get(2).extras().mask()).isNotNull();
        assertThat(frames.get(2).extras().mask().contrastFrames()).containsExactly(2, 3, 4);
        assertThat(frames.get(3).extras().mask()).isNull();
    }

    @Test
    void timeIntervalDifferencesLookBackByTheirOffset() {
        List<ImageFrame> frames = frames(4, operation("TID").integers(OFFSET, Vr.SS, 2));
        assertThat(frames)
                .extracting(MaskReaderTest::masks)
                .containsExactly(List.of(), List.of(), List.of(0), List.of(1));
        assertThat(frames(3, operation("TID")))
                .extracting(MaskReaderTest::masks)
                .containsExactly(List.of(), List.of(0), List.of(1));
    }

    /// MFN = (FCFN - TID Offset) - (CFN - FCFN): with frames 5 to 7 and an offset of 2 the masks are 3, 2, 1.
    @Test
    void reversedDifferencesGoBackwards() {
        List<ImageFrame> frames =
                frames(8, operation("REV_TID").integers(RANGE, Vr.US, 5, 7).integers(OFFSET, Vr.SS, 2));
        assertThat(frames)
                .extracting(MaskReaderTest::masks)
                .containsExactly(
                        List.of(), List.of(), List.of(), List.of(), List.of(2), List.of(1), List.of(0), List.of());
    }

    @Test
    void aMaskThatIsNotThereSubtractsNothing() {
        assertThat(frames(4, operation("AVG_SUB").integers(NUMBERS, Vr.US, 9)))
                .allMatch(frame -> frame.extras().mask() == null);
        assertThat(frames(4, operation("NONE")))
                .allMatch(frame -> frame.extras().mask() == null);
    }

    private static List<Integer> masks(ImageFrame frame) {
        MaskSubtraction mask = frame.extras().mask();
        return mask == null ? List.of() : mask.maskFrames();
    }

    private static DataSetBuilder operation(String name) {
        return DataSetBuilder.create().text(OPERATION, Vr.CS, name);
    }

    private static List<ImageFrame> frames(int count, DataSetBuilder operation) {
        return FrameDescriber.frames(Headers.header(Headers.image(XA, "XA", 1)
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(count))
                .text(0x00281090, Vr.CS, "SUB")
                .sequence(0x00286100, List.of(operation.build()))));
    }
}
