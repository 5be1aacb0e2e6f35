package org.readingroom.desktop.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.film.PaperScale;
import org.readingroom.viewer.film.PicturePart;
import org.readingroom.viewer.film.RectangleMm;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Paints pictures for the cells of pages, at the resolution of the printer: drawn by the processor, marks and words
/// laid over by the toolkit, nothing of it from the screen.
///
/// **Thread:** made on FX, used on any other.
// [impl->req~film.pictures~1]
public final class PagePainter {
    /// chosen: letters of the corners are then some three millimetres high, as in a report.
    private static final double PIXELS_PER_INCH = 110;

    /// chosen: letters of two millimetres; below, they cannot be read.
    private static final double MOST_PIXELS_PER_INCH = 180;

    /// What a view needs to show its corners and scale bar.
    private static final double ROOMY_PIXELS = 264;

    private final ReadingDeskModel desk;
    private final Executor fx;
    private final ViewDecor decor;

    /// `fx` runs what it is given on the toolkit's thread.
    public PagePainter(ReadingDeskModel desk, Words words, Executor fx) {
        this.desk = desk;
        this.fx = fx;
        this.decor = new ViewDecor(desk, new ViewportModel(), words);
        decor.setManaged(false);
        Pane root = new Pane(decor);
        root.setStyle("-fx-background-color: transparent;");
        Theme.dress(new Scene(root, 16, 16));
    }

    /// A painted cell.
    ///
    /// **Shape:** 0xFFRRGGBB, row by row.
    public record Cell(int[] argb, int columns, int rows) {}

    /// The picture as the view shows it, as large as the cell allows.
    public Cell fitted(TakenPicture taken, RectangleMm cell, double dotsPerInch, PageLook look)
            throws InterruptedException {
        PictureSize size = size(cell, dotsPerInch);
        return paint(taken, taken.fitted(size), size, look);
    }

    /// The picture, or a part of it, at true size.
    // [impl->req~film.true-size~1]
    public Cell atTrueSize(TakenPicture taken, PicturePart part, RectangleMm cell, double dotsPerInch, PageLook look)
            throws InterruptedException {
        PictureSize size = size(cell, dotsPerInch);
        double mmPerPixel = PaperScale.mmPerElement(dotsPerInch) * size.density();
        return paint(taken, taken.atTrueSize(size, mmPerPixel, part), size, look);
    }

    /// Whole picture elements, and as many logical pixels as words and scale bar need to be read.
    private static PictureSize size(RectangleMm cell, double dotsPerInch) {
        int columns = PaperScale.elements(cell.width(), dotsPerInch);
        int rows = PaperScale.elements(cell.height(), dotsPerInch);
        double side = Math.min(columns, rows) / dotsPerInch;
        double perInch = Math.clamp(ROOMY_PIXELS / side, PIXELS_PER_INCH, MOST_PIXELS_PER_INCH);
        double density = dotsPerInch / perInch;
        return new PictureSize(columns / density, rows / density, density);
    }

    private Cell paint(TakenPicture taken, Picture.Ready picture, PictureSize size, PageLook look)
            throws InterruptedException {
        int columns = picture.view().width();
        int rows = picture.view().height();
        int[] argb = TakenPicture.draw(picture);
        CompletableFuture<Void> laidOver = new CompletableFuture<>();
        fx.execute(() -> {
            try {
                if (look.hasMarks()) {
                    over(argb, marks(taken, picture, size), columns, rows, 1);
                }
                over(argb, words(taken, picture, size, look), columns, rows, size.density());
                laidOver.complete(null);
            } catch (RuntimeException | Error e) {
                laidOver.completeExceptionally(e);
            }
        });
        try {
            laidOver.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("marks or words could not be painted", e.getCause());
        }
        return new Cell(argb, columns, rows);
    }

    private Node marks(TakenPicture taken, Picture.Ready picture, PictureSize size) {
        Canvas canvas = new Canvas(picture.view().width(), picture.view().height());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.scale(size.density(), size.density());
        desk.toolLayer().paintForPage(pen, new PictureContext(picture, taken.displaySet(), () -> {}, () -> {}));
        return canvas;
    }

    private Node words(TakenPicture taken, Picture.Ready picture, PictureSize size, PageLook look) {
        decor.forPage(size.density(), look.hasWords(), look.lines());
        decor.resizeRelocate(0, 0, size.width(), size.height());
        decor.say(picture, taken.displaySet(), taken.warnings());
        decor.applyCss();
        decor.layout();
        return decor;
    }

    /// Lays what `node` shows over the picture.
    private static void over(int[] argb, Node node, int columns, int rows, double scale) {
        SnapshotParameters asIs = new SnapshotParameters();
        asIs.setFill(Color.TRANSPARENT);
        asIs.setTransform(Transform.scale(scale, scale));
        asIs.setViewport(new Rectangle2D(0, 0, columns, rows));
        WritableImage image = node.snapshot(asIs, new WritableImage(columns, rows));
        int[] above = new int[columns];
        for (int row = 0; row < rows; row++) {
            image.getPixelReader().getPixels(0, row, columns, 1, PixelFormat.getIntArgbInstance(), above, 0, columns);
            for (int column = 0; column < columns; column++) {
                if (above[column] >>> 24 != 0) {
                    argb[row * columns + column] = blend(argb[row * columns + column], above[column]);
                }
            }
        }
    }

    private static int blend(int below, int above) {
        int alpha = above >>> 24;
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = ((above >> shift & 0xFF) * alpha + (below >> shift & 0xFF) * (255 - alpha) + 127) / 255;
            mixed = mixed << 8 | part;
        }
        return mixed;
    }
}
