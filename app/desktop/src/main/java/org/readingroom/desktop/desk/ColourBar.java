package org.readingroom.desktop.desk;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.ResolvedView;

/// A palette with its values beside it; grey needs none.
// [impl->req~desk.colour-bar~1]
final class ColourBar {
    private ColourBar() {}

    /// Half way down the left of `left`, at most two fifths of `height` long.
    static void paint(GraphicsContext canvas, ResolvedView view, String unit, double left, double height) {
        Palette palette = view.palette();
        if (palette.equals(Palettes.GREY)) {
            return;
        }
        double length = Math.min(Palette.STEPS, height * 0.4);
        double top = Math.rint((height - length) / 2);
        for (int y = 0; y < length; y++) {
            int step = Math.clamp(Math.round(255 * (1 - y / (length - 1))), 0, 255);
            int argb = palette.argb(view.inverse() ? 255 - step : step);
            canvas.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
            canvas.fillRect(left, top + y, 8, 1);
        }
        double[] ends = WindowEnds.of(view.voi());
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setFont(Font.font("Noto Sans CJK SC", 11));
        ViewDecor.write(canvas, CornerText.number(ends[1]) + " " + unit, left + 12, top + 9);
        ViewDecor.write(canvas, CornerText.number((ends[0] + ends[1]) / 2), left + 12, top + length / 2 + 4);
        ViewDecor.write(canvas, CornerText.number(ends[0]), left + 12, top + length);
    }
}
