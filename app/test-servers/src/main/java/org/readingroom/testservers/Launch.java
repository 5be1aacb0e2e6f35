package org.readingroom.testservers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts programs that go on when this one has ended and when its terminal is closed.
final class Launch {
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

    private Launch() {}

    static ProcessHandle detached(List<String> command, Path log) throws IOException {
        List<String> whole = new ArrayList<>(command);
        if (Files.isExecutable(OWN_SESSION)) {
            whole.addFirst(OWN_SESSION.toString());
        }
        return new ProcessBuilder(whole)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .toHandle();
    }
}
