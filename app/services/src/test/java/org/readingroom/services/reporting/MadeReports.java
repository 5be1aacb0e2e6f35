package org.readingroom.services.reporting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Reports of invented patients, made of sentences as departments write them. Nobody signed them.
final class MadeReports {
    private static final String[] PLACES = {"右肺上叶", "左肺下叶", "肝右叶", "左肾", "胰头", "甲状腺左叶", "L4/5椎间盘", "额叶"};
    private static final String[] THINGS = {"结节影", "囊性低密度影", "钙化灶", "磨玻璃影", "Ground-glass nodule", "积液", "占位", "条索影"};
    private static final String[] NORMALS = {
        "气管及各级支气管通畅。", "纵隔未见肿大淋巴结。", "心影大小未见异常。", "双侧胸腔未见积液。", "No pleural effusion is seen. ", "骨质未见明确破坏。"
    };

    private MadeReports() {}

    static List<SignedReport> many(int count, long seed) {
        Random random = new Random(seed);
        List<SignedReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder findings = new StringBuilder();
            for (int line = 0; line < 12; line++) {
                findings.append(
                        random.nextInt(3) == 0
                                ? one(PLACES, random) + "见" + one(THINGS, random) + "，长径约" + (3 + random.nextInt(40))
                                        + " mm，序号" + Integer.toString(i, 36) + "。"
                                : one(NORMALS, random));
            }
            String impression = one(PLACES, random) + one(THINGS, random) + "，建议随访复查。";
            reports.add(signed(
                    "r" + i,
                    1,
                    findings.toString(),
                    impression,
                    random.nextBoolean() ? "CT" : "MR",
                    LocalDateTime.of(2020, 1, 1, 8, 0).plusHours(random.nextInt(50_000)),
                    random.nextBoolean() ? "王医师" : "Dr. Li"));
        }
        return reports;
    }

    static SignedReport signed(
            String id,
            int version,
            String findings,
            String impression,
            String modality,
            LocalDateTime time,
            String author) {
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25." + Math.abs(id.hashCode())),
                new Patient(new PatientId("DEMO-" + id, ""), new PersonName("Ceshi^" + id, "", ""), null, Sex.FEMALE),
                "",
                time,
                modality,
                "CHEST",
                "",
                "");
        Report report = new Report(new ReportId(id), study, ReportLanguage.CHINESE, "", List.of());
        report = ReportEdits.setText(report, SectionKind.FINDINGS, findings).apply(report);
        report = ReportEdits.setText(report, SectionKind.IMPRESSION, impression).apply(report);
        Author who = new Author(author, author, Set.of(AuthorRole.RADIOLOGIST), "", null);
        SigningAct act =
                new SigningAct(Stage.PRIMARY, who, version, version == 1 ? "" : "before", Instant.EPOCH, "", "rules-1");
        return new SignedReport(report, act, new byte[] {1}, "", new byte[] {1});
    }

    private static String one(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }
}
