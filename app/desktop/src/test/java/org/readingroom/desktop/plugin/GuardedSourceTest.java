package org.readingroom.desktop.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.readingroom.plugin.ApiVersion;
import org.readingroom.plugin.Capability;
import org.readingroom.plugin.Contributions;
import org.readingroom.plugin.Plugin;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.suggest.ArchivedReport;
import org.readingroom.report.suggest.Indication;
import org.readingroom.report.suggest.ReportArchive;
import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.SourceKind;
import org.readingroom.report.suggest.StockWords;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.suggest.SuggestionSource;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

class GuardedSourceTest {
    private static final ReportArchive BROKEN = new ReportArchive() {
        @Override
        public void read(long position, Predicate<ArchivedReport> each) throws WorkstationException {
            throw new WorkstationException("services.store.damaged", "broken archive");
        }

        @Override
        public List<StockWords> stock() {
            return List.of();
        }
    };

    private final List<String> off = new ArrayList<>();
    private final PluginHost host = new PluginHost((id, why) -> off.add(id));
    private boolean isBroken;

    private final class Source implements SuggestionSource {
        private final ReportArchive archive;

        Source(ReportArchive archive) {
            this.archive = archive;
        }

        @Override
        public SourceCard card() {
            return new SourceCard("mine", "1", SourceKind.RULES, "", Indication.ANY, "name", "uses", "limits");
        }

        @Override
        public List<Suggestion> suggest(SuggestionQuery query) {
            if (isBroken) {
                throw new IllegalStateException("broken");
            }
            return List.of(new Suggestion(query.section(), "肺野清晰。", List.of(), List.of("r"), 1, 1));
        }

        @Override
        public void refresh() throws WorkstationException {
            archive.read(0, each -> true);
        }
    }

    private final class SourcePlugin implements Plugin {
        @Override
        public String id() {
            return "source";
        }

        @Override
        public Set<Capability> requires() {
            return Set.of(Capability.SUGGESTIONS);
        }

        @Override
        public void contribute(Contributions contributions) {
            contributions.suggestions(Source::new);
        }

        @Override
        public ApiVersion builtFor() {
            return new ApiVersion(1, 1);
        }
    }

    private static SuggestionQuery query() {
        Patient patient = new Patient(new PatientId("1", ""), PersonName.NONE, null, Sex.UNKNOWN);
        StudyIdentity study = new StudyIdentity(new StudyUid("2.25.1"), patient, "", null, "CT", "CHEST", "", "");
        return new SuggestionQuery(
                Report.blank(study, ReportLanguage.CHINESE), SectionKind.FINDINGS, "", LocalDate.of(2026, 11, 20), 9);
    }

    // [utest->req~report.suggest.contract~1]
    // [utest->req~shell.plugins~1]
    @Test
    void aSourceThatThrowsIsOffAndAnswersNothingMore() {
        host.admit(new SourcePlugin());
        SuggestionSource source = host.sources(BROKEN).getFirst();
        assertEquals(1, source.suggest(query()).size());
        isBroken = true;
        assertEquals(List.of(), source.suggest(query()));
        assertEquals(List.of("source"), off);
        isBroken = false;
        assertEquals(List.of(), source.suggest(query()), "off for the session");
    }

    // [utest->req~report.suggest.contract~1]
    @Test
    void aBrokenArchiveIsNotTheSourcesFault() {
        host.admit(new SourcePlugin());
        SuggestionSource source = host.sources(BROKEN).getFirst();
        assertThrows(WorkstationException.class, source::refresh);
        assertEquals(List.of(), off);
        assertEquals(1, source.suggest(query()).size());
    }
}
