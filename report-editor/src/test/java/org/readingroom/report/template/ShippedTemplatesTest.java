package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;

// [utest->req~report.template.shipped~1]
class ShippedTemplatesTest {
    private static final List<SectionKind> SECTIONS =
            List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION);
    private static final Pattern BROKEN =
            Pattern.compile("。。|，。|，，|、。|^。|\\.\\.| [,.;]|,,|\\(\\)|（）|  |^\\.|%[^\\n]*mm %");

    /// Codes that stand in templates, each looked up in its vocabulary by hand.
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("RID1303", "upper lobe of right lung"),
            Map.entry("RID1310", "middle lobe of right lung"),
            Map.entry("RID1315", "lower lobe of right lung"),
            Map.entry("RID1327", "upper lobe of left lung"),
            Map.entry("RID1338", "lower lobe of left lung"),
            Map.entry("24028007", "Right"),
            Map.entry("7771000", "Left"),
            Map.entry("51440002", "Right and left"),
            Map.entry("279706003", "Peripheral zone of the prostate"),
            Map.entry("399384005", "Transition zone of the prostate"));

    private final ReportChecks checks = new ReportChecks(CheckRules.shipped());
    private final Map<String, ReportTemplate> all;

    ShippedTemplatesTest() throws IOException {
        all = ShippedForms.all();
    }

    @Test
    void thirtyAndMoreAreThereInBothLanguages() {
        Map<String, Set<String>> languages = new TreeMap<>();
        all.keySet()
                .forEach(file -> languages.merge(
                        file.substring(0, file.lastIndexOf('_')),
                        Set.of(file.substring(file.lastIndexOf('_') + 1)),
                        (a, b) -> {
                            Set<String> both = new java.util.TreeSet<>(a);
                            both.addAll(b);
                            return both;
                        }));
        assertTrue(languages.size() >= 31, languages.keySet().toString());
        languages.forEach((name, both) -> assertEquals(Set.of("en.html", "zh.html"), both, name));
    }

    @Test
    void nothingInThemIsDropped() throws Exception {
        TemplateReader reader = new TemplateReader(TemplateFunctions.shipped());
        for (String file : all.keySet()) {
            assertEquals(
                    List.of(), reader.read(TemplateLibrary.shippedFile(file)).dropped(), file);
        }
    }

    @Test
    void bothLanguagesHaveTheSameFieldsConditionsAndCodes() {
        all.forEach((file, chinese) -> {
            if (file.endsWith("_zh.html")) {
                ReportTemplate english = all.get(file.replace("_zh", "_en"));
                assertEquals(english.fields().keySet(), chinese.fields().keySet(), file);
                english.fields()
                        .forEach((id, field) ->
                                same(file + " " + id, chinese.fields().get(id), field));
                for (SectionKind kind : SECTIONS) {
                    assertEquals(conditions(english, kind), conditions(chinese, kind), file + " " + kind);
                }
                assertEquals(english.head().modalities(), chinese.head().modalities(), file);
                assertEquals(english.head().parts(), chinese.head().parts(), file);
                assertEquals(english.head().sexes(), chinese.head().sexes(), file);
                assertEquals(english.head().words(), chinese.head().words(), file);
            }
        });
    }

    private static void same(String what, TemplateField chinese, TemplateField english) {
        assertEquals(english.kind(), chinese.kind(), what);
        assertEquals(english.role(), chinese.role(), what);
        assertEquals(english.unit(), chinese.unit(), what);
        assertEquals(english.range(), chinese.range(), what);
        assertEquals(english.mayBeEmpty(), chinese.mayBeEmpty(), what);
        assertEquals(english.isMultiple(), chinese.isMultiple(), what);
        assertEquals(english.decimals(), chinese.decimals(), what);
        assertEquals(source(english.compute()), source(chinese.compute()), what);
        assertEquals(english.choices().size(), chinese.choices().size(), what);
        for (int i = 0; i < english.choices().size(); i++) {
            FieldChoice e = english.choices().get(i);
            FieldChoice c = chinese.choices().get(i);
            boolean hasCode = !e.code().equals(e.words()) || !c.code().equals(c.words());
            assertTrue(!hasCode || e.code().equals(c.code()), what + " " + e + " " + c);
            assertEquals(code(e.concept()), code(c.concept()), what);
        }
    }

    private static String source(@org.jspecify.annotations.Nullable Expression expression) {
        return expression == null ? "" : expression.source();
    }

    private static String code(@org.jspecify.annotations.Nullable CodedConcept concept) {
        return concept == null ? "" : concept.scheme() + concept.code();
    }

    private static List<String> conditions(ReportTemplate template, SectionKind kind) {
        return template.lines(kind).stream().map(line -> source(line.show())).toList();
    }

    @Test
    void onlyCodesThatWereLookedUpAreInThem() {
        Set<String> used = all.values().stream()
                .flatMap(template -> template.fields().values().stream())
                .flatMap(field -> field.choices().stream())
                .map(FieldChoice::concept)
                .filter(java.util.Objects::nonNull)
                .map(concept -> concept.code())
                .collect(Collectors.toSet());
        assertEquals(CODES.keySet(), used);
        all.values().stream()
                .flatMap(template -> template.fields().values().stream())
                .flatMap(field -> field.choices().stream())
                .map(FieldChoice::concept)
                .filter(java.util.Objects::nonNull)
                .forEach(concept -> assertEquals(CODES.get(concept.code()), concept.english()));
    }

    @Test
    void theNormalTextIsWholeAndNoCheckHasAWordToSay() {
        all.forEach((file, template) -> {
            if (!file.startsWith("generic")) {
                TemplateForm form = TemplateForm.blank(template, ShippedForms.study(template));
                assertEquals(List.of(), form.gaps(), file);
                assertEquals(List.of(), checks.check(CheckContext.of(ShippedForms.report(form))), file);
                for (SectionKind kind : SECTIONS) {
                    String text = ShippedForms.text(form, kind);
                    assertFalse(text.isBlank(), file + " " + kind);
                    text.lines()
                            .forEach(line -> assertFalse(BROKEN.matcher(line).find(), file + ": " + line));
                }
                assertEquals(1, concluding(form).size(), file);
            }
        });
    }

    /// Whatever is chosen that is not normal, the impression says so and no longer says that all is normal.
    @Test
    void everyFindingReachesTheImpression() {
        List<String> seen = new ArrayList<>();
        all.forEach((file, template) -> {
            if (file.startsWith("generic")) {
                return;
            }
            TemplateForm normal = TemplateForm.blank(template, ShippedForms.study(template));
            TemplateLine conclusion = concluding(normal).getFirst();
            for (TemplateField field : template.inOrder()) {
                boolean isOrgan = field.choice(field.initial())
                        .filter(choice -> choice.code().equals("normal"))
                        .isPresent();
                for (FieldChoice choice : isOrgan ? field.choices() : List.<FieldChoice>of()) {
                    if (!choice.code().equals("normal")) {
                        String what = file + " " + field.id() + " " + choice.code();
                        TemplateForm form = ShippedForms.filled(normal.with(field.id(), choice.words()));
                        String said = ShippedForms.text(form, SectionKind.IMPRESSION);
                        assertNotEquals("", said, what);
                        assertEquals(List.of(), form.render(conclusion).pieces(), what);
                        checkWords(what, form);
                        seen.add(what);
                    }
                }
            }
        });
        assertTrue(seen.size() > 700, "only " + seen.size());
    }

    /// The lines of the impression that say something.
    private static List<TemplateLine> concluding(TemplateForm form) {
        return form.lines(SectionKind.IMPRESSION).stream()
                .filter(line -> !line.pieces().isEmpty())
                .map(RenderedLine::line)
                .toList();
    }

    private void checkWords(String what, TemplateForm form) {
        for (SectionKind kind : SECTIONS) {
            ShippedForms.text(form, kind)
                    .lines()
                    .forEach(line -> assertFalse(BROKEN.matcher(line).find(), what + ": " + line));
        }
        List<CheckResult> results = checks.check(CheckContext.of(ShippedForms.report(form))).stream()
                .filter(result -> !result.checkId().equals("template.leftover"))
                .toList();
        assertEquals(List.of(), results, what);
        boolean isWhole = form.gaps().stream().allMatch(id -> isComputed(form, id));
        assertTrue(isWhole, what + " " + form.gaps());
    }

    private static boolean isComputed(TemplateForm form, String id) {
        return !form.template().fields().get(id).isTyped();
    }

    @Test
    void chineseIsChineseAndEnglishEnglish() {
        all.forEach((file, template) -> {
            if (template.language() == ReportLanguage.ENGLISH) {
                TemplateForm form = TemplateForm.blank(template, ShippedForms.study(template));
                for (SectionKind kind : SECTIONS) {
                    assertFalse(ShippedForms.text(form, kind).codePoints().anyMatch(Character::isIdeographic), file);
                }
                template.fields().values().stream()
                        .flatMap(field -> field.choices().stream())
                        .forEach(choice -> assertFalse(
                                choice.words().codePoints().anyMatch(Character::isIdeographic), file + choice));
            }
        });
    }
}
