package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LinkBenchCommandTest {
    @Test
    void anArchiveThatIsNotThereIsToldInWords() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        CliRun run = CliRun.of("bench", "link", "http://127.0.0.1:" + nobody + "/dicom-web");
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertFalse(run.err().contains("Exception"), run.err());
        assertFalse(run.err().isBlank());
    }

    @Test
    void noRoundsMeasureNothing() {
        assertEquals(
                ExitCode.USAGE,
                CliRun.of("bench", "link", "http://127.0.0.1:1/", "--rounds", "0")
                        .exitCode());
    }
}
