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

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;

class ResearchTableTest {
    private static final PatientId DEMO = new PatientId("DEMO-0001", "DEMO");

    private static StudyIdentity of(PatientId id, LocalDate born, LocalDateTime time) {
        return study(id, PersonName.parse("Ceshi^Yi"), born, time);
    }

    private static String[] lines(String csv) {
        return csv.substring(1).split("\r\n");
    }

    /// Names and days by `hmac` and `hashlib` of Python: HMAC-SHA-256 with the key 00 to 1f, "patient", a
    /// zero byte, the number, a zero byte, the issuer; the days are the first 63 bits modulo 3700, and
    /// one. 2026-04-01 less 2322 days is 2019-11-22.
    // [utest->req~report.research.table~1]
    // [utest->req~report.research.pseudonym~1]
    // [utest->req~report.research.deidentified~1]
    @Test
    void oneRowForAReportWithTwoNodulesIsWrittenCellForCell() {
        ResearchTable table = table(
                project(DateForm.SHIFTED, true, false, "nodulePlace", "noduleSize", "noduleKind"),
                key(0),
                report(
                        "report-1",
                        study(),
                        value("nodulePlace", "右肺上叶", ""),
                        value("noduleSize", "8.50", "mm"),
                        value("noduleKind", "实性", ""),
                        value("nodulePlace", "左肺下叶", ""),
                        value("noduleSize", "12", "mm"),
                        value("lungs", "双肺纹理清晰，肺内见结节，余肺实质未见异常密度影", "")));
        String[] lines = lines(ResearchCsv.table(table));
        assertEquals(
                "patient,record,lesion,sex,age_years,study_day,modality,template,language,conclusion,"
                        + "noduleKind,noduleKind.code,nodulePlace,nodulePlace.code,nodulePlace.2,nodulePlace.2.code,"
                        + "noduleSize [mm],noduleSize.2 [mm]",
                lines[0]);
        assertEquals(
                "P-40ADE005E4DA6BDD1EC5,R-ECFC434E2106CC8B4B7B,1,F,64,2019-11-22,CT,readingroom.lung-nodule-ct.zh,zh,"
                        + "positive,实性,solid,右肺上叶,RADLEX:RID1303,左肺下叶,RADLEX:RID1338,8.50,12",
                lines[1]);
        assertEquals(2, lines.length);
        assertEquals(Map.of(), table.leftOut());
    }

    /// The second of three has no solid part, the first was taken out before the third was added.
    // [utest->req~report.research.lesions~1]
    @Test
    void everyLesionHasARowOfItsOwn() {
        ResearchTable table = table(
                project(DateForm.SHIFTED, false, false, "nodulePlace", "noduleSize", "noduleSolid", "setting"),
                key(0),
                report(
                        "report-1",
                        study(),
                        value("setting", "筛查发现", ""),
                        value("nodulePlace#2", "右肺上叶", ""),
                        value("noduleSize#2", "8.5", "mm"),
                        value("noduleSolid#2", "4", "mm"),
                        value("nodulePlace#3", "左肺下叶", ""),
                        value("noduleSize#3", "12", "mm"),
                        value("nodulePlace#11", "左肺上叶", ""),
                        value("noduleSize#11", "6", "mm"),
                        value("noduleSolid#11", "5", "mm")),
                report("report-2", study(), value("noduleSize", "3", "mm")),
                report("report-3", study(), value("setting", "偶然发现", "")));
        String before = "P-40ADE005E4DA6BDD1EC5,";
        String facts = ",F,64,2019-11-22,CT,readingroom.lung-nodule-ct.zh,zh,positive,";
        List<String> lines = Arrays.stream(lines(ResearchCsv.table(table)))
                .map(line -> line.replaceFirst("R-[0-9A-F]{20}", "R").replace(before, ""))
                .toList();
        assertEquals(
                "patient,record,lesion,sex,age_years,study_day,modality,template,language,conclusion,"
                        + "nodulePlace,noduleSize [mm],noduleSolid [mm],setting",
                lines.getFirst());
        assertEquals(
                Set.of(
                        "R,1" + facts + "右肺上叶,8.5,4,筛查发现",
                        "R,2" + facts + "左肺下叶,12,,筛查发现",
                        "R,3" + facts + "左肺上叶,6,5,筛查发现",
                        "R,1" + facts + ",3,,",
                        "R," + facts + ",,,偶然发现"),
                Set.copyOf(lines.subList(1, lines.size())));
        assertEquals(6, lines.size());
        assertEquals(Map.of(), table.leftOut());
    }

