package org.readingroom.desktop.desk;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.viewport.ResolvedPicture;

/// The picture of a view as it is on the screen, for files and the clipboard.
///
/// The picture is drawn anew, without the curve of the monitor on which the window stands: another screen
/// has another one. Marks and words are those on the screen.
///
/// **Shape:** `argb` row-major, opaque. **Owner:** whoever has the photo.
// [impl->req~export.pictures~1]
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ViewPhoto(int columns, int rows, int[] argb) {
    /// What is in it beside the picture: marks, and the words that tell whose it is.
    public record Wish(boolean withMarks, boolean withPatient) {}

    /// Takes the photo of what `node` shows now, then calls one of the two on FX; nothing when it shows no
    /// picture.
    ///
    /// **Thread:** FX.
    public static Optional<Handle> take(
            ViewportNode node, PictureMaker maker, Wish wish, Consumer<ViewPhoto> done, Consumer<Exception> failed) {
        return node.layers().map(layers -> {
            int columns = (int) Math.round(node.getWidth());
            int rows = (int) Math.round(node.getHeight());
            PictureBounds bounds = PictureBounds.of(layers.drawn(), columns, rows);
            WritableImage over = over(node, layers, wish, columns, rows);
            ResolvedPicture picture = layers.drawn().resolved();
            return maker.drawPlain(
                    picture, argb -> done.accept(together(picture, argb, bounds, over, columns, rows)), failed);
        });
    }

    /// Marks and words alone, on no ground.
    private static WritableImage over(ViewportNode node, ViewLayers layers, Wish wish, int columns, int rows) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        String style = node.getStyle();
        layers.image().setVisible(false);
        layers.marks().setVisible(wish.withMarks());
        layers.decor().pose(wish.withPatient());
        layers.signs().forEach(sign -> sign.setOpacity(0));
        node.setStyle("-fx-background-color: transparent;");
        try {
            return node.snapshot(parameters, new WritableImage(columns, rows));
        } finally {
            node.setStyle(style);
            layers.signs().forEach(sign -> sign.setOpacity(1));
            layers.decor().rest();
            layers.marks().setVisible(true);
            layers.image().setVisible(true);
        }
    }

    private static ViewPhoto together(
            ResolvedPicture picture, int[] argb, PictureBounds bounds, WritableImage over, int columns, int rows) {
        BufferedImage all = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = all.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        BufferedImage drawn = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(0, 0, picture.width(), picture.height(), argb, 0, picture.width());
        canvas.drawImage(
                drawn,
                (int) Math.round(bounds.x()),
                (int) Math.round(bounds.y()),
                (int) Math.round(bounds.width()),
                (int) Math.round(bounds.height()),
                null);
        int[] words = new int[columns * rows];
        over.getPixelReader()
                .getPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), IntBuffer.wrap(words), columns);
        BufferedImage written = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        written.setRGB(0, 0, columns, rows, words, 0, columns);
        canvas.drawImage(written, 0, 0, null);
        canvas.dispose();
        return new ViewPhoto(columns, rows, all.getRGB(0, 0, columns, rows, null, 0, columns));
    }
}
