package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ViewResolver;
import picocli.CommandLine.Option;

/// How a picture is drawn: size, window, palette, engine.
final class PictureOptions {
    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Values.PictureSize.Reader.class,
            description = "${bundle:cli.option.size}")
    private Values.@Nullable PictureSize size;

    @Option(
            names = "--window",
            paramLabel = "C,W",
            converter = Values.WindowReader.class,
            description = "${bundle:cli.option.window}")
    private @Nullable Voi window;

    @Option(
            names = "--palette",
            paramLabel = "NAME",
            converter = Values.PaletteReader.class,
            description = "${bundle:cli.option.palette}")
    private Palette palette = Palettes.GREY;

    @Option(names = "--engine", paramLabel = "gpu|cpu", description = "${bundle:cli.option.engine}")
    private PicturePainter.Engine engine = PicturePainter.Engine.cpu;

    @Option(names = "--display", paramLabel = "FILE", description = "${bundle:cli.option.display}")
    private @Nullable Path display;

    /// Empty when the picture's own size will do.
    Optional<Values.PictureSize> size() {
        return Optional.ofNullable(size);
    }

    /// The look with the window asked for, else `fallback`.
    ViewResolver.Look look(Voi fallback, boolean inverse) {
        Voi voi = window != null ? window : fallback;
        return new ViewResolver.Look(voi, inverse, new DataPresentation(voi, false, palette, Interpolation.LINEAR));
    }

    /// How values become colours, with the window asked for if any.
    DataPresentation data() {
        return new DataPresentation(window, false, palette, Interpolation.LINEAR);
    }

    /// Draws `picture` into the PNG file `out`.
    void draw(ResolvedPicture picture, Path out) throws WorkstationException, IOException {
        PicturePainter.draw(picture, engine, display, out);
    }
}
