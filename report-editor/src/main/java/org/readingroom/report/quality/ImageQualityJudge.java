package org.readingroom.report.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.quality.ImageQualityAct.Kind;
import org.readingroom.report.workflow.Refusal;

/// What `rules` say no to.
// [impl->req~report.image-quality.refusals~1]
public record ImageQualityJudge(ImageQualityRules rules) {
    /// Every rule that refuses `wish`; empty when it may be done. `isIssued` is whether the report over the images is
    /// signed for good: what it rests on then stays, and nothing stops it any more.
    public List<Refusal> refusals(
            ImageQualityWish wish, ImageQuality before, JudgedImages images, Set<AuthorRole> who, boolean isIssued) {
        List<Refusal> refusals = new ArrayList<>();
        if (wish.kind() == Kind.GRADED) {
            refuse(refusals, !rules.mayGrade(who), "role");
            boolean isLate =
                    before.grading().isPresent() || rules.rule(wish.grade()).blocks();
            refuse(refusals, isIssued && isLate, "issued");
            defects(refusals, wish, images);
        } else {
            giveBack(refusals, wish, before, who);
        }
        return List.copyOf(refusals);
    }

    /// The defects that `wish` names; one that the rules do not know is left out.
    public List<ImageDefect> named(ImageQualityWish wish) {
        return rules.defects().stream()
                .map(DefectRule::defect)
                .filter(defect -> wish.defects().contains(defect.id()))
                .toList();
    }

    private void defects(List<Refusal> refusals, ImageQualityWish wish, JudgedImages images) {
        GradeRule.Defects asked = rules.rule(wish.grade()).defects();
        List<DefectRule> named = rules.defects(images.modalities()).stream()
                .filter(each -> wish.defects().contains(each.defect().id()))
                .toList();
        Set<String> known = named.stream().map(each -> each.defect().id()).collect(Collectors.toUnmodifiableSet());
        refuse(refusals, !known.containsAll(wish.defects()), "unknown-defect");
        refuse(refusals, asked == GradeRule.Defects.REQUIRED && wish.defects().isEmpty(), "defect-needed");
        refuse(refusals, asked == GradeRule.Defects.NONE && !wish.defects().isEmpty(), "no-defect");
        refuse(refusals, wish.words().isEmpty() && named.stream().anyMatch(DefectRule::needsWords), "words-needed");
    }

    private void giveBack(List<Refusal> refusals, ImageQualityWish wish, ImageQuality before, Set<AuthorRole> who) {
        Optional<ImageQualityAct> grading = before.grading();
        boolean isStanding = grading.filter(act -> act.grade() == wish.grade()).isPresent();
        refuse(refusals, !rules.mayReturn(who), "return-role");
        refuse(refusals, !isStanding || !before.isStopped(rules), "return-grade");
        refuse(refusals, before.isReturned(), "returned-already");
        refuse(refusals, wish.words().isEmpty(), "reason");
    }

    private static void refuse(List<Refusal> refusals, boolean isWrong, String ruleId) {
        if (isWrong) {
            refusals.add(new Refusal("image-quality." + ruleId, "report.image-quality.rule." + ruleId, List.of()));
        }
    }
}
