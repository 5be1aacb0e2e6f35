package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;

/// Runs every check over a report, as often as it changes.
///
/// **Thread:** any. **Cost:** 8 to 9 ms of processor time for a report of 5,000 characters in which one sentence
/// changed (`docs/checks.md`, "How long it takes").
// [impl->req~report.check.all~1]
public final class ReportChecks {
    private final CheckRules rules;
    private final CheckWords words = CheckWords.shipped();
    private final SentenceCache cache;
    private final List<ReportCheck> checks;
    private final List<ReportCheck> ofTemplate;

    /// With the templates that ship.
    public ReportChecks(CheckRules rules) {
        this(rules, id -> TemplateLibrary.shipped().find(id));
    }

    /// `templates` finds the one a report was begun with.
    public ReportChecks(CheckRules rules, Function<String, Optional<ReportTemplate>> templates) {
        this.rules = rules;
        this.ofTemplate = ofTemplate(templates);
        ClauseReader reader = new ClauseReader(words);
        PhraseRules phrases = PhraseRules.shipped();
        Spelling spelling = Spelling.shipped();
        cache = new SentenceCache(
                text -> new SentenceCache.Reading(reader.read(text), phrases.hits(text), spelling.slips(text)));
        checks = List.of(
                new CompletenessCheck(),
                new AuthorCheck(),
                new PhraseCheck(cache),
                new SideCheck(words),
                new SideFactsCheck(words),
                new SexOrganCheck(words),
                new PartCheck(words),
                new RemovedOrganCheck(words),
                new ConclusionCheck(words),
                new NegationCheck(words),
                new NumberCheck(),
                new TenfoldCheck(),
                new RangeCheck(words),
                new ImageRefCheck(),
                new DateCheck(),
                new AgeCheck(),
                new SpellingCheck(cache));
    }

    private ReportChecks(ReportChecks same, List<ReportCheck> ofTemplate) {
        this.rules = same.rules;
        this.cache = same.cache;
        this.checks = same.checks;
        this.ofTemplate = ofTemplate;
    }

    private static List<ReportCheck> ofTemplate(Function<String, Optional<ReportTemplate>> templates) {
        return List.of(new ComputedCheck(templates), new LesionNumberCheck(templates));
    }

    /// The same checks with other templates.
    public ReportChecks with(Function<String, Optional<ReportTemplate>> templates) {
        return new ReportChecks(this, ofTemplate(templates));
    }

    /// The rule file that weighs what they find.
    public CheckRules rules() {
        return rules;
    }

    /// **Order:** blocking first, then in reading order.
    public List<CheckResult> check(CheckContext context) {
        List<CheckResult> results = new ArrayList<>();
        ReportReading reading = ReportReading.of(context, words, cache);
        checks.forEach(check -> check.check(reading, concern -> results.add(result(concern))));
        ofTemplate.forEach(check -> check.check(reading, concern -> results.add(result(concern))));
        results.sort(Comparator.comparing(CheckResult::severity)
                .thenComparing(CheckResult::section, Comparator.nullsFirst(Comparator.naturalOrder())));
        return results;
    }

    private CheckResult result(Concern concern) {
        return new CheckResult(
                concern.checkId(),
                rules.severity(concern.checkId()),
                "report.check." + concern.checkId(),
                concern.arguments(),
                concern.section(),
                concern.sentence(),
                concern.fix());
    }
}
