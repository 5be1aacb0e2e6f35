package org.readingroom.report.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.report.research.ResearchCases.key;
import static org.readingroom.report.research.ResearchCases.project;
import static org.readingroom.report.research.ResearchCases.report;
import static org.readingroom.report.research.ResearchCases.study;
import static org.readingroom.report.research.ResearchCases.table;
import static org.readingroom.report.research.ResearchCases.value;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.Pages;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateException;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Values that try to carry a patient out of the house, or a formula into a spreadsheet.
class HostileResearchTest {
    private static final StudyIdentity WANG = new StudyIdentity(
            new StudyUid("1.2.840.99.4711"),
            new Patient(
                    new PatientId("M20260077", "HIS"),
                    new PersonName("Wang^XiaoDong", "王^小东", ""),
                    LocalDate.of(1958, 3, 7),
                    Sex.MALE),
            "ACC778899",
            LocalDateTime.of(2026, 4, 1, 9, 15),
            "CT",
            "王小东",
            "王小东 胸部",
            "东城医院");

    /// Written down by hand, not made by the program: every way in which this patient could be read.
    private static final List<String> NAMING = List.of(
            "wang",
            "xiaodong",
            "王小东",
            "小东",
            "小东王",
            "m20260077",
            "20260077",
            "acc778899",
            "778899",
            "1.2.840.99.4711",
            "12840994711",
            "19580307",
            "1958-03-07",
            "07031958",
            "1958年3月7日",
            "13912345678",
            "110101195803071234",
            "东城医院");

