package org.readingroom.report.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.SectionKind;

/// By which names templates call the sections of a report.
///
/// **Source:** section names of the RSNA RadReport library and of Chinese report forms; they may stand inside a longer
/// name.
final class SectionNames {
    private static final Map<SectionKind, List<String>> NAMES = Map.of(
            SectionKind.TECHNIQUE,
            List.of(
                    "technique",
                    "procedure",
                    "comparison",
                    "clinical",
                    "indication",
                    "history",
                    "检查技术",
                    "检查方法",
                    "检查项目",
                    "扫描",
                    "对比",
                    "临床",
                    "病史"),
            SectionKind.FINDINGS,
            List.of("finding", "observation", "影像表现", "检查所见", "所见", "影像描述", "表现"),
            SectionKind.IMPRESSION,
            List.of("impression", "conclusion", "诊断意见", "诊断印象", "诊断", "印象", "结论", "意见"));

    private SectionNames() {}

    static Optional<SectionKind> find(String id, String name) {
        return ofName(id).or(() -> ofName(name));
    }

    private static Optional<SectionKind> ofName(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION).stream()
                .filter(kind -> NAMES.getOrDefault(kind, List.of()).stream().anyMatch(plain::contains))
                .findFirst();
    }
}
