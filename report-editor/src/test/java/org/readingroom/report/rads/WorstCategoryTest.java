package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the order of the published tables, written by hand.
// [utest->req~report.rads.worst~1]
class WorstCategoryTest {
    @ParameterizedTest
    @CsvSource({
        "lungRadsWorst, 2, 2",
        "lungRadsWorst, 2 3, 3",
        "lungRadsWorst, 4A 3 2, 4A",
        "lungRadsWorst, 4A 4B 4A, 4B",
        "lungRadsWorst, 4B 4X, 4X",
        "lungRadsWorst, 4X 4B, 4X",
        "lungRadsWorst, 1 1 2, 2",
        "lungRadsWorst, 3 4A, 4A",
        "piRadsWorst, 3 5 4, 5",
        "piRadsWorst, 1 2, 2",
        "piRadsWorst, 4, 4"
    })
    void theExaminationHasTheCategoryOfItsWorstLesion(String name, String lesions, String expected) {
        assertEquals(TemplateValue.of(expected), answer(name, lesions));
    }

    @ParameterizedTest
    @CsvSource({
        "lungRadsWorst, 4B -",
        "lungRadsWorst, - 2",
        "lungRadsWorst, 2 0",
        "lungRadsWorst, 2 4C",
        "lungRadsWorst, 3 5",
        "piRadsWorst, 5 -",
        "piRadsWorst, 4 X"
    })
    void oneLesionWithoutACategoryLeavesTheWholeWithout(String name, String lesions) {
        assertEquals(TemplateValue.MISSING, answer(name, lesions));
    }

    @Test
    void noLesionAtAllHasNoCategory() {
        assertEquals(TemplateValue.MISSING, function("lungRadsWorst").answer(List.of()));
        assertEquals(
                TemplateValue.MISSING,
                function("piRadsWorst").answer(List.of(TemplateValue.of(4), TemplateValue.of("4"))));
    }

    private static TemplateValue answer(String name, String lesions) {
        return function(name)
                .answer(Arrays.stream(lesions.strip().split(" "))
                        .map(one -> one.equals("-") ? TemplateValue.MISSING : TemplateValue.of(one))
                        .toList());
    }

    private static TemplateFunction function(String name) {
        return RadsFunctions.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
