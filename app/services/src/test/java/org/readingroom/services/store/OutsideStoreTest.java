package org.readingroom.services.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

// [utest->req~report.outside.kept~1]
class OutsideStoreTest {
    private static final Patient PATIENT = new Patient(
            new PatientId("DEMO-1", ""), new PersonName("Demo", "", ""), LocalDate.of(1961, 4, 9), Sex.MALE);

    @Test
    void thatSomebodyReadsIsWrittenOnceADay(@TempDir Path folder) throws Exception {
        QuickHome.Clock clock = new QuickHome.Clock();
        SecureRandom random = new SecureRandom();
        AtomicInteger changes = new AtomicInteger();
        try (Database documents = Database.open(
                folder.resolve("documents.db"),
                Database.Durability.DURABLE,
                DocumentsSchema.SCHEMA,
                step -> changes.addAndGet(step.equals("commit done") ? 1 : 0))) {
            OutsideStore store = new OutsideStore(documents, new EnvelopeSeal(DataKey.random(random), random), clock);
            store.save(new OutsideStore.Kept(PATIENT, clock.instant(), List.of(), true));
            changes.set(0);
            for (int hour = 1; hour <= 23; hour++) {
                clock.advance(Duration.ofHours(1));
                store.used(PATIENT.id());
            }
            assertEquals(0, changes.get(), "it was kept within the day");
            clock.advance(Duration.ofHours(2));
            store.used(PATIENT.id());
            store.used(PATIENT.id());
            assertEquals(1, changes.get());
        }
    }
}
