package org.readingroom.services.reporting;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.critical.CriticalActor;
import org.readingroom.report.model.Report;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.Authors;
import org.readingroom.services.reading.LateWords;
import org.readingroom.services.reading.SignedDispatch;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;

/// What stands around the reports of one signed-in person: one store for each part.
///
/// **Thread:** any but `fx` and `gl`, as what it hands out.
public final class Reporting {
    private final PhraseStore phrases;
    private final ReportSearch search;
    private final Suggesting suggesting;
    private final TemplateStore templates;
    private final CriticalValues critical;
    private final ReportStatistics statistics;
    private final Aftercare aftercare;
    private final ImageQualities imageQuality;
    private final LateWords late;
    private final SeniorChanges seniorChanges;
    private final KeptOverrules overrules;
    private final ResearchExport research;
    private final PracticeRegister practice;

    /// `folder` is that of the home.
    public Reporting(
            Path folder,
            Database documents,
            Seal seal,
            AuditTrail audit,
            User user,
            InstantSource clock,
            SignedDispatch dispatch) {
        this.phrases = new PhraseStore(documents, seal, audit, user);
        this.search = new ReportSearch(documents, seal, audit, user);
        this.late = new LateWords(documents, seal, audit);
        this.overrules = new KeptOverrules(documents, seal, audit, user);
        this.templates = new TemplateStore(documents, seal, audit, user, clock);
        CriticalActor me = CriticalActor.of(Authors.of(user));
        CriticalDispatch told = new CriticalDispatch(dispatch);
        this.critical = new CriticalValues(documents, seal, audit, me, clock, CriticalFiles.in(folder), told);
        ImageQualityFiles judged = ImageQualityFiles.in(folder);
        CaseDispatch cases = new CaseDispatch(dispatch);
        this.imageQuality = new ImageQualities(documents, seal, audit, Authors.of(user), clock, judged, cases);
        this.seniorChanges = new SeniorChanges(documents, seal, audit, user);
        this.research = new ResearchExport(
                documents, seal, new ResearchProjects(folder, documents, seal, audit, user, clock), templates);
        this.aftercare = new Aftercare(folder, documents, seal, audit, user, clock);
        this.statistics =
                new ReportStatistics(folder, documents, seal, audit, user, clock, critical, imageQuality, aftercare);
        this.practice = new PracticeRegister(documents, seal, audit, user, clock);
        this.suggesting = new Suggesting(documents, seal, audit, user, clock, phrases, SuggestionFiles.in(folder));
    }

    public TemplateStore templates() {
        return templates;
    }

    public PhraseStore phrases() {
        return phrases;
    }

    public CriticalValues critical() {
        return critical;
    }

    /// What became of cases after their reports.
    public Aftercare aftercare() {
        return aftercare;
    }

    public ReportStatistics statistics() {
        return statistics;
    }

    /// How good images are.
    public ImageQualities imageQuality() {
        return imageQuality;
    }

    /// `checks`, and what stands around `report` against signing it.
    public List<CheckResult> join(Report report, List<CheckResult> checks) {
        return imageQuality.join(report, critical.join(report, checks));
    }

    /// What the service holds against signing a report: what `checks` find and what stands around it, without what
    /// persons let stand.
    // [impl->req~report.check.overrule-kept~1]
    public Function<Report, List<CheckResult>> against(ReportChecks checks) {
        return report -> overrules.without(join(report, checks.check(CheckContext.of(report))), report, checks.rules());
    }

    /// What persons let stand of what the checks found.
    public KeptOverrules overrules() {
        return overrules;
    }

    /// Since when people practise, and their licences.
    public PracticeRegister practice() {
        return practice;
    }

    /// Research projects and their tables.
    public ResearchExport research() {
        return research;
    }

    /// Words in all signed reports.
    public ReportSearch search() {
        return search;
    }

    /// Words that came too late for their reports.
    public LateWords late() {
        return late;
    }

    /// What others changed of the person's own reports.
    public SeniorChanges seniorChanges() {
        return seniorChanges;
    }

    public Suggesting suggesting() {
        return suggesting;
    }
}
