package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.OutlineText;
import org.readingroom.viewer.summary.ObjectSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `show`: what an object that is not a plain image says, as text a person can read.
@Command(name = "show", description = "${bundle:cli.show.description}")
final class ShowCommand extends HeadlessCommand {
    @Parameters(paramLabel = "FILE", description = "${bundle:cli.show.file}")
    private Path file = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    ShowCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.show~1]
    @Override
    int run() throws WorkstationException, IOException {
        OutlineNode outline = ObjectSummary.of(DicomPaths.read(file))
                .orElseThrow(() -> new CommandRefusedException("cli.show.nothing", List.of()));
        OutlineText text = new OutlineText(terminal.words());
        if (json.isOn()) {
            terminal.line(JsonOption.text(text.map(outline)));
        } else {
            text.lines(outline).forEach(terminal::line);
        }
        return ExitCode.DONE;
    }
}
