package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Side;

/// The impression puts something on the side where the findings do not have it.
///
/// Compared are clauses that name one side and a paired organ and do not deny: `右肺上叶结节` in the
/// impression against `左肺上叶见结节` in the findings. An organ the findings name on no side is not
/// compared.
final class SideCheck implements ReportCheck {
    private static final String ORGANS_ZH = "肺上叶|肺中叶|肺下叶|肺|肾上腺|肾|乳腺|乳房|卵巢|附件|额叶|颞叶|顶叶|枕叶|基底节|大脑半球|小脑半球"
            + "|丘脑|胸腔|胸膜|锁骨|肩胛骨|肋骨|肋|股骨|髋|膝|肩|甲状腺|腮腺|颌下腺|上颌窦|乳突|输尿管|腋窝";
    private static final String ORGANS_EN = "upper lobe|middle lobe|lower lobe|lung|adrenal gland|adrenal|kidney|breast"
            + "|ovary|frontal lobe|temporal lobe|parietal lobe|occipital lobe|basal ganglia|thalamus|pleural effusion"
            + "|clavicle|scapula|rib|femur|hip|knee|shoulder|thyroid|parotid|maxillary sinus|mastoid|ureter|axilla";
    private static final Pattern CHINESE = Pattern.compile("(左|右)(?:侧)?(?:第?[\\d一二三四五六七八九十、-]+)?(" + ORGANS_ZH + ")");
    private static final Pattern ENGLISH = Pattern.compile("\\b(left|right)\\s+(?:\\w+\\s+)?(" + ORGANS_EN + ")");
    private static final Pattern DENIES =
            Pattern.compile("未见|未及|无(?!名)|正常|清晰|\\b(?:no|without|normal|clear|unremarkable)\\b");
    private static final Pattern CLAUSE = Pattern.compile("[，,；;。.!！?？\\n]");

    private record Mention(Side side, String organ, ReportSentence sentence) {}

    @Override
    public void check(CheckContext context, Consumer<Concern> found) {
        List<Mention> seen = mentions(context.report().section(SectionKind.FINDINGS));
        for (Mention concluded : mentions(context.report().section(SectionKind.IMPRESSION))) {
            Set<Side> sides = EnumSet.noneOf(Side.class);
            seen.stream()
                    .filter(mention -> mention.organ().equals(concluded.organ()))
                    .forEach(mention -> sides.add(mention.side()));
            if (!sides.isEmpty() && !sides.contains(concluded.side())) {
                found.accept(Concern.at(
                        "side.conflict",
                        SectionKind.IMPRESSION,
                        concluded.sentence().id(),
                        concluded.organ()));
            }
        }
    }

    private static List<Mention> mentions(Section section) {
        List<Mention> mentions = new ArrayList<>();
        for (ReportSentence sentence : section.sentences()) {
            for (String clause : CLAUSE.split(sentence.text().toLowerCase(Locale.ROOT))) {
                if (DENIES.matcher(clause).find()) {
                    continue;
                }
                collect(CHINESE.matcher(clause), sentence, mentions);
                collect(ENGLISH.matcher(clause), sentence, mentions);
            }
        }
        return mentions;
    }

    private static void collect(Matcher matcher, ReportSentence sentence, List<Mention> mentions) {
        while (matcher.find()) {
            Side side = matcher.group(1).equals("左") || matcher.group(1).equals("left") ? Side.LEFT : Side.RIGHT;
            mentions.add(new Mention(side, matcher.group(2), sentence));
        }
    }
}
