package org.readingroom.desktop.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.suggest.ArchivedReport;
import org.readingroom.report.suggest.ReportArchive;
import org.readingroom.report.suggest.StockWords;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// A department's reports, invented and the same each time: eight findings and two conclusions a report, put together
/// of
/// some hundred thousand different sentences.
final class SyntheticReports implements ReportArchive {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final List<String> PARTS = List.of("CHEST", "HEAD", "ABDOMEN", "SPINE", "KNEE", "PELVIS");
    private static final List<String> MODALITIES = List.of("CT", "CT", "CT", "MR", "DX", "US");
    private static final List<String> PLACES = List.of(
            "右肺上叶", "左肺下叶", "右肺中叶", "纵隔", "肝右叶", "肝左叶", "胰头", "左肾", "右肾上极", "脾", "额叶", "颞叶", "基底节", "小脑", "腰椎", "颈椎",
            "内侧半月板", "前交叉韧带", "膀胱", "前列腺");
    private static final List<String> SEGMENTS = List.of("前段", "后段", "内侧", "外侧", "近端", "远端", "边缘", "中央", "胸膜下", "包膜下");
    private static final List<String> SHAPES = List.of("类圆形", "不规则", "分叶状", "斑片状", "结节状", "条索状", "团块状", "点状");
    private static final List<String> SIGNS =
            List.of("密度增高影", "低密度影", "钙化灶", "囊性灶", "软组织影", "异常信号", "水肿", "渗出", "肿胀", "强化灶", "结节", "占位");
    private static final List<String> NATURES = List.of("考虑良性", "考虑炎性", "恶性待排", "陈旧性改变", "术后改变", "性质待定");

    private final int count;

    SyntheticReports(int count) {
        this.count = count;
    }

    @Override
    public void read(long position, Predicate<ArchivedReport> each) {
        for (int i = count; i > position; i--) {
            Random random = new Random(i);
            if (!each.test(
                    new ArchivedReport(i, report(random), TODAY.minusDays(random.nextInt(3650)), List.of("李审核")))) {
                return;
            }
        }
    }

    @Override
    public List<StockWords> stock() {
        return List.of();
    }

    /// Question `number`: a report with some findings, of which the last is begun at every third.
    SuggestionQuery query(int number, SectionKind section) {
        Random random = new Random(-1L - number);
        Report whole = report(random);
        List<ReportSentence> findings = whole.section(SectionKind.FINDINGS).sentences();
        int said = 1 + random.nextInt(findings.size() - 1);
        Report begun = whole.with(new Section(SectionKind.FINDINGS, findings.subList(0, said)))
                .with(Section.empty(SectionKind.IMPRESSION));
        String typed = number % 3 == 0 ? pick(PLACES, random) : "";
        return new SuggestionQuery(begun, section, typed, TODAY, 9);
    }

    private static Report report(Random random) {
        int kind = random.nextInt(PARTS.size());
        Patient patient = new Patient(
                new PatientId("P" + random.nextInt(1_000_000), "HOSP"),
                PersonName.parse("Li^Wei=李^伟"),
                TODAY.minusDays(random.nextInt(33_000)),
                random.nextBoolean() ? Sex.FEMALE : Sex.MALE);
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25." + (1L + random.nextInt(Integer.MAX_VALUE))),
                patient,
                "",
                null,
                MODALITIES.get(kind),
                PARTS.get(kind),
                "",
                "");
        List<ReportSentence> findings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            findings.add(sentence(finding(kind, random)));
        }
        List<ReportSentence> impression = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            impression.add(sentence(pick(PLACES, random) + pick(SEGMENTS, random) + pick(SIGNS, random) + "，"
                    + pick(NATURES, random) + "。"));
        }
        return new Report(
                new ReportId(new UUID(random.nextLong(), random.nextLong()).toString()),
                study,
                ReportLanguage.CHINESE,
                "",
                List.of(new Section(SectionKind.FINDINGS, findings), new Section(SectionKind.IMPRESSION, impression)));
    }

    private static String finding(int kind, Random random) {
        // Normal sentences are said again and again, others are of one report in many.
        if (random.nextInt(3) > 0) {
            return PLACES.get((kind * 3 + random.nextInt(4)) % PLACES.size()) + "形态、密度未见明显异常"
                    + SEGMENTS.get(random.nextInt(4)) + "。";
        }
        return pick(PLACES, random) + pick(SEGMENTS, random) + "见" + pick(SHAPES, random) + pick(SIGNS, random) + "，"
                + pick(NATURES, random) + "，大小约" + random.nextInt(60) + " mm。";
    }

    private static ReportSentence sentence(String text) {
        return ReportSentence.of(text, SentenceOrigin.HUMAN);
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