    /// What of a template that is not known belongs to the first lesion nobody can say.
    // [utest->req~report.research.lesions~1]
    @Test
    void lesionsOfAnUnknownTemplateAreNotMixed() {
        ResearchReport known = report(
                "report-1",
                study(),
                value("noduleSize", "5", "mm"),
                value("noduleSolid", "3", "mm"),
                value("noduleSize#2", "9", "mm"));
        ResearchReport unknown = new ResearchReport(known.report().withTemplateId("gone"), known.patient());
        ResearchTable table =
                table(project(DateForm.SHIFTED, false, false, "noduleSize", "noduleSolid"), key(0), unknown);
        assertEquals(
                List.of("1:[3, 5]", "2:[9]"),
                table.rows().stream()
                        .map(row -> row.lesion() + ":"
                                + row.values().values().stream().sorted().toList())
                        .toList());
    }

    // [utest->req~report.research.pseudonym~1]
    @Test
    void aPatientKeepsTheNameWithinAProjectAndLosesItAcross() {
        ResearchProject project = project(DateForm.SHIFTED, false, false, "noduleSize");
        StudyIdentity later = of(DEMO, LocalDate.of(1961, 4, 2), LocalDateTime.of(2026, 5, 1, 0, 0));
        ResearchTable one = table(project, key(0), report("report-1", study()), report("report-2", later));
        ResearchTable other = table(project, key(1), report("report-1", study()));
        assertEquals(
                List.of("P-40ADE005E4DA6BDD1EC5", "P-40ADE005E4DA6BDD1EC5"),
                one.rows().stream().map(ResearchRow::patient).toList());
        // thirty days apart, as the true days
        assertEquals(
                List.of("2019-11-22", "2019-12-22"),
                one.rows().stream().map(ResearchRow::day).toList());
        assertEquals("P-AC77881B4B67793BE42E", other.rows().getFirst().patient());
        assertEquals("R-D0E8488260767B59A373", other.rows().getFirst().record());
        // 58 days before 2026-04-01
        assertEquals("2026-02-02", other.rows().getFirst().day());
    }

    /// The same number of another issuer is another patient, and so is each report without a number.
    // [utest->req~report.research.pseudonym~1]
    @Test
    void whoIsNotKnownToBeOneStaysTwo() {
        LocalDate born = LocalDate.of(1961, 4, 2);
        LocalDateTime time = LocalDateTime.of(2026, 4, 1, 0, 0);
        StudyIdentity nobody = of(new PatientId("", ""), born, time);
        StudyIdentity otherNobody = new StudyIdentity(
                new org.readingroom.viewer.model.StudyUid("2.25.5"), nobody.patient(), "", time, "CT", "", "", "");
        ResearchTable table = table(
                project(DateForm.YEAR, false, false, "noduleSize"),
                key(0),
                report("1", of(DEMO, born, time)),
                report("2", of(new PatientId("DEMO-0001", "OTHER"), born, time)),
                report("3", nobody),
                report("4", otherNobody));
        assertEquals(
                4, table.rows().stream().map(ResearchRow::patient).distinct().count());
    }

    /// Counted on fingers: the birthday is 2 April 1936, so 1 April 2026 is still 89.
    // [utest->req~report.research.deidentified~1]
    @ParameterizedTest
    @CsvSource({
        "1936-04-02, 2026-04-01, 89",
        "1936-04-02, 2026-04-02, 90+",
        "1920-01-01, 2026-04-02, 90+",
        "2026-04-01, 2026-04-01, 0",
        "2024-02-29, 2026-02-28, 1",
        "2026-05-01, 2026-04-01, ''"
    })
    void agesAreWholeYearsAndOneGroupFromNinetyOn(LocalDate born, LocalDate day, String age) {
        ResearchTable table = table(
                project(DateForm.YEAR, false, false, "noduleSize"),
                key(0),
                report("1", of(DEMO, born, day.atStartOfDay())));
        assertEquals(age, table.rows().getFirst().age());
        assertEquals("2026", table.rows().getFirst().day());
    }

