package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DocumentsSchema;
import org.readingroom.services.store.WriteProbe;

class SavedFiltersTest {
    private static final SavedFilter NIGHT = new SavedFilter("夜班 CT", "ct 头", "emergency");
    private static final SavedFilter ONE = new SavedFilter("one patient", "Zhangsan-Geheim", "all");

    @TempDir
    @Nullable
    Path folder;

    private final Seal seal = new EnvelopeSeal(DataKey.random(new SecureRandom()), new SecureRandom());

    // [utest->req~worklist.saved-filters~1]
    @Test
    void eachPersonsFiltersAreThereAfterARestartInTheirOrder() throws Exception {
        try (Database documents = open()) {
            assertEquals(List.of(), new SavedFilters(documents, seal, "u1").all());
            new SavedFilters(documents, seal, "u1").keep(List.of(NIGHT, ONE));
            new SavedFilters(documents, seal, "u2").keep(List.of(ONE));
        }
        try (Database documents = open()) {
            assertEquals(List.of(NIGHT, ONE), new SavedFilters(documents, seal, "u1").all());
            assertEquals(List.of(ONE), new SavedFilters(documents, seal, "u2").all());
            new SavedFilters(documents, seal, "u1").keep(List.of());
            assertEquals(List.of(), new SavedFilters(documents, seal, "u1").all());
        }
    }

    /// What was typed may be the name of a patient.
    @Test
    void nothingOfThemLiesInTheClear() throws Exception {
        try (Database documents = open()) {
            new SavedFilters(documents, seal, "u1").keep(List.of(ONE));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("Geheim"));
            }
        }
    }

    @Test
    void aNameIsNeitherEmptyNorEndless() {
        assertThrows(IllegalArgumentException.class, () -> new SavedFilter("  ", "", "all"));
        assertThrows(IllegalArgumentException.class, () -> new SavedFilter("x".repeat(41), "", "all"));
    }

    private Database open() throws Exception {
        return Database.open(
                folder.resolve("documents.db"), Database.Durability.DURABLE, DocumentsSchema.SCHEMA, WriteProbe.NONE);
    }
}
