package org.readingroom.viewer.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.FrameLayers;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// A black image of 16 x 16 with one pixel at column 3, row 5 in an overlay, drawn in many ways.
// [utest->req~view.file-layers~1]
class LayerPainterTest {
    private static final int SIDE = 16;
    private static final OverlayPlane POINT = point(OverlayPlane.Kind.GRAPHICS);

    @Test
    void atOneToOneOnePixelIsOneElement() {
        assertThat(marked(draw(ViewPresentation.FIT, SIDE, layers(POINT, null))))
                .containsExactly(5 * SIDE + 3);
    }

    @Test
    void enlargedThePixelIsASquareInItsPlace() {
        int[] picture = draw(ViewPresentation.FIT, 4 * SIDE, layers(POINT, null));
        int[] expected = new int[16];
        for (int i = 0; i < 16; i++) {
            expected[i] = (20 + i / 4) * 4 * SIDE + 12 + i % 4;
        }
        assertThat(marked(picture)).containsExactly(expected);
    }

    @Test
    void turnedAndMirroredItGoesWithTheImage() {
        // a quarter clockwise: column 15 - 5, row 3; mirrored: column 15 - 3
        assertThat(marked(draw(ViewPresentation.FIT.turned(90), SIDE, layers(POINT, null))))
                .containsExactly(3 * SIDE + 10);
        assertThat(marked(draw(ViewPresentation.FIT.mirroredHorizontally(), SIDE, layers(POINT, null))))
                .containsExactly(5 * SIDE + 12);
    }

    /// Every one of the 256 pixels, each alone in its overlay, must be seen in a picture of 5 x 5.
    @Test
    void reducedNoBitIsLost() {
        for (int at = 0; at < SIDE * SIDE; at++) {
            byte[] bits = new byte[SIDE * SIDE / 8];
            bits[at >> 3] = (byte) (1 << (at & 7));
            OverlayPlane alone = plane(OverlayPlane.Kind.GRAPHICS, bits);
            int[] picture = draw(ViewPresentation.FIT, 5, layers(alone, null));
            int column = (int) ((at % SIDE + 0.5) * 5 / SIDE);
            int row = (int) ((at / SIDE + 0.5) * 5 / SIDE);
            assertThat(marked(picture)).as("pixel " + at).containsExactly(row * 5 + column);
        }
    }

    @Test
    void reducedAndTurnedItIsStillInItsPlace() {
        // a quarter clockwise (10, 3), reduced by two
        assertThat(marked(draw(ViewPresentation.FIT.turned(90), SIDE / 2, layers(POINT, null))))
                .containsExactly(1 * (SIDE / 2) + 5);
    }

    @Test
    void theShutterHidesImageAndOverlayInItsOwnGrey() {
        DisplayShutter shutter =
                new DisplayShutter(new DisplayShutter.Rectangle(4, 0, 15, 15), null, List.of(), null, 0xFF404040);
        for (int side : new int[] {SIDE, 5}) {
            int[] picture = draw(ViewPresentation.FIT, side, layers(POINT, shutter));
            assertThat(marked(picture)).as("overlay under the shutter, " + side).isEmpty();
            assertThat(picture[0]).isEqualTo(0xFF404040);
            assertThat(picture[side - 1]).isEqualTo(0xFF000000);
        }
        int[] moved = draw(ViewPresentation.FIT.panned(8, 0), SIDE, layers(POINT, shutter));
        assertThat(moved[0]).as("beside the image there is nothing to hide").isEqualTo(0xFF000000);
    }

    @Test
    void aRegionLetsThePictureThroughAndColoursReplaceIt() {
        int[] region = draw(ViewPresentation.FIT, SIDE, layers(point(OverlayPlane.Kind.REGION), null));
        assertThat(region[5 * SIDE + 3]).isEqualTo(0xFF000000 | 0x3C / 3 << 16 | 0xC8 / 3 << 8 | 0xFF / 3);
        int[] colours = new int[SIDE * SIDE];
        colours[7] = 0xFF112233;
        int[] coloured = draw(ViewPresentation.FIT, SIDE, new FrameLayers(List.of(), null, colours));
        assertThat(coloured[7]).isEqualTo(0xFF112233);
        assertThat(coloured[8]).isEqualTo(0xFF000000);
    }

    private static OverlayPlane point(OverlayPlane.Kind kind) {
        byte[] bits = new byte[SIDE * SIDE / 8];
        bits[(5 * SIDE + 3) / 8] = 1 << (5 * SIDE + 3) % 8;
        return plane(kind, bits);
    }

    private static OverlayPlane plane(OverlayPlane.Kind kind, byte[] bits) {
        return new OverlayPlane(0x6000, kind, SIDE, SIDE, 0, 0, bits, 0, "", "", "");
    }

    private static FrameLayers layers(OverlayPlane overlay, @Nullable DisplayShutter shutter) {
        return new FrameLayers(List.of(overlay), shutter, null);
    }

    private static int[] marked(int[] picture) {
        return java.util.stream.IntStream.range(0, picture.length)
                .filter(i -> picture[i] == LayerPainter.GRAPHICS)
                .toArray();
    }

    private static int[] draw(ViewPresentation presentation, int side, FrameLayers layers) {
        Volume volume =
                new Volume(List.of(GreySlice.of(SIDE, SIDE, new short[SIDE * SIDE], 1, 0)), AffineMap.IDENTITY, false);
        Voi voi = Voi.Window.linear(100, 100);
        DataPresentation data = new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR);
        ResolvedView view = ViewResolver.resolve(
                volume,
                FramePicture.plane(volume),
                Slab.THIN,
                presentation,
                new ViewResolver.Look(voi, false, data, layers),
                ViewResolver.PictureSize.pixels(side, side));
        int[] picture = new int[side * side];
        new CpuRenderer().render(view, IntBuffer.wrap(picture));
        return picture;
    }
}
