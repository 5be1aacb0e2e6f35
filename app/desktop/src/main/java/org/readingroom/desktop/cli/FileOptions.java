package org.readingroom.desktop.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.ShownLayers;
import picocli.CommandLine.Option;

/// Which of the things that the file itself brings along are used: its windows, overlays, shutter, mask.
final class FileOptions {
    /// Frames as they were taken, or with the mask taken off.
    enum Mask {
        off(ShownLayers.Subtraction.NATIVE),
        on(ShownLayers.Subtraction.SUBTRACTED);

        private final ShownLayers.Subtraction subtraction;

        Mask(ShownLayers.Subtraction subtraction) {
            this.subtraction = subtraction;
        }
    }

    @Option(names = "--voi", paramLabel = "N", description = "${bundle:cli.option.voi}")
    private @Nullable Integer voi;

    @Option(names = "--no-overlays", description = "${bundle:cli.option.no-overlays}")
    private boolean noOverlays;

    @Option(names = "--no-shutter", description = "${bundle:cli.option.no-shutter}")
    private boolean noShutter;

    @Option(names = "--mask", paramLabel = "on|off", description = "${bundle:cli.option.mask}")
    private @Nullable Mask mask;

    /// `data` with what was asked for.
    ///
    /// **Errors:** [CommandRefusedException] when the frame has no such window or no mask.
    DataPresentation data(DataPresentation data, ImageFrame frame) throws CommandRefusedException {
        DataPresentation asked = data;
        if (voi != null) {
            if (voi < 0 || voi > frame.vois().size()) {
                throw new CommandRefusedException(
                        "cli.fault.no-voi", List.of(voi, frame.vois().size()));
            }
            asked = asked.withFileVoi(voi - 1);
        }
        if (mask == Mask.on && frame.extras().mask() == null) {
            throw new CommandRefusedException("cli.fault.no-mask", List.of());
        }
        ShownLayers shown = asked.layers().withOverlays(!noOverlays).withShutter(!noShutter);
        if (mask == null) {
            return asked.withLayers(shown);
        }
        DataPresentation chosen = asked.withLayers(shown.withSubtraction(mask.subtraction));
        return data.voi() == null ? chosen : chosen.withVoi(data.voi());
    }
}
