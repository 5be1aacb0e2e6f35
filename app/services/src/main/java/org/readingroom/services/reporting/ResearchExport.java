package org.readingroom.services.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.readingroom.report.model.Report;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchCase;
import org.readingroom.report.research.ResearchFields;
import org.readingroom.report.research.ResearchReport;
import org.readingroom.report.research.ResearchTable;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.services.export.ExportDraft;
import org.readingroom.services.export.ExportFault;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportGate;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.reading.SignedArchive;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.sync.Outbox;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the table of an approved project from the reports of this home, and lets it out.
///
/// **Thread:** `io`; blocks.
// [impl->req~report.research.export~1]
public final class ResearchExport {
    private static final Logger LOG = LoggerFactory.getLogger(ResearchExport.class);

    private final Database documents;
    private final Seal seal;
    private final ResearchProjects projects;
    private final TemplateStore templates;
    private final SignedArchive archive;
    private final Outbox outbox;

    ResearchExport(Database documents, Seal seal, ResearchProjects projects, TemplateStore templates) {
        this.documents = documents;
        this.seal = seal;
        this.projects = projects;
        this.templates = templates;
        this.archive = new SignedArchive(documents, seal);
        this.outbox = new Outbox(documents, seal);
    }

    public ResearchProjects projects() {
        return projects;
    }

    /// The fields that can be asked for, of the shipped templates and the department's.
    public ResearchFields fields() throws WorkstationException {
        return ResearchFields.of(TemplateLibrary.shipped().with(templates.current()));
    }

    /// Makes the table. Of each report it takes the one version that holds, when it was reviewed.
    ///
    /// **Errors:** [ResearchRefusedException]; [CancellationException]; those of the store.
    public ResearchDraft make(String project, Progress progress) throws WorkstationException {
        ResearchCase of = projects.checked(project, Kind.EXPORTED);
        ResearchFields fields = fields();
        ResearchTable.Maker maker = new ResearchTable.Maker(of.project(), fields, projects.pseudonyms(project));
        PatientLinks links = PatientLinks.open(documents, seal);
        List<VersionTable.Row> rows = issued();
        Set<StudyUid> studies = new HashSet<>();
        int unreadable = 0;
        int done = 0;
        for (VersionTable.Row row : rows) {
            if (progress.isCancelled()) {
                throw new CancellationException("research export");
            }
            try {
                Report report = archive.opened(row).report();
                if (maker.add(new ResearchReport(
                        report, links.survivor(report.study().patient().id())))) {
                    studies.add(report.study().study());
                }
            } catch (WorkstationException e) {
                LOG.warn("a report is in no research table: {}", e.getMessage());
                unreadable++;
            }
            progress.at(++done, rows.size());
        }
        return ResearchDraft.of(
                of, maker.table(), studies, unreadable, projects.rules().leastGroup(), fields);
    }

    /// Writes the table and its dictionary into a folder of their own in `folder`; gives that folder. The
    /// trail knows of it before anything lies there.
    ///
    /// **Errors:** [ResearchRefusedException] when the approval is gone meanwhile;
    /// `services.research.empty`; those of the gate and the folder.
    public Path write(ResearchDraft draft, Path folder, ExportGate gate, Progress progress) throws Exception {
        if (draft.rows() == 0) {
            throw new WorkstationException("services.research.empty", "a research table without rows");
        }
        ResearchCase of = projects.checked(draft.of().project().id(), Kind.EXPORTED);
        ExportRequest request = new ExportRequest(
                ExportForm.TEXT, ExportPlace.FILE, PatientIdentity.REMOVED, draft.studies(), draft.rows());
        return gate.through(request, () -> {
            if (progress.isCancelled()) {
                throw new CancellationException("research export");
            }
            projects.exported(of, draft.rows(), draft.digest());
            return written(draft, folder);
        });
    }

    private static Path written(ResearchDraft draft, Path folder) throws WorkstationException {
        String name = "research-" + draft.of().project().id().substring(0, 8);
        try (ExportDraft files = ExportDraft.ofFolder(folder, name)) {
            Files.writeString(files.path().resolve("table.csv"), draft.csv(), StandardCharsets.UTF_8);
            Files.writeString(files.path().resolve("dictionary.csv"), draft.dictionary(), StandardCharsets.UTF_8);
            return files.keep();
        } catch (IOException e) {
            throw ExportFault.of(e);
        }
    }

    /// The last version that holds of each report that was reviewed.
    private List<VersionTable.Row> issued() throws WorkstationException {
        Set<String> withdrawn = outbox.withdrawn();
        Map<String, ReportWay> ways = new LinkedHashMap<>();
        for (VersionTable.Row row : documents.read(VersionTable::all)) {
            if (!withdrawn.contains(row.report() + "/" + row.version())) {
                ways.computeIfAbsent(row.report(), report -> new ReportWay(row)).add(row);
            }
        }
        return ways.values().stream()
                .filter(way -> way.issued() != null)
                .map(ReportWay::last)
                .toList();
    }
}
