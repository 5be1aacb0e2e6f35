package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `screenshots`: the real window plays the demo line by itself and keeps a picture of each step.
///
/// It works on a demo home of its own, which is thrown away; the pictures lie in a folder named by the language.
@Command(name = "screenshots", description = "${bundle:cli.screenshots.description}")
final class ScreenshotsCommand extends HeadlessCommand {
    private final DesktopWindow window;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "${bundle:cli.screenshots.out}")
    private Path out = Path.of("");

    @Option(names = "--reduced", description = "${bundle:cli.screenshots.reduced}")
    private boolean reduced;

    ScreenshotsCommand(Terminal terminal, DesktopWindow window) {
        super(terminal);
        this.window = window;
    }

    // [impl->req~cli.screenshots~1]
    @Override
    int run() throws WorkstationException, IOException {
        Path folder = out.resolve(terminal.words().locale().getLanguage().equals("zh") ? "zh" : "en");
        Files.createDirectories(folder);
        Path stopped = folder.resolve("stopped.png");
        Files.deleteIfExists(stopped);
        Path home = Files.createTempDirectory("readingroom-tour");
        try {
            window.open(home.resolve("home"), true, terminal.words().locale(), folder, null);
        } finally {
            Folders.delete(home);
        }
        try (Stream<Path> pictures = Files.list(folder)) {
            for (Path picture : pictures.filter(path -> path.toString().endsWith(".png"))
                    .sorted()
                    .toList()) {
                if (reduced) {
                    ImageIO.write(ReducedPicture.of(ImageIO.read(picture.toFile())), "png", picture.toFile());
                }
                terminal.line(picture.toString());
            }
        }
        return Files.exists(stopped) ? ExitCode.REFUSED : ExitCode.DONE;
    }
}
