package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.desktop.command.CommandRegistry;

/// Puts the parts around the report together: each adds its commands, and what it shows of an opened
/// report.
///
/// **Thread:** FX.
final class ReportingPlace implements AutoCloseable {
    /// What ends with the session, such as a clock.
    private final List<Runnable> ends = new ArrayList<>();

    ReportingPlace(ReportingParts parts, CommandRegistry commands, DocumentSheet documents) {
        RedlinePlace redlines = new RedlinePlace(parts);
        redlines.addTo(commands);
        new DigestPlace(parts, redlines, commands);
        CriticalPlace critical = new CriticalPlace(parts, commands);
        ends.add(critical::close);
        ImageQualityPlace quality = new ImageQualityPlace(parts, commands);
        ends.add(quality::close);
        new ReportCommands(parts.around(), parts.read(), documents)
                .addTo(commands, parts.shell().placeProperty());
        // Before the phrases: a gap of the form is filled in as the form asks, not typed over.
        new TemplatePlace(parts, commands);
        new PhrasePlace(parts, commands);
        new PriorReportPlace(parts, commands);
        new OutsidePlace(parts);
        new StagePlace(parts, commands);
        new ReportSearchPlace(parts, commands);
        new EvidencePlace(parts);
        SuggestPlace suggest = new SuggestPlace(parts, commands);
        ends.add(suggest::close);
        new SignersPlace(parts);
        new CheckPlace(parts, commands);
        new LatePlace(parts, commands);
        new StatisticsPlace(parts, commands);
        new OverrulePlace(parts);
        new ResearchPlace(parts, commands);
        new AftercarePlace(parts, commands);
        new PracticePlace(parts, commands, new NewUserPlace(parts, commands));
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
    }
}
