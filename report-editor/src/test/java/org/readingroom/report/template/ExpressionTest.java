package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.rads.TemplateValue;

// [utest->req~report.template.expression~1]
class ExpressionTest {
    private static final TemplateFunctions FUNCTIONS = TemplateFunctions.with(List.of());
    private static final Map<String, TemplateValue> FIELDS = Map.of(
            "a", TemplateValue.of(6),
            "b", TemplateValue.of(new BigDecimal("0.1")),
            "word", TemplateValue.of("solid"),
            "list", TemplateValue.of("x\ny"),
            "none", TemplateValue.of(""),
            "yes", TemplateValue.of(true));

    /// `?` stands for missing; the answers are worked out by hand.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "7 - 2 - 1 | 4",
                "8 / 4 / 2 | 1",
                "-a + 1 | -5",
                "b + 0.2 = 0.3 | true",
                "a >= 6 and a <= 6 | true",
                "a < 6 or word = 'solid' | true",
                "not a < 6 | true",
                "not not yes | true",
                "word != 'part' | true",
                "1 / 0 | ?",
                "word + 1 | ?",
                "word > 'a' | ?",
                "word = 6 | ?",
                "gone = 6 | ?",
                "gone = 6 and false | false",
                "gone = 6 or true | true",
                "gone = 6 or false | ?",
                "not gone | ?",
                "given(gone) | false",
                "given(none) | false",
                "given(word) | true",
                "has(list, 'y') | true",
                "has(list, 'z') | false",
                "has(gone, 'y') | ?",
                "count(list) | 2",
                "count(none) | 0",
                "if(a > 5, 'large', 'small') | large",
                "if(gone > 5, 1, 2) | ?",
                "round(2.45, 1) | 2.5",
                "round(2.5, 0) | 3",
                "max(a, gone, 7) | 7",
                "min(a, 7) | 6",
                "sum(a, b) | 6.1",
                "max(gone) | ?",
                "max(word, 1) | ?",
                "sqrt(49) | 7",
                "sqrt(-1) | ?",
                "abs(-3) | 3",
                "join('-', word, none, 'b') | solid-b"
            })
    void givesWhatAPersonWouldSay(String source, String expected) throws ExpressionException {
        TemplateValue value =
                ExpressionParser.parse(source, FUNCTIONS).in(name -> FIELDS.getOrDefault(name, TemplateValue.MISSING));
        String said = switch (value) {
            case TemplateValue.Missing missing -> "?";
            case TemplateValue.Words(String text) -> text;
            case TemplateValue.Truth(boolean isTrue) -> String.valueOf(isTrue);
            case TemplateValue.Amount(BigDecimal number) ->
                number.stripTrailingZeros().toPlainString();
        };
        assertEquals(expected, said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "(1",
                "1)",
                "a b",
                "= 3",
                "'open",
                "a == 1",
                "a.b",
                "getClass()",
                "a; b",
                "a[0]",
                "`id`",
                "--1",
                "and",
                "if(1",
                "x ? 1 : 2",
                "a = 1 = 2",
                "java.lang.Runtime",
                "${a}",
                "a => b",
                "1.",
                "\"a\""
            })
    void whatIsNoExpressionIsRefused(String source) {
        assertThrows(ExpressionException.class, () -> ExpressionParser.parse(source, FUNCTIONS));
    }

    @Test
    void lengthDepthAndArgumentsHaveAnEnd() {
        assertRefused("report.template.expression-long", "1" + " + 1".repeat(400));
        assertRefused("report.template.expression-deep", "(".repeat(40) + "1" + ")".repeat(40));
        assertRefused("report.template.expression-arguments", "max(" + "1,".repeat(40) + "1)");
        assertRefused("report.template.expression-deep", "abs(".repeat(40) + "1" + ")".repeat(40));
    }

    @Test
    void namesTheFieldsItAsksFor() throws ExpressionException {
        assertEquals(
                Set.of("a", "直径", "c_1"),
                ExpressionParser.parse("a > 直径 or given(c_1) and 'd' = 'e'", FUNCTIONS)
                        .fields());
    }

    private static void assertRefused(String key, String source) {
        ExpressionException refused =
                assertThrows(ExpressionException.class, () -> ExpressionParser.parse(source, FUNCTIONS));
        assertEquals(key, refused.messageKey());
    }
}
