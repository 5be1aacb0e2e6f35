package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `import`: takes files, folders, ZIP archives and DICOMDIR file sets into a home.
///
/// What was skipped is listed with its reason and makes the exit code 1: nothing is left out silently.
@Command(name = "import", description = "${bundle:cli.import.description}")
final class ImportCommand extends HeadlessCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.import.paths}")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private HomeOptions home = new HomeOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    ImportCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.import~1]
    @Override
    int run() throws WorkstationException, IOException {
        home.check(this);
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        }
        return home.signedIn(this, (session, password) -> takeIn(session));
    }

    private int takeIn(Session session) throws WorkstationException {
        ImportSummary summary = session.imports().importPaths(paths, progress());
        if (json.isOn()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("imported", summary.imported());
            facts.put("duplicates", summary.duplicates());
            facts.put(
                    "studies",
                    summary.studies().stream().map(uid -> uid.value()).sorted().toList());
            facts.put("skipped", summary.skipped().stream().map(this::skipped).toList());
            terminal.line(JsonOption.text(facts));
        } else {
            summary.skipped()
                    .forEach(skipped -> terminal.line(
                            words(skipped.messageKey(), skipped.arguments().toArray()) + "\t" + skipped.path()));
            terminal.line(words(
                    "cli.import.summary",
                    summary.imported(),
                    summary.duplicates(),
                    summary.skipped().size()));
        }
        return summary.skipped().isEmpty() && !summary.isCancelled() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private Map<String, Object> skipped(ImportSummary.Skipped skipped) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("path", skipped.path());
        facts.put("key", skipped.messageKey());
        facts.put("reason", words(skipped.messageKey(), skipped.arguments().toArray()));
        return facts;
    }

    /// Counts on one line of the terminal; silent when nobody looks.
    private Progress progress() {
        if (!terminal.isInteractive()) {
            return Progress.IGNORED;
        }
        return new Progress() {
            @Override
            public void at(long done, long total) {
                terminal.err().print("\r" + done + (total < 0 ? "" : " / " + total) + (done == total ? "\n" : ""));
                terminal.err().flush();
            }

            @Override
            public boolean isCancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
    }
}
