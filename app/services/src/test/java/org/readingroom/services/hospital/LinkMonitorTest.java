package org.readingroom.services.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkMonitor;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.LinkStatus;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.http.HttpProbe;
import org.readingroom.viewer.task.LaneRunner;

/// Real sockets, real time. That a loss is noticed within five seconds is shown by [LinkWatchTest] on a clock of its
/// own; here a machine that is busy may take longer.
// [utest->req~link.noticed~1]
@Tag("slow")
class LinkMonitorTest {
    private static final int PATIENCE = 15;

    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private final BlockingQueue<LinkStatus> told = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean isMute = new AtomicBoolean();
    private @Nullable LinkMonitor monitor;

    @AfterEach
    void end() {
        if (monitor != null) {
            monitor.close();
        }
        lanes.close();
    }

    @Test
    void aServerThatGoesAndComesBackIsNoticedEachTime() throws Exception {
        MockWebServer server = server(0, 404);
        int port = server.getPort();
        LinkMonitor links = watch(port);
        assertEquals(LinkState.UP, next().state());
        server.close();
        LinkStatus down = next();
        assertEquals(LinkState.DOWN, down.state());
        assertEquals("services.server.unreachable", down.messageKey());
        TimeUnit.MILLISECONDS.sleep(200);
        try (MockWebServer again = server(port, 200)) {
            assertEquals(LinkState.UP, next().state());
            assertEquals(LinkState.UP, links.state(LinkKind.RIS));
            assertEquals(LinkState.NOT_SET, links.state(LinkKind.PACS));
            assertEquals(again.getPort(), port);
        }
    }

    /// Connections are taken as ever; nobody answers on them.
    @Test
    void aServerThatFallsSilentIsNoticed() throws Exception {
        try (MockWebServer server = server(0, 200)) {
            watch(server.getPort());
            assertEquals(LinkState.UP, next().state());
            isMute.set(true);
            LinkStatus down = next();
            assertEquals(LinkState.DOWN, down.state());
            assertEquals("services.server.silent", down.messageKey());
        }
    }

    @Test
    void aGatewayWithNobodyBehindIsALossAndASignedOutDeskIsNot() throws Exception {
        HttpServer at;
        try (MockWebServer server = server(0, 502)) {
            at = HttpServer.open(URI.create("http://127.0.0.1:" + server.getPort() + "/x"));
            assertFalse(new HttpProbe(at).ask(Duration.ofSeconds(2)).isThere());
        }
        try (MockWebServer server = server(0, 401)) {
            at = HttpServer.open(URI.create("http://127.0.0.1:" + server.getPort() + "/x"));
            assertEquals(LinkProbe.Found.UNWELCOME, new HttpProbe(at).ask(Duration.ofSeconds(2)));
        }
        try (MockWebServer server = server(0, 302)) {
            at = HttpServer.open(URI.create("http://127.0.0.1:" + server.getPort() + "/x"));
            assertEquals(LinkProbe.Found.WELCOME, new HttpProbe(at).ask(Duration.ofSeconds(2)));
            assertEquals(1, asked.get() - 2, "a redirect is not followed");
        }
    }

    @Test
    void whatAClientTellsIsToldOnAtOnceAndNotOnItsThread() throws Exception {
        try (MockWebServer server = server(0, 200)) {
            LinkMonitor links = watch(server.getPort());
            assertEquals(LinkState.UP, next().state());
            Thread client = Thread.currentThread();
            BlockingQueue<Thread> on = new LinkedBlockingQueue<>();
            links.onChange(_ -> {
                throw new IllegalStateException("a listener of the test that fails");
            });
            links.onChange(_ -> on.add(Thread.currentThread()));
            LinkWitness witness = links.witness(LinkKind.RIS);
            witness.unreachable("services.server.silent");
            assertEquals(LinkState.DOWN, links.state(LinkKind.RIS));
            assertEquals(LinkState.DOWN, next().state());
            assertNotEquals(client, on.poll(PATIENCE, TimeUnit.SECONDS));
        }
    }

    @Test
    void aDrillCutsTheLinkAndGivesItBack() throws Exception {
        try (MockWebServer server = server(0, 200)) {
            LinkMonitor links = watch(server.getPort());
            assertEquals(LinkState.UP, next().state());
            LinkWitness witness = links.witness(LinkKind.RIS);
            assertTrue(witness.isOpen());
            links.cut(LinkKind.RIS);
            assertEquals(LinkState.CUT, next().state());
            assertFalse(witness.isOpen());
            int before = asked.get();
            TimeUnit.SECONDS.sleep(3);
            assertEquals(before, asked.get(), "a cut link is not asked");
            links.mend(LinkKind.RIS);
            assertEquals(LinkState.UNKNOWN, next().state());
            assertTrue(witness.isOpen());
            assertEquals(LinkState.UP, next().state());
        }
    }

    @Test
    void afterTheEndNobodyIsToldOrAsked() throws Exception {
        try (MockWebServer server = server(0, 200)) {
            LinkMonitor links = watch(server.getPort());
            assertEquals(LinkState.UP, next().state());
            links.close();
            int before = asked.get();
            links.witness(LinkKind.RIS).unreachable("services.server.silent");
            assertEquals(null, told.poll(3, TimeUnit.SECONDS));
            assertEquals(before, asked.get());
        }
    }

    private LinkMonitor watch(int port) {
        HttpServer at = HttpServer.open(URI.create("http://127.0.0.1:" + port + "/fhir"));
        LinkMonitor links = new LinkMonitor(Map.of(LinkKind.RIS, new HttpProbe(at)), lanes, Clock.systemUTC());
        monitor = links;
        links.onChange(told::add);
        links.begin();
        return links;
    }

    private MockWebServer server(int port, int code) throws IOException {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.incrementAndGet();
                if (isMute.get()) {
                    return new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build();
                }
                return new MockResponse.Builder()
                        .code(code)
                        .addHeader("Location", "/elsewhere")
                        .build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), port);
        return server;
    }

    private LinkStatus next() throws InterruptedException {
        LinkStatus status = told.poll(PATIENCE, TimeUnit.SECONDS);
        assertTrue(status != null, "nothing was told within " + PATIENCE + " s");
        return java.util.Objects.requireNonNull(status);
    }
}
