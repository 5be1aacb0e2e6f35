package org.readingroom.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Anatomical;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.viewport.ViewTransform;
import org.readingroom.viewer.volume.FrameVolume;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

// [utest->req~hanging.mirror-by-orientation~1]
class ScreenOrientationTest {
    /// The frame runs L and P; every wanted pair of axes of its plane is held against the letters
    /// that the view itself derives from the patient's axes.
    @ParameterizedTest
    @CsvSource({"L,P", "R,P", "L,A", "R,A", "P,L", "P,R", "A,L", "A,R"})
    void theScreenShowsTheLettersThatWereWanted(String right, String down) {
        TestFrames frames = new TestFrames(1, p -> 0);
        ImageFrame frame = frames.set().frames().getFirst();
        ScreenOrientation found =
                ScreenOrientation.of("L\\P", right + "\\" + down).orElseThrow();
        Volume volume = FrameVolume.of(
                frame,
                GreySlice.of(TestFrames.SIDE, TestFrames.SIDE, new short[TestFrames.SIDE * TestFrames.SIDE], 1, 0));
        ViewTransform shown = ViewResolver.transform(
                volume,
                FramePicture.plane(volume),
                new ViewPresentation(1, 0, 0, found.turnDegrees(), found.mirrored()),
                PictureSize.pixels(100, 100));
        assertEquals(right, shown.lettersRight());
        assertEquals(down, Anatomical.letters(shown.screenToWorld().y()));
    }

    @Test
    void aMammogramAsItShouldBeStaysAsItIs() {
        assertEquals(Optional.of(ScreenOrientation.AS_STORED), ScreenOrientation.of("P\\L", "P\\L"));
        assertEquals(Optional.of(ScreenOrientation.AS_STORED), ScreenOrientation.of("A\\FR", "A\\F"));
    }

    @Test
    void theOtherWayRoundIsMirroredAndUpsideDownIsTurned() {
        assertEquals(Optional.of(new ScreenOrientation(0, true)), ScreenOrientation.of("A\\L", "P\\L"));
        assertEquals(Optional.of(new ScreenOrientation(180, false)), ScreenOrientation.of("A\\R", "P\\L"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "P\\", "\\L", "X\\L", "P\\P", "P\\A", "F\\L", "P\\L\\F"})
    void nothingIsMirroredOnAGuess(String stored) {
        assertEquals(Optional.empty(), ScreenOrientation.of(stored, "P\\L"));
        assertEquals(Optional.empty(), ScreenOrientation.of("P\\L", stored));
    }
}
