package org.readingroom.report.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.report.quality.ImageGrade.A;
import static org.readingroom.report.quality.ImageGrade.B;
import static org.readingroom.report.quality.ImageGrade.D;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.workflow.Refusal;

// [utest->req~report.image-quality.refusals~1]
class ImageQualityJudgeTest {
    private static final Set<AuthorRole> READER = Set.of(AuthorRole.RADIOLOGIST);
    private static final ImageQuality REJECTED =
            new ImageQuality(List.of(MadeQuality.graded(D, "2026-03-02T09:00:00Z")));
    private static final ImageQuality BACK = REJECTED.with(MadeQuality.returned(D, "2026-03-02T09:01:00Z"));

    private final ImageQualityJudge judge = new ImageQualityJudge(ImageQualityRules.shipped());

    @Test
    void aGradeSaysWhatIsWrongAndNothingElse() {
        assertEquals(List.of(), refused(ImageQualityWish.grade(A, List.of(), "")));
        assertEquals(List.of(), refused(ImageQualityWish.grade(B, List.of("motion", "breathing"), "")));
        assertEquals(List.of("defect-needed"), refused(ImageQualityWish.grade(D, List.of(), "看不清")));
        assertEquals(List.of("no-defect"), refused(ImageQualityWish.grade(A, List.of("motion"), "")));
        assertEquals(List.of("unknown-defect"), refused(ImageQualityWish.grade(B, List.of("dust"), "")));
        assertEquals(
                List.of("unknown-defect"),
                refused(ImageQualityWish.grade(B, List.of("compression"), "")),
                "nobody is compressed in a CT");
        assertEquals(List.of("words-needed"), refused(ImageQualityWish.grade(B, List.of("other"), "  ")));
        assertEquals(List.of(), refused(ImageQualityWish.grade(B, List.of("other"), "床板伪影")));
    }

    @Test
    void onlyRejectedImagesGoBackOnceAndWithAReason() {
        ImageQualityWish back = ImageQualityWish.giveBack(D, "运动伪影，请重做");
        assertEquals(List.of(), refused(back, REJECTED, READER, false));
        assertEquals(List.of("return-grade"), refused(back, ImageQuality.NONE, READER, false));
        ImageQuality good = REJECTED.with(MadeQuality.graded(A, "2026-03-02T09:30:00Z"));
        assertEquals(List.of("return-grade"), refused(back, good, READER, false), "graded anew meanwhile");
        assertEquals(List.of("returned-already"), refused(back, BACK, READER, false));
        assertEquals(List.of("reason"), refused(ImageQualityWish.giveBack(D, " "), REJECTED, READER, false));
        ImageQuality small = new ImageQuality(List.of(MadeQuality.graded(B, "2026-03-02T09:00:00Z")));
        assertEquals(List.of("return-grade"), refused(ImageQualityWish.giveBack(B, "x"), small, READER, false));
    }

    @Test
    void machinesAndStrangersJudgeNothing() {
        ImageQualityWish grade = ImageQualityWish.grade(A, List.of(), "");
        assertEquals(List.of("role"), refused(grade, BACK, Set.of(AuthorRole.MACHINE), false));
        assertEquals(List.of("role"), refused(grade, BACK, Set.of(), false));
        assertEquals(List.of("return-role"), refused(ImageQualityWish.giveBack(D, "x"), REJECTED, Set.of(), false));
    }

    @Test
    void anIssuedReportKeepsItsGradeAndIsStoppedByNone() {
        ImageQualityWish good = ImageQualityWish.grade(A, List.of(), "");
        assertEquals(List.of(), refused(good, ImageQuality.NONE, READER, true), "a late first grade harms nobody");
        ImageQualityWish stop = ImageQualityWish.grade(D, List.of("motion"), "");
        assertEquals(List.of("issued"), refused(stop, ImageQuality.NONE, READER, true));
        ImageQuality graded = new ImageQuality(List.of(MadeQuality.graded(B, "2026-03-02T09:00:00Z")));
        assertEquals(List.of("issued"), refused(good, graded, READER, true));
        assertEquals(List.of(), refused(good, graded, READER, false), "until then a grade is given again at any time");
    }

    private List<String> refused(ImageQualityWish wish) {
        return refused(wish, ImageQuality.NONE, READER, false);
    }

    private List<String> refused(ImageQualityWish wish, ImageQuality before, Set<AuthorRole> who, boolean isIssued) {
        return judge.refusals(wish, before, MadeQuality.images("CT", 24), who, isIssued).stream()
                .map(Refusal::ruleId)
                .map(id -> id.replace("image-quality.", ""))
                .toList();
    }
}
