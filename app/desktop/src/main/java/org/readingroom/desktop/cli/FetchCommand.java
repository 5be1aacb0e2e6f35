package org.readingroom.desktop.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.readingroom.services.fetch.FetchTrouble;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fetch`: brings a study of the archive into the home and ends when all of it is there.
@Command(name = "fetch", description = "${bundle:cli.fetch.description}")
final class FetchCommand extends HeadlessCommand {
    private static final int LOOK_SECONDS = 1;

    @Parameters(paramLabel = "STUDY", description = "${bundle:cli.report.study}")
    private String uid = "";

    @Option(names = "--within", paramLabel = "SECONDS", description = "${bundle:cli.fetch.within}")
    private int within = 600;

    @Mixin
    private HomeOptions home = new HomeOptions();

    FetchCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.archive~1]
    @Override
    int run() throws WorkstationException, IOException {
        return home.signedIn(this, (session, password) -> fetch(session));
    }

    private int fetch(Session session) throws WorkstationException {
        FindCommand.archive(session);
        StudyFetcher fetcher = session.hospital()
                .fetcher()
                .orElseThrow(() -> new CommandRefusedException("cli.archive.none", List.of()));
        StudyUid study = new StudyUid(uid);
        LinkedBlockingQueue<StudyUid> changes = new LinkedBlockingQueue<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(within);
        try (Listening _ = fetcher.onChange(changes::add)) {
            fetcher.want(study, Priority.ON_SCREEN);
            while (true) {
                Readiness now = fetcher.readiness(study);
                if (now.isAllHere()) {
                    terminal.line(words("cli.fetch.whole", now.here()));
                    return ExitCode.DONE;
                }
                Optional<FetchTrouble> trouble = fetcher.trouble(study);
                boolean isOver = System.nanoTime() >= end;
                if (trouble.isPresent() && (!trouble.get().isRetried() || isOver)) {
                    throw new CommandRefusedException(trouble.get().messageKey(), List.of());
                }
                if (isOver) {
                    throw new CommandRefusedException("cli.fetch.late", List.of(now.here(), now.total()));
                }
                changes.poll(LOOK_SECONDS, TimeUnit.SECONDS);
                changes.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefusedException("cli.fetch.late", List.of(0, 0));
        }
    }
}
