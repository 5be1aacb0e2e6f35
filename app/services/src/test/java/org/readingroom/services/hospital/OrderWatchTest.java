package org.readingroom.services.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.fhir.FhirWorklist;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.IndexSchema;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;

// [utest->req~orders.watched~1]
class OrderWatchTest {
    @TempDir
    private Path folder;

    private final FhirDouble server = new FhirDouble();
    private final FhirWorklist worklist = new FhirWorklist(HttpServer.open(server.base()), LinkWitness.NONE);
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private final Semaphore told = new Semaphore(0);
    private Database index;
    private OrderStore orders;
    private OrderWatch watch;

    @BeforeEach
    void begin() throws WorkstationException {
        index = Database.open(
                folder.resolve("index.db"), Database.Durability.REBUILDABLE, IndexSchema.SCHEMA, WriteProbe.NONE);
        SecureRandom random = new SecureRandom();
        orders = OrderStore.open(index, new EnvelopeSeal(DataKey.random(random), random));
        // A rest of a minute: nothing here happens by waiting.
        watch = new OrderWatch(worklist, orders, changes -> false, lanes, Duration.ofMinutes(1));
        watch.onChange(told::release);
    }

    @AfterEach
    void end() {
        watch.close();
        lanes.close();
        worklist.close();
        server.close();
        index.close();
    }

    private void awaitTold() throws InterruptedException {
        assertTrue(told.tryAcquire(60, TimeUnit.SECONDS), "nobody was told");
    }

    @Test
    void ordersComeAndChangeAndEachChangeIsTold() throws Exception {
        FhirCases.order(server, 7);
        watch.begin();
        awaitTold();
        assertEquals(OrderState.WAITING, orders.order("t-7").orElseThrow().state());
        FhirCases.change(server, "Task", "t-7", task -> task.put("status", "cancelled"));
        watch.hurry();
        awaitTold();
        assertEquals(OrderState.CANCELLED, orders.order("t-7").orElseThrow().state());
    }

    @Test
    void aServerThatFailsIsToldOnceAndHeardAgainWhenHurried() throws Exception {
        FhirCases.order(server, 7);
        server.faults().next(FhirFault.status(503), FhirFault.status(503));
        watch.begin();
        awaitTold();
        assertEquals("services.server.busy", watch.failure().orElseThrow());
        watch.hurry();
        for (int i = 0; i < 3000 && server.requests().size() < 2; i++) {
            Thread.sleep(10);
        }
        assertEquals(2, server.requests().size());
        watch.hurry();
        awaitTold();
        assertTrue(watch.failure().isEmpty());
        assertEquals(0, told.availablePermits());
        assertEquals(1, orders.orders().size());
    }

    @Test
    void aServerThatIsDownIsNotHammered() throws Exception {
        watch.close();
        watch = new OrderWatch(worklist, orders, changes -> false, lanes, Duration.ofMillis(100));
        server.faults().sometimes(1, 1.0, FhirFault.status(500));
        long begun = System.nanoTime();
        watch.begin();
        Thread.sleep(1600);
        for (int i = 0; i < 3000 && server.requests().size() < 2; i++) {
            Thread.sleep(10);
        }
        int asked = server.requests().size();
        double seconds = (System.nanoTime() - begun) / 1e9;
        // at 0, 0.2, 0.6, 1.4 s and so on, and one more
        double most = 2 + Math.log(seconds / 0.2 + 1) / Math.log(2);
        assertTrue(asked >= 2 && asked <= most, () -> asked + " questions in " + seconds + " s");
    }
}
