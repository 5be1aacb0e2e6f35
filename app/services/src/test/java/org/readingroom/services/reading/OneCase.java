package org.readingroom.services.reading;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.ris.Order;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.IndexSchema;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.Orders;
import org.readingroom.services.testing.TestRis;
import org.readingroom.viewer.task.Progress;

/// One case of the hospital that waits to be read, and its row in the index here.
abstract class OneCase {
    static final Order.Reader ME = new Order.Reader("me", "我");

    @TempDir
    @Nullable
    Path folder;

    final TestRis ris = new TestRis().put(Orders.waiting("t1", 1));

    @Nullable
    Database index;

    @Nullable
    OrderStore orders;

    @BeforeEach
    void open() throws Exception {
        index = Database.open(
                folder.resolve("index.db"), Database.Durability.REBUILDABLE, IndexSchema.SCHEMA, WriteProbe.NONE);
        orders = OrderStore.open(index, new EnvelopeSeal(DataKey.random(new SecureRandom()), new SecureRandom()));
        orders.take(ris.changes("", Progress.IGNORED));
    }

    @AfterEach
    void close() {
        index.close();
    }

    Order known() {
        return orders.order("t1").orElseThrow();
    }
}
