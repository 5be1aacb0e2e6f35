package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.ArchiveStudies;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DocumentsSchema;
import org.readingroom.services.store.ExpectedStudies;
import org.readingroom.services.store.IndexSchema;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.PassingSeal;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

// [utest->req~fetch.priorities~1]
class FetchGiveUpTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");

    private final CountDownLatch sealing = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /// The first list takes as long to seal as the test likes.
    private final class SlowSeal extends PassingSeal {
        SlowSeal() {
            super(new EnvelopeSeal(DataKey.random(new SecureRandom()), new SecureRandom()));
        }

        @Override
        public byte[] seal(byte[] plain, SealContext context) {
            sealing.countDown();
            try {
                released.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.seal(plain, context);
        }
    }

    @Test
    void wantingAndGivingUpDoNotWaitForTheIndex(@TempDir Path folder) throws Exception {
        TestArchive archive = new TestArchive().put(SmallDicom.of(1, 1).bytes());
        try (LaneRunner lanes = new LaneRunner(Runnable::run);
                Home home = QuickHome.demo(folder.resolve("home"));
                Database index = Database.open(
                        folder.resolve("expected.db"),
                        Database.Durability.REBUILDABLE,
                        IndexSchema.SCHEMA,
                        WriteProbe.NONE);
                Database documents = Database.open(
                        folder.resolve("documents.db"),
                        Database.Durability.DURABLE,
                        DocumentsSchema.SCHEMA,
                        WriteProbe.NONE)) {
            SlowSeal seal = new SlowSeal();
            Session session = QuickHome.signIn(home, "radiologist");
            FetchStore real = session.fetchStore();
            FetchStore store = new FetchStore(
                    real.studies(),
                    real.files(),
                    new ExpectedStudies(index, seal, ArchiveStudies.open(documents, seal), new QuickHome.Clock()),
                    real.cached(),
                    real.audit());
            CacheKeeper keeper = new CacheKeeper(
                    real.cached(),
                    session.audit(),
                    studies -> studies,
                    CacheLimits.DEFAULT,
                    new QuickHome.Clock(),
                    () -> Long.MAX_VALUE);
            try (ArchiveFetcher fetcher = new ArchiveFetcher(archive, store, keeper, lanes, FetchOptions.defaults())) {
                fetcher.want(STUDY, Priority.PREFETCH);
                assertTrue(sealing.await(60, TimeUnit.SECONDS));

                assertTimeoutPreemptively(Duration.ofSeconds(15), () -> {
                    fetcher.want(STUDY, Priority.ON_SCREEN);
                    fetcher.letGo(STUDY);
                    fetcher.giveUp(STUDY);
                });
                released.countDown();
            } finally {
                released.countDown();
            }
        }
    }
}
