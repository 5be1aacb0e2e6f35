package org.readingroom.services.reporting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.phrase.Phrase;
import org.readingroom.report.phrase.TemplateScope;
import org.readingroom.report.prior.PriorQuote;
import org.readingroom.report.suggest.ArchivedReport;
import org.readingroom.report.suggest.ReportArchive;
import org.readingroom.report.suggest.StockWords;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.services.reading.SignedArchive;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this home holds of the department's words, for sources of suggestions. What a trainee alone signed is not among
/// it, nor a new reading that nobody reviewed, nor what was quoted of a patient's earlier report.
///
/// **Thread:** `io`; blocks.
// [impl->req~report.suggest.archive~1]
public final class DepartmentReports implements ReportArchive {
    private static final Logger LOG = LoggerFactory.getLogger(DepartmentReports.class);

    /// Templates are listed for a study; for this one in any order.
    private static final StudyIdentity NO_STUDY = new StudyIdentity(
            new StudyUid("2.25.0"),
            new Patient(new PatientId("", ""), PersonName.NONE, null, Sex.UNKNOWN),
            "",
            null,
            "",
            "",
            "",
            "");

    /// What nobody answers for yet.
    private static final Set<Stage> NOT_YET = Set.of(Stage.TRAINEE, Stage.REREAD);

    private final SignedArchive archive;
    private final PhraseStore phrases;
    private final TemplateLibrary templates;

    DepartmentReports(SignedArchive archive, PhraseStore phrases, TemplateLibrary templates) {
        this.archive = archive;
        this.phrases = phrases;
        this.templates = templates;
    }

    @Override
    public void read(long position, Predicate<ArchivedReport> each) throws WorkstationException {
        archive.read(position, kept -> {
            var act = kept.signed().act();
            return NOT_YET.contains(act.stage())
                    || each.test(new ArchivedReport(
                            kept.position(),
                            PriorQuote.without(kept.signed().report()),
                            LocalDate.ofInstant(act.signedAt(), ZoneId.systemDefault()),
                            List.of(act.author().displayName())));
        });
    }

    @Override
    public List<StockWords> stock() {
        List<StockWords> stock = new ArrayList<>();
        for (ReportLanguage language : ReportLanguage.values()) {
            templates.suiting(NO_STUDY, language).forEach(template -> ofTemplate(template, stock));
        }
        for (PhraseOwner owner : PhraseOwner.values()) {
            try {
                phrases.book(owner).phrases().forEach(phrase -> ofPhrase(phrase, stock));
            } catch (WorkstationException e) {
                LOG.warn("a phrase book is not suggested from: {}", e.getMessage());
            }
        }
        return stock;
    }

    private static void ofTemplate(ReportTemplate template, List<StockWords> stock) {
        List<Section> filled = template.fill(Report.blank(NO_STUDY, template.language()));
        TemplateScope scope = TemplateScope.of(template, filled);
        filled.forEach(section -> section.sentences()
                .forEach(sentence -> stock.add(new StockWords(
                        "template:" + template.id(), template.language(), section.kind(), sentence.words(), scope))));
    }

    /// A phrase goes where it is wanted.
    private static void ofPhrase(Phrase phrase, List<StockWords> stock) {
        for (String words : SentenceSplitter.split(phrase.text())) {
            for (SectionKind kind : List.of(SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
                stock.add(new StockWords("phrase:" + phrase.id(), phrase.language(), kind, words, null));
            }
        }
    }
}