    // [utest->req~report.research.table~1]
    @Test
    void onlyWhatTheProjectCoversIsARow() {
        ResearchProject project = project(DateForm.YEAR, false, false, "noduleSize");
        LocalDate born = LocalDate.of(1961, 4, 2);
        StudyIdentity dayless = of(DEMO, born, LocalDateTime.of(2026, 1, 1, 0, 0));
        dayless = new StudyIdentity(dayless.study(), dayless.patient(), "", null, "CT", "", "", "");
        StudyIdentity magnetic = of(DEMO, born, LocalDateTime.of(2026, 6, 1, 0, 0));
        magnetic = new StudyIdentity(magnetic.study(), magnetic.patient(), "", magnetic.studyTime(), "MR", "", "", "");
        ResearchTable table = table(
                project,
                key(0),
                report("before", of(DEMO, born, LocalDateTime.of(2025, 12, 31, 23, 59))),
                report("first", of(DEMO, born, LocalDateTime.of(2026, 1, 1, 0, 0))),
                report("last", of(DEMO, born, LocalDateTime.of(2026, 12, 31, 23, 59))),
                report("after", of(DEMO, born, LocalDateTime.of(2027, 1, 1, 0, 0))),
                report("other modality", magnetic),
                report("no day", dayless));
        assertEquals(2, table.rows().size());
        assertEquals(Map.of(LeftOut.NO_DAY, 1), table.leftOut());
    }

    /// What the template does not know stays here, and a value that nobody vouches for any more.
    // [utest->req~report.research.values~1]
    @Test
    void valuesThatAreNotTheFieldsAreLeftOutAndCounted() {
        ResearchTable table = table(
                project(DateForm.YEAR, true, false, "nodulePlace", "noduleSize", "lungsNote", "gone"),
                key(0),
                report(
                        "1",
                        study(),
                        value("noduleSize", "0.9", "cm"),
                        value("noduleSize", "8.5 mm", "mm"),
                        value("noduleSize", "9", "mm").leftBehind(),
                        value("noduleSize", "7", "mm"),
                        value("nodulePlace", "王小明", ""),
                        value("lungsNote", "索条影", ""),
                        value("gone", "1", "")));
        assertEquals(Map.of(LeftOut.NOT_OF_FIELD, 4, LeftOut.OVERWRITTEN, 1, LeftOut.FREE_TEXT, 1), table.leftOut());
        // the fourth of the report, and said so
        assertEquals(
                Map.of(new ResearchColumn("noduleSize", "mm", 4, false), "7"),
                table.rows().getFirst().values());
    }

    /// Four patients: two women of 64 and one of 65 examined in 2026, each group below three, and three
    /// men.
    // [utest->req~report.research.small-groups~1]
    @Test
    void patientsInSmallGroupsAreCounted() {
        LocalDateTime time = LocalDateTime.of(2026, 4, 1, 0, 0);
        ResearchTable table = table(
                project(DateForm.YEAR, false, false, "noduleSize"),
                key(0),
                report("1", of(new PatientId("1", ""), LocalDate.of(1961, 6, 1), time)),
                report("2", of(new PatientId("2", ""), LocalDate.of(1961, 7, 1), time)),
                report("3", of(new PatientId("2", ""), LocalDate.of(1961, 7, 1), time)),
                report("4", of(new PatientId("4", ""), LocalDate.of(1961, 1, 1), time)));
        assertEquals(new SmallGroups(1, 3, 2), SmallGroups.of(table, DateForm.YEAR, 2));
        assertTrue(SmallGroups.of(table, DateForm.YEAR, 2).isAny());
        assertEquals(new SmallGroups(3, 3, 3), SmallGroups.of(table, DateForm.YEAR, 3));
        assertFalse(SmallGroups.of(table, DateForm.YEAR, 1).isAny());
    }

    // [utest->req~report.research.dictionary~1]
    @Test
    void eachColumnIsExplainedInBothLanguages() {
        ResearchTable table = table(
                project(DateForm.YEAR, true, false, "nodulePlace", "noduleSize"),
                key(0),
                report("1", study(), value("nodulePlace", "右肺上叶", ""), value("noduleSize", "7", "mm")));
        String[] lines = lines(ResearchCsv.dictionary(table, ResearchCases.FIELDS));
        String size = Arrays.stream(lines)
                .filter(line -> line.startsWith("noduleSize [mm],"))
                .findFirst()
                .orElseThrow();
        assertTrue(size.contains("结节平均径") && size.contains("mean diameter of the nodule"), size);
        assertTrue(size.contains(",NUMBER,mm,SIZE,"), size);
        String place = Arrays.stream(lines)
                .filter(line -> line.startsWith("nodulePlace,"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                place.contains("右肺上叶 = RADLEX:RID1303") && place.contains("right upper lobe = RADLEX:RID1303"), place);
        assertTrue(Arrays.stream(lines).anyMatch(line -> line.startsWith("age_years,,检查时年龄（整岁）")), "fixed columns too");
        assertEquals(1 + ResearchRow.HEADS.size() + 3, lines.length);
    }
}
