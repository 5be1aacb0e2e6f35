package org.readingroom.desktop.desk;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.film.PaperScale;
import org.readingroom.viewer.film.PicturePart;
import org.readingroom.viewer.film.TrueScale;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// A flat picture as it stood in a view, to be drawn again at any size away from the screen.
///
/// It keeps the pixels it is made of. Marks are those there are when it is drawn.
// [impl->req~film.pictures~1]
public final class TakenPicture {
    private final DisplaySet set;
    private final FlatRecipe recipe;
    private final ViewPresentation presentation;
    private final List<String> warnings;

    private TakenPicture(DisplaySet set, FlatRecipe recipe, ViewPresentation presentation, List<String> warnings) {
        this.set = set;
        this.recipe = recipe;
        this.presentation = presentation;
        this.warnings = List.copyOf(warnings);
    }

    /// The flat picture of a view; nothing while there is none, or while it shows a volume from outside or a sheet.
    ///
    /// **Thread:** FX.
    public static Optional<TakenPicture> of(ViewportModel view, ReadingDeskModel desk) {
        OpenSet open = view.setProperty().get();
        if (open == null || !view.isFlat()) {
            return Optional.empty();
        }
        Optional<FlatRecipe> recipe = view.frame().isPresent()
                ? FlatPictures.frame(view, open, Sight.of(view).at(open, view.index()), Quality.FULL)
                : FlatPictures.cut(view, open, Quality.FULL);
        return recipe.map(found -> taken(view, desk, open, found));
    }

    /// Frame `index` of the set in a view, as the view shows its frames; nothing while its pixels are on their way,
    /// which this asks for.
    ///
    /// **Thread:** FX.
    public static Optional<TakenPicture> frame(ViewportModel view, ReadingDeskModel desk, OpenSet open, int index) {
        return FlatPictures.frame(view, open, Sight.of(view).at(open, index), Quality.FULL)
                .map(found -> taken(view, desk, open, found));
    }

    private static TakenPicture taken(ViewportModel view, ReadingDeskModel desk, OpenSet open, FlatRecipe recipe) {
        return new TakenPicture(
                open.displaySet(), recipe, view.presentationProperty().get(), desk.warnings(view));
    }

    public DisplaySet displaySet() {
        return set;
    }

    /// Where in its series it stands, from 1, and of how many.
    public int number() {
        return recipe.sight().index() + 1;
    }

    /// Whether it may come out in colour.
    public boolean isColour() {
        return recipe.volume().isColour()
                || recipe.extras().fusion() != null
                || !recipe.look().data().palette().equals(Palettes.GREY);
    }

    /// Whose millimetres its scale has; nothing without a scale.
    public Optional<TrueScale> scale() {
        return TrueScale.of(recipe.frame(), recipe.volume().isInPatient());
    }

    /// How wide and high it is, turned as in the view.
    ///
    /// **Units:** millimetres where there is a scale.
    public double[] extent() {
        return PaperScale.extent(recipe.volume(), recipe.plane(), presentation);
    }

    /// What lay in the middle of the view, from the centre of the picture.
    ///
    /// **Order:** to the right, down.
    public double[] wished() {
        return new double[] {-presentation.panRight(), -presentation.panDown()};
    }

    /// As in the view, its zoom kept.
    Picture.Ready fitted(PictureSize size) {
        return ready(presentation, size);
    }

    /// So that a logical pixel of `size` covers `mmPerPixel`.
    Picture.Ready atTrueSize(PictureSize size, double mmPerPixel, PicturePart part) {
        return ready(
                PaperScale.atTrueSize(recipe.volume(), recipe.plane(), presentation, size, mmPerPixel, part), size);
    }

    private Picture.Ready ready(ViewPresentation wanted, PictureSize size) {
        return recipe.withZoom(wanted.zoom()).ready(wanted, size);
    }

    List<String> warnings() {
        return new ArrayList<>(warnings);
    }

    /// Draws on the processor, as large as a printer wants it: a card may hold no such picture.
    ///
    /// **Thread:** any but FX.
    static int[] draw(Picture.Ready picture) {
        int count = Math.multiplyExact(picture.view().width(), picture.view().height());
        int[] argb = new int[count];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(picture.view(), IntBuffer.wrap(argb));
        }
        return argb;
    }
}
