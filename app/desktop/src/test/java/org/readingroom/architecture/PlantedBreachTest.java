package org.readingroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A rule that cannot fail is no rule: each has a class that breaks it, and must name that class.
class PlantedBreachTest {
    private static final String ROOT = "org.readingroom.architecture.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);
    private static final Map<String, ArchRule> RULES = new Doors(ROOT).rules();

    @TestFactory
    Stream<DynamicTest> everyRuleNoticesItsBreach() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    List<JavaClass> breaches = breaches(rule.getKey());
                    assertTrue(!breaches.isEmpty(), "no breach is planted for this rule");
                    EvaluationResult result = rule.getValue().evaluate(PLANTED);
                    String report = result.getFailureReport().toString();
                    breaches.forEach(breach ->
                            assertTrue(report.contains(breach.getName()), () -> breach.getName() + " passes"));
                }));
    }

    @Test
    void everyBreachNamesARule() {
        assertEquals(
                new TreeSet<>(RULES.keySet()),
                PLANTED.stream()
                        .filter(type -> type.isAnnotatedWith(Breaks.class))
                        .map(type -> type.getAnnotationOfType(Breaks.class).value())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<JavaClass> breaches(String rule) {
        return PLANTED.stream()
                .filter(type -> type.isAnnotatedWith(Breaks.class))
                .filter(type -> type.getAnnotationOfType(Breaks.class).value().equals(rule))
                .toList();
    }
}
