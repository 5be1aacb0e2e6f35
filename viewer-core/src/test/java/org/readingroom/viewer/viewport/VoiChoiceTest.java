package org.readingroom.viewer.viewport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.volume.GreySlice;

// [utest->req~view.voi-choices~1]
class VoiChoiceTest {
    private static final DataPresentation UNTOUCHED =
            new DataPresentation(null, false, Palettes.GREY, Interpolation.LINEAR);
    private static final GreySlice SLICE = GreySlice.of(2, 1, new short[] {0, 1000}, 1, 0);

    @Test
    void theFilesOwnComeFirstThenThePresetsThenEverything() {
        ImageFrame frame = frame(16, window(40, 400, "BODY"), new Voi.Table(0, 8, new int[] {0, 255}, "CURVE"));
        List<VoiChoice> choices = VoiChoice.of(frame, "CT");
        assertThat(choices.subList(0, 2))
                .extracting(choice -> ((VoiChoice.OfFile) choice).explanation())
                .containsExactly("BODY", "CURVE");
        assertThat(choices.subList(2, choices.size() - 1))
                .hasSize(WindowPresets.of("CT").size())
                .allMatch(VoiChoice.Known.class::isInstance);
        assertThat(choices.getLast()).isInstanceOf(VoiChoice.WholeRange.class);
    }

    /// Frame by frame, as dynamic series have it: the second window of each, not that of the first frame.
    @Test
    void aChosenWindowOfTheFileIsThatOfEachFrame() {
        ImageFrame a = frame(16, window(1, 10, ""), window(2, 20, ""));
        ImageFrame b = frame(16, window(3, 30, ""), window(4, 40, ""));
        DataPresentation second = VoiChoice.of(a, "MR").get(1).on(UNTOUCHED.withVoi(window(9, 90, "")));
        assertThat(FramePicture.voi(a, SLICE, second)).isEqualTo(window(2, 20, ""));
        assertThat(FramePicture.voi(b, SLICE, second)).isEqualTo(window(4, 40, ""));
        assertThat(FramePicture.voi(frame(16, window(5, 50, "")), SLICE, second))
                .as("a frame with fewer shows its last")
                .isEqualTo(window(5, 50, ""));
        DataPresentation all = VoiChoice.of(a, "MR").getLast().on(second);
        assertThat(FramePicture.voi(a, SLICE, all).toGrey(1000)).isEqualTo(1);
        assertThat(FramePicture.voi(a, SLICE, all).toGrey(0)).isEqualTo(0);
    }

    @Test
    void withoutAnyWindowEightBitsAreGreysAndAFewWildValuesAreNotThePicture() {
        assertThat(DefaultVoi.of(frame(8), SLICE).toGrey(51)).isEqualTo(0.2);
        short[] values = new short[10_000];
        IntStream.range(0, values.length).forEach(i -> values[i] = (short) (i % 100));
        values[5000] = 30_000;
        Voi usual = DefaultVoi.of(frame(16), GreySlice.of(100, 100, values, 1, 0));
        assertThat(usual.toGrey(99)).isEqualTo(1);
        assertThat(usual.toGrey(0)).isEqualTo(0);
        values[5000] = 150;
        assertThat(DefaultVoi.of(frame(16), GreySlice.of(100, 100, values, 1, 0))
                        .toGrey(99))
                .as("values that belong to the picture stay inside")
                .isEqualTo(0.66);
    }

    private static Voi.Window window(double center, double width, String label) {
        return new Voi.Window(center, width, Voi.Function.LINEAR, label);
    }

    private static ImageFrame frame(int bits, Voi... vois) {
        return new ImageFrame(
                new FrameRef(new SopInstanceUid("2.25.1"), 0),
                new PixelFormat(1, 2, 1, bits, bits, bits - 1, false, "MONOCHROME2", 0),
                null,
                null,
                PixelScale.None.SQUARE,
                new ModalityLut.Linear(1, 0, ValueUnit.NONE),
                List.of(vois),
                false,
                null,
                null,
                List.of(),
                FrameFacts.NONE);
    }
}
