package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewResolver;
import picocli.CommandLine.Option;

/// A second series over the first: which, in what colours, how opaque.
// [impl->req~cli.mpr-fuse~1]
final class FuseOptions {
    private static final Palette DEFAULT = Palettes.of("hot-metal-blue").orElseThrow();
    private static final double DEFAULT_OPACITY = 0.5;

    @Option(names = "--fuse", paramLabel = "FOLDER", description = "${bundle:cli.mpr.fuse}")
    private @Nullable Path folder;

    @Option(
            names = "--fuse-window",
            paramLabel = "C,W",
            converter = Values.WindowReader.class,
            description = "${bundle:cli.mpr.fuse-window}")
    private @Nullable Voi window;

    @Option(
            names = "--fuse-palette",
            paramLabel = "NAME",
            converter = Values.PaletteReader.class,
            description = "${bundle:cli.mpr.fuse-palette}")
    private @Nullable Palette palette;

    @Option(names = "--opacity", paramLabel = "PART", description = "${bundle:cli.mpr.opacity}")
    private @Nullable Double opacity;

    boolean isAsked() {
        return folder != null;
    }

    /// The message key of what is wrong with the options together; null when they can be done.
    @Nullable
    String fault() {
        if (folder == null && (window != null || palette != null || opacity != null)) {
            return "cli.mpr.fuse-needs";
        }
        return opacity == null || opacity >= 0 && opacity <= 1 ? null : "cli.mpr.opacity-range";
    }

    /// The second series for a picture of `base`; nothing when none was asked for.
    ///
    /// **Errors:** [CommandRefusedException] when the two do not share a frame of reference: only then do places of
    /// one mean those of the other.
    ViewExtras over(SeriesVolume base, Terminal terminal) throws WorkstationException, IOException {
        if (folder == null) {
            return ViewExtras.NONE;
        }
        SeriesVolume second = SeriesVolume.open(folder, terminal);
        if (base.frameOfReference().isEmpty() || !base.frameOfReference().equals(second.frameOfReference())) {
            throw new CommandRefusedException("cli.mpr.fuse-frames", List.of());
        }
        Voi voi = window != null ? window : second.defaultVoi();
        DataPresentation data =
                new DataPresentation(voi, false, palette != null ? palette : DEFAULT, Interpolation.LINEAR);
        return ViewExtras.NONE.withFusion(new Fusion(
                second.volume(),
                AffineMap.IDENTITY,
                new ViewResolver.Look(voi, second.isInverse(), data),
                opacity != null ? opacity : DEFAULT_OPACITY,
                Fusion.Blend.BY_VALUE));
    }
}
