package org.readingroom.viewer.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.volume.GreySlice;

// [utest->req~view.presets~1]
// [utest->req~view.voi~1]
class DefaultVoiTest {
    private static final GreySlice SLICE = GreySlice.of(
            3, 1, new short[] {-100, 20, 300}, 0.5f, -10, new GreySlice.PaddingRange((short) 300, (short) 300));

    @Test
    void theFirstWindowOfTheFileIsTaken() {
        ImageFrame plain = new TestFrames(3, p -> 0).set().frames().getFirst();
        Voi first = Voi.Window.linear(1, 2);
        ImageFrame frame = new ImageFrame(
                plain.ref(),
                plain.format(),
                plain.plane(),
                plain.frameOfReference(),
                plain.scale(),
                plain.modalityLut(),
                List.of(first, Voi.Window.linear(3, 4)),
                false,
                null,
                null,
                List.of(),
                plain.facts());
        assertSame(first, DefaultVoi.of(frame, SLICE));
    }

    @Test
    void withoutOneTheLowestValueIsBlackAndTheHighestWhitePaddingApart() {
        Voi whole = DefaultVoi.wholeRange(SLICE);
        // modality values -60 and 0; padding would be 140
        assertEquals(0, whole.toGrey(-60), 1e-6);
        assertEquals(1, whole.toGrey(0), 1e-6);
        assertEquals(0.5, whole.toGrey(-30), 1e-6);
    }

    /// Ends in HU: lung after Hansell and others (2008); the others in common use.
    @ParameterizedTest
    @CsvSource({
        "lung, -1350, 150",
        "mediastinum, -160, 240",
        "bone, -500, 1300",
        "abdomen, -125, 225",
        "liver, -20, 140",
        "brain, 0, 80",
        "stroke, 12, 52",
        "angiography, 0, 600",
        "wide, -1250, 1250"
    })
    void presetsOfCtHaveTheirEnds(String id, double low, double high) {
        Voi.Window window = WindowPresets.of("CT").stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow()
                .window();
        assertEquals(low, window.center() - window.width() / 2);
        assertEquals(high, window.center() + window.width() / 2);
        assertEquals(List.of(), WindowPresets.of("MR"));
    }
}
