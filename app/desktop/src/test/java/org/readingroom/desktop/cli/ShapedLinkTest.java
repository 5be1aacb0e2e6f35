package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

class ShapedLinkTest {
    private static final byte[] ANSWER = new byte[400_000];

    static {
        new Random(7).nextBytes(ANSWER);
    }

    @Test
    void whatIsSaidComesThroughWholeAndNoQuickerThanTheLink() throws Exception {
        byte[] came;
        long took;
        try (LaneRunner lanes = new LaneRunner(Runnable::run);
                ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            lanes.start(Lane.IO, Priority.ON_SCREEN, () -> answer(server));
            URI place = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/dicom-web");
            try (ShapedLink link = new ShapedLink(place, 16, lanes);
                    Socket caller = new Socket(
                            InetAddress.getLoopbackAddress(), link.near().getPort())) {
                assertTrue(link.near().toString().endsWith("/dicom-web"));
                long begun = System.nanoTime();
                caller.getOutputStream().write("GET".getBytes(StandardCharsets.US_ASCII));
                came = caller.getInputStream().readAllBytes();
                took = System.nanoTime() - begun;
            }
        }
        assertArrayEquals(ANSWER, came);
        // 16 megabits are 2 million bytes a second, of which the first 65,536 pass at once
        assertTrue(took >= (400_000 - 65_536) / 2e6 * 1e9, took + " ns");
    }

    private static void answer(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().readNBytes(3);
            caller.getOutputStream().write(ANSWER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
