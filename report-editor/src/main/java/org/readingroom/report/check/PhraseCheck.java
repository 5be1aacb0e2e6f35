package org.readingroom.report.check;

import java.util.function.Consumer;

/// Words that must not stand in this report: left over from a template, of another age or modality, of contrast that
/// was not given, a comparison without its date.
// [impl->req~report.check.phrases~1]
final class PhraseCheck implements ReportCheck {
    private final SentenceCache cache;

    PhraseCheck(SentenceCache cache) {
        this.cache = cache;
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        for (ReportReading.Read read : reading.sentences()) {
            for (PhraseRules.Hit hit : cache.read(read.sentence().text()).phrases()) {
                PhraseRules.Rule rule = hit.rule();
                boolean inSection = rule.sections().isEmpty()
                        || rule.sections().contains(read.section().name());
                if (inSection && rule.applies(reading.context()) && !isSaidElsewhere(rule, reading)) {
                    found.accept(read.concern(rule.id(), hit.words()));
                }
            }
        }
    }

    private static boolean isSaidElsewhere(PhraseRules.Rule rule, ReportReading reading) {
        return rule.onceInReport()
                && reading.sentences().stream()
                        .map(read -> read.sentence().text())
                        .anyMatch(text -> rule.isSaved(text)
                                && rule.pattern().matcher(text).find());
    }
}
