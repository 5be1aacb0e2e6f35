package org.readingroom.desktop.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.greyscale.CalibrationReader;
import org.readingroom.viewer.greyscale.TestPattern;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.PngWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pattern`: the picture to judge a monitor by, as PNG.
@Command(name = "pattern", description = "${bundle:cli.pattern.description}")
final class PatternCommand extends HeadlessCommand {
    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Values.PictureSize.Reader.class,
            description = "${bundle:cli.pattern.size}")
    private Values.PictureSize size = new Values.PictureSize(1024, 1024);

    @Option(names = "--display", paramLabel = "FILE", description = "${bundle:cli.option.display}")
    private @Nullable Path display;

    @Option(names = "--out", paramLabel = "PNG", required = true, description = "${bundle:cli.pattern.out}")
    private Path out = Path.of("");

    PatternCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.pattern~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (Math.min(size.width(), size.height()) < TestPattern.SMALLEST_SIDE) {
            throw usage("cli.usage.pattern-size");
        }
        int[] argb = display == null
                ? TestPattern.argb(size.width(), size.height())
                : TestPattern.argb(size.width(), size.height(), CalibrationReader.read(display));
        try (OutputStream png = new BufferedOutputStream(Files.newOutputStream(out))) {
            PngWriter.write(argb, size.width(), size.height(), png);
        }
        return ExitCode.DONE;
    }
}
