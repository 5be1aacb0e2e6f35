package org.readingroom.desktop.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomJson;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `dump`: the data set of a file as DICOM JSON; what is wrong with the file goes to standard error.
///
/// **Source:** DICOM PS3.18 annex F.
@Command(name = "dump", description = "${bundle:cli.dump.description}")
final class DumpCommand extends HeadlessCommand {
    @Parameters(paramLabel = "FILE", description = "${bundle:cli.dump.file}")
    private Path file = Path.of("");

    /// JSON is the only form there is; the option is taken so that scripts may always say it.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private JsonOption json = new JsonOption();

    DumpCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.dump~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (Files.isDirectory(file)) {
            throw usage("cli.dump.folder");
        }
        DicomFile dicom = DicomPaths.read(file);
        StringWriter text = new StringWriter();
        DicomJson.write(dicom.dataSet(), text);
        terminal.line(text.toString());
        dicom.defects()
                .forEach(defect -> terminal.note(words(
                        "cli.dump.defect",
                        words(defect.kind().messageKey()),
                        "%08X".formatted(defect.tag()),
                        defect.offset())));
        return ExitCode.DONE;
    }
}
