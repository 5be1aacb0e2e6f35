package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceDecoder;
import org.readingroom.viewer.volume.Subtractions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `render`: one frame as the desk would show it, fitted, as PNG.
///
/// **Order:** frames count from 1: of a file as DICOM numbers them, of a folder in the order of scrolling through
/// its largest display set.
@Command(name = "render", description = "${bundle:cli.render.description}")
final class RenderCommand extends HeadlessCommand {
    @Parameters(paramLabel = "FILE|FOLDER", description = "${bundle:cli.render.path}")
    private Path path = Path.of("");

    @Option(names = "--frame", paramLabel = "N", description = "${bundle:cli.render.frame}")
    private int frame = 1;

    @Option(names = "--out", paramLabel = "PNG", required = true, description = "${bundle:cli.render.out}")
    private Path out = Path.of("");

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Mixin
    private FileOptions file = new FileOptions();

    RenderCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.render~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (frame < 1) {
            throw usage("cli.usage.frame");
        }
        DicomPaths images = DicomPaths.open(path);
        ImageFrame chosen = Files.isDirectory(path) ? ofFolder(images) : images.frameOfFile(frame);
        DataPresentation data = file.data(picture.data(), chosen);
        Slice slice = data.subtracts(chosen)
                ? Subtractions.slice(images.setOf(chosen), chosen, frame -> decoded(images, frame))
                : decoded(images, chosen);
        Values.PictureSize drawn =
                picture.size().orElseGet(() -> new Values.PictureSize(slice.columns(), slice.rows()));
        ResolvedView view = FramePicture.resolve(
                chosen,
                slice,
                data,
                ViewPresentation.FIT,
                ViewResolver.PictureSize.pixels(drawn.width(), drawn.height()));
        picture.draw(view, out);
        return ExitCode.DONE;
    }

    private static Slice decoded(DicomPaths images, ImageFrame frame) throws WorkstationException {
        return SliceDecoder.slice(frame, images.load(frame.ref(), Priority.ON_SCREEN));
    }

    private ImageFrame ofFolder(DicomPaths images) throws CommandRefusedException {
        DisplaySet set = images.largest();
        if (images.sets().size() > 1) {
            terminal.note(words(
                    "cli.render.several", images.sets().size(), set.frames().size()));
        }
        if (frame > set.frames().size()) {
            throw new CommandRefusedException(
                    "cli.fault.no-frame", List.of(frame, set.frames().size()));
        }
        return set.frames().get(frame - 1);
    }
}
