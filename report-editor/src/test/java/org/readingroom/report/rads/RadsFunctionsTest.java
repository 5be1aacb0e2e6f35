package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.rads.functions~1]
class RadsFunctionsTest {
    private static final Map<String, TemplateFunction> FUNCTIONS = new TreeMap<>();

    static {
        RadsFunctions.all().forEach(one -> FUNCTIONS.put(one.name(), one));
    }

    /// `#6` is a number, `?` missing, `true` and `false` truths, all else words.
    private static List<TemplateValue> arguments(String words) {
        List<TemplateValue> values = new ArrayList<>();
        for (String word : words.split(" ")) {
            values.add(
                    switch (word) {
                        case "?" -> TemplateValue.MISSING;
                        case "true", "false" -> TemplateValue.of(word.equals("true"));
                        default ->
                            word.startsWith("#")
                                    ? TemplateValue.of(new BigDecimal(word.substring(1)))
                                    : TemplateValue.of(word);
                    });
        }
        return values;
    }

    /// One answer of each, with its arguments in the order of the documentation.
    @ParameterizedTest
    @CsvSource({
        "lungRads, solid #6.0 ? baseline, 3",
        "lungRads, partSolid #12 #7 stable 4A #3, 3",
        "lungRadsAirway, proximal baseline, 4A",
        "lungRadsCyst, thickWalledWithGrowingCavity, 3",
        "lungRads4X, 4A true, 4X",
        "lungRads4X, 4A no, 4A",
        "lungRadsManagement, 4A, ldct3",
        "fleischner, groundGlass false #6 ? true, ct6to12thenEvery2yTo5y",
        "fleischner, solid yes #7 yes yes, ct3to6then18to24",
        "liRads, yes other #12 yes no yes no, LR-4",
        "liRads, yes other #12 yes yes no no, LR-5",
        "liRads, yes other #12 yes no no yes, LR-5",
        "liRads, yes other #12 no yes no no, LR-3",
        "liRadsAncillary, LR-3 yes no, LR-4",
        "liRadsAncillary, LR-3 no yes, LR-2",
        "biRadsManagement, mri 4, tissue",
        "biRadsManagement, mri 4A, ?",
        "piRads, peripheral 1 3 positive, 4",
        "piRads, transition #2 #5 negative, 3",
        "tiRads, solid hypoechoic no lobulatedOrIrregular no no no, TR4",
        "tiRads, solid isoechoic no smooth no yes no, TR4",
        "tiRadsManagement, TR4 #15, fna",
        "cTiRads, no yes yes no no no, 4B",
        "cTiRads, no no no no no yes, 2",
        "bosniak, #2 few #3 yes no no no no, IIF",
        "bosniak, #2 none ? no no no no yes, I",
        "cadRads, severe70To99 no yes, 4B",
        "cadRads, moderate50To69 yes no, 4B"
    })
    void eachAnswersInTheOrderOfItsArguments(String name, String words, String expected) {
        TemplateValue answer = FUNCTIONS.get(name).answer(arguments(words));
        assertEquals(expected.equals("?") ? TemplateValue.MISSING : TemplateValue.of(expected), answer);
    }

    @Test
    void numbersComeAsNumbers() {
        assertEquals(
                TemplateValue.of(4),
                FUNCTIONS.get("tiRadsPoints").answer(arguments("solid hypoechoic no smooth no no no")));
        assertEquals(
                TemplateValue.of(new BigDecimal("31.2")),
                FUNCTIONS.get("ellipsoidMl").answer(arguments("#50 #40 #30")));
    }

    @Test
    void aWrongNumberOfArgumentsOrAWrongKindHasNoAnswer() {
        for (TemplateFunction function : FUNCTIONS.values()) {
            assertEquals(TemplateValue.MISSING, function.answer(List.of()), function.name());
            List<TemplateValue> nine = arguments("? ? ? ? ? ? ? ? ?");
            assertEquals(TemplateValue.MISSING, function.answer(nine), function.name());
        }
        for (String words : List.of(
                "solid 6 ? baseline",
                "solid #6 ? baseline ? ? ?",
                "Solid #6 ? baseline",
                "solid #6 ? 3",
                "SOLID #6 ? baseline",
                "#1 #6 ? baseline",
                "solid true ? baseline")) {
            assertEquals(TemplateValue.MISSING, FUNCTIONS.get("lungRads").answer(arguments(words)), words);
        }
    }

    @Test
    void namesAreUniqueAndWordsAnExpressionCanHold() {
        assertEquals(RadsFunctions.all().size(), FUNCTIONS.size());
        assertTrue(FUNCTIONS.keySet().stream().allMatch(name -> name.matches("[a-z][A-Za-z0-9]*")));
    }
}
