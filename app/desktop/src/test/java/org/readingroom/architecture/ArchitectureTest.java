package org.readingroom.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.readingroom");

    // [utest->req~house.doors~1]
    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsDoors() {
        return new Doors("org.readingroom")
                .rules().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @Test
    void everyRoomIsLookedAt() {
        Stream.of("assets", "viewer", "report", "services", "plugin", "desktop")
                .forEach(room -> assertTrue(
                        HOUSE.stream().anyMatch(type -> type.getPackageName().startsWith("org.readingroom." + room)),
                        () -> "no class of " + room + " was read"));
    }
}
