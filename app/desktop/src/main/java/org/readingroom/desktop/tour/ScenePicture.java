package org.readingroom.desktop.tour;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// A picture of the window, with the menus and tooltips over it, as a PNG file.
///
/// **Thread:** FX.
final class ScenePicture {
    private ScenePicture() {}

    static void write(Scene scene, Path file) throws IOException {
        BufferedImage drawn = drawn(scene.snapshot(null), BufferedImage.TYPE_INT_RGB);
        Graphics2D over = drawn.createGraphics();
        over.setComposite(AlphaComposite.SrcOver);
        for (Window popup : List.copyOf(Window.getWindows())) {
            if (popup instanceof PopupWindow && popup.isShowing()) {
                double x = popup.getX() - scene.getWindow().getX() - scene.getX();
                double y = popup.getY() - scene.getWindow().getY() - scene.getY();
                over.drawImage(popup(popup.getScene()), (int) Math.round(x), (int) Math.round(y), null);
            }
        }
        over.dispose();
        if (!ImageIO.write(drawn, "png", file.toFile())) {
            throw new IOException("no writer for PNG");
        }
    }

    /// A popup's scene without its ground, which the screen shows through.
    private static BufferedImage popup(Scene scene) {
        Paint ground = scene.getFill();
        scene.setFill(Color.TRANSPARENT);
        BufferedImage drawn = drawn(scene.snapshot(null), BufferedImage.TYPE_INT_ARGB);
        scene.setFill(ground);
        return drawn;
    }

    private static BufferedImage drawn(WritableImage image, int type) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage drawn = new BufferedImage(width, height, type);
        drawn.setRGB(0, 0, width, height, pixels, 0, width);
        return drawn;
    }
}
