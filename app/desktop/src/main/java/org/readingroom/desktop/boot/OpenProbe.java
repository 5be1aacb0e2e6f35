package org.readingroom.desktop.boot;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs in to the home given as argument, opens the first study of its list by Enter, and prints what passed from the
/// key to its first picture on the screen, in milliseconds of the clock and of all cores together: first as a program
/// just started has it, then opened a few times more. For the benchmark.
///
/// Further arguments: login name and password.
public final class OpenProbe {
    private static final Logger LOG = LoggerFactory.getLogger(OpenProbe.class);
    private static final int TIMES = 4;

    private OpenProbe() {}

    public static void main(String[] arguments) {
        javafx.application.Platform.startup(() -> {});
        try (ProbedWindow window = new ProbedWindow(Path.of(arguments[0]))) {
            window.signIn(arguments[1], arguments[2]);
            for (int i = 0; i < TIMES; i++) {
                window.open();
            }
        } catch (Exception e) {
            LOG.error("the study was not opened", e);
            System.exit(1);
        }
        System.exit(0);
    }
}