    private static void assertNobody(String output) {
        String plain = Normalizer.normalize(output, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = plain.replaceAll("[^\\p{L}\\p{N},\\n]", "");
        for (String each : NAMING) {
            assertFalse(plain.contains(each), each + " in " + output);
            assertFalse(bare.contains(each.replaceAll("[^\\p{L}\\p{N}]", "")), each + " in " + output);
        }
    }

    private static String written(ResearchTable table) {
        return ResearchCsv.table(table) + ResearchCsv.dictionary(table, ResearchCases.FIELDS);
    }

    // [utest->req~report.research.free-text~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "王小东，右肺结节",
                "王 小 东 的结节",
                "王　小东同前",
                "患者小东（王）咳嗽",
                "Wang XiaoDong, nodule",
                "WANG,XIAODONG nodule",
                "XiaoDong Wang nodule",
                "Ｗａｎｇ　ＸｉａｏＤｏｎｇ 结节",
                "W-a-n-g X.i.a.o.D.o.n.g",
                "w\u200bang xiao\u00addong",
                "编号M20260077，见结节",
                "编号 M 2026 0077",
                "m-20260077",
                "检查号 ACC778899",
                "acc 778 899",
                "1.2.840.99.4711",
                "生于1958-03-07",
                "生于 1958年3月7日",
                "生于1958.3.7",
                "07/03/1958",
                "电话13912345678",
                "电话139-1234-5678",
                "身份证110101195803071234",
                "wang@hospital.example",
                "W.X.i.a.o.D.o.n.g\nWang"
            })
    void typedWordsLoseWhoseTheyAre(String typed) {
        ResearchTable table = table(
                project(DateForm.YEAR, true, true, "lungsNote"),
                key(0),
                report("r", WANG, value("lungsNote", typed, "")));
        assertEquals(1, table.rows().size());
        assertNobody(written(table));
    }

    // [utest->req~report.research.free-text~1]
    @ParameterizedTest
    @CsvSource({
        "右肺上叶结节8 mm，王小东, '右肺上叶结节8 mm,[…]'",
        "'nodule of 12 mm, seen by Wang on 2025-11-03', 'nodule of 12 mm, seen by […] on […]'",
        "along the fissure, along the fissure",
        "CT值约-850 HU, CT值约-850 HU"
    })
    void andKeepWhatTheySay(String typed, String left) {
        assertEquals(left, new KnownNames(WANG, WANG.patient().id()).removedFrom(typed));
    }

    // [utest->req~report.research.free-text~1]
    @Test
    void typedWordsStayHereUnlessTheyAreAskedFor() {
        ResearchTable table = table(
                project(DateForm.YEAR, true, false, "lungsNote"),
                key(0),
                report("r", WANG, value("lungsNote", "索条影", "")));
        assertEquals(Map.of(LeftOut.FREE_TEXT, 1), table.leftOut());
        assertFalse(written(table).contains("索条影"));
    }

    /// Words that were copied from the report of somebody else, whom the project does not even cover.
    // [utest->req~report.research.free-text~1]
    @Test
    void typedWordsDoNotNameAnybodyElse() {
        StudyIdentity uncovered = new StudyIdentity(
                WANG.study(),
                WANG.patient(),
                WANG.accessionNumber(),
                LocalDateTime.of(2020, 1, 1, 0, 0),
                "MR",
                "",
                "",
                "");
        ResearchTable table = table(
                project(DateForm.YEAR, true, true, "lungsNote"),
                key(0),
                report("1", study(), value("lungsNote", "王小东同前", "")),
                report("2", study(), value("lungsNote", "as Wang, XiaoDong", "")),
                report("3", study(), value("lungsNote", "索条影", "")),
                report("4", uncovered));
        assertEquals(3, table.rows().size());
        assertNobody(written(table));
        assertEquals(Map.of(LeftOut.NAMES_PATIENT, 2), table.leftOut());
        assertTrue(written(table).contains("索条影"));
    }

    /// Names where no words are expected: in a choice, its code, a number, a unit, the template, the
    /// modality, a field.
    // [utest->req~report.research.values~1]
    // [utest->req~report.research.deidentified~1]
    @Test
    void nothingThatNamesThePatientLeavesByAnotherWay() {
        List<FieldValue> values = new ArrayList<>(List.of(
                value("nodulePlace", "王小东", ""),
                value("nodulePlace", "右肺上叶\n王小东", ""),
                value("noduleSize", "20260077", "mm"),
                value("noduleSize", "778899", "mm"),
                value("noduleSize", "19580307", "mm"),
                value("noduleSize", "8", "王小东"),
                value("王小东", "8", ""),
                value("M20260077", "8", "mm"),
                new FieldValue(
                        "nodulePlace",
                        FieldRole.LOCATION,
                        "王小东",
                        "左肺上叶",
                        "",
                        new CodedConcept("M20260077", "ACC778899", "Wang XiaoDong", "王小东"),
                        true)));
        ResearchReport plain = report("M20260077", WANG, values.toArray(FieldValue[]::new));
        ResearchReport hostile =
                new ResearchReport(plain.report().withTemplateId("王小东"), new PatientId("M20260077", "HIS"));
        StudyIdentity odd = new StudyIdentity(
                WANG.study(), WANG.patient(), WANG.accessionNumber(), WANG.studyTime(), "WANG", "", "", "");
        Report other = new Report(new ReportId("Wang"), odd, plain.report().language(), "Wang", List.of());
        ResearchProject all = project(DateForm.SHIFTED, true, true, "nodulePlace", "noduleSize", "王小东", "M20260077");
        ResearchProject anyModality = new ResearchProject(
                "Wang",
                "王小东",
                "M20260077",
                "ACC778899",
                all.validUntil(),
                all.from(),
                all.to(),
                "",
                all.fields(),
                all.dates(),
                true,
                true);
        ResearchTable table = table(
                anyModality,
                key(0),
                plain,
                hostile,
                new ResearchReport(other, WANG.patient().id()));
        assertEquals(3, table.rows().size());
        assertNobody(written(table));
        assertTrue(written(table).contains("左肺上叶,RADLEX:RID1327"), "what its template knows leaves");
    }

    /// A field for numbers without a range, into which a number of the patient was typed.
    // [utest->req~report.research.values~1]
    @ParameterizedTest
    @CsvSource({"20260077", "778899", "260077", "19580307", "58030.7", "2602"})
    void aNumberOfThePatientIsNoMeasurement(String number) throws TemplateException {
        ReportTemplate template = Pages.read(Pages.page(
                "zh",
                "<p>体积<input id=\"volume\" type=\"number\" title=\"体积\" data-field-units=\"mm3\"/>。</p>",
                "<p>无。</p>"));
        FieldCell cell = new FieldCell(
                project(DateForm.YEAR, false, false, "volume"), new KnownNames(WANG, new PatientId("", "")), 1);
        ResearchField.Use use = new ResearchField.Use(
                "t",
                ReportLanguage.CHINESE,
                Objects.requireNonNull(template.fields().get("volume")),
                false);
        FieldCell.Answer answer = cell.of(value("volume", number, "mm3"), use);
        assertEquals(
                number.equals("2602")
                        ? new FieldCell.Answer.Taken(new FieldCell.Cell("2602", ""))
                        : new FieldCell.Answer.Left(LeftOut.NAMES_PATIENT),
                answer);
    }

    // [utest->req~report.research.csv~1]
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+2;'=1+2",
                "+cmd;'+cmd",
                "-2+3;'-2+3",
                "@SUM(A1);'@SUM(A1)",
                "＝1+2;'＝1+2",
                "` =1`;`' =1`",
                "-850;-850",
                "-0.5;-0.5",
                "-850 HU;'-850 HU",
                "a=b;a=b",
                "say \"no\";`\"say \"\"no\"\"\"`",
                "a,b;`\"a,b\"`",
                "=HYPERLINK(\"x\",\"y\");`\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"`"
            },
            delimiter = ';')
    void cellsAreNeverFormulasAndNumbersStayNumbers(String text, String cell) {
        assertEquals(cell, CsvText.cell(text));
    }

    // [utest->req~report.research.csv~1]
    @Test
    void linesWithinACellStayInIt() {
        assertEquals("\"'\t=1\"".replace("\"", ""), CsvText.cell("\t=1"));
        assertEquals("\"'\r\n=1\"", CsvText.cell("\r\n=1"));
        assertEquals("\"one\ntwo\"", CsvText.cell("one\ntwo"));
        assertEquals("\uFEFFa,b\r\n\"1\n\",2\r\n", CsvText.of(List.of(List.of("a", "b"), List.of("1\n", "2"))));
    }
}
