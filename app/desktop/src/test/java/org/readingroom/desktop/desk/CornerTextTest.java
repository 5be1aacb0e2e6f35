package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewState;

/// The corners say what the file says, in both languages.
// [utest->req~desk.corner-text~1]
// [utest->req~desk.scale-bar~1]
class CornerTextTest {
    private final TestFrames frames = new TestFrames(3, p -> 0);
    private final CornerText english = new CornerText(Messages.of(Locale.ENGLISH));
    private final CornerText chinese = new CornerText(Messages.of(Locale.CHINESE));

    @Test
    void whoAndWhenAreNamed() {
        assertEquals(List.of("Test Frames", "T-1", "O 56 y"), english.patient(frames.set()));
        assertEquals(List.of("2026-01-01 10:15", "formula"), english.study(frames.set()));
    }

    @Test
    void aReformatSaysThatItIsOne() {
        List<String> lines = chinese.frame(frames.set(), ViewState.START.cut(PlaneKind.CORONAL, 4), 4, 16, null);
        assertEquals(List.of("冠状重建", "CT  序列 3  图 5/16"), lines);
    }

    @Test
    void windowsAreWrittenWithoutNoise() {
        assertEquals("W 400  L 40", english.window(Voi.Window.linear(40, 400)));
        assertEquals("W 0.05  L 0.025", english.window(new Voi.Window(0.025, 0.05, Voi.Function.LINEAR_EXACT, "")));
        assertEquals("-843", CornerText.number(-843));
    }

    @Test
    void theScaleBarIsAsLongAsItSays() {
        for (double mmPerPixel : new double[] {0.02, 0.14, 0.5, 0.78, 3.1}) {
            ScaleBar bar = ScaleBar.fitting(mmPerPixel, 160);
            assertEquals(bar.lengthMm(), bar.pixels() * mmPerPixel, 1e-9);
            assertTrue(bar.pixels() <= 160);
        }
        assertEquals("5 cm", ScaleBar.fitting(0.5, 160).label());
        assertEquals("5 mm", ScaleBar.fitting(0.05, 160).label());
    }
}
