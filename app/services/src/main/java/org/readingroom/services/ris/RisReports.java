package org.readingroom.services.ris;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.report.fhir.CriticalMessage;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.model.ReportId;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Reports on the hospital's side.
///
/// What a server sends without being asked for it, because it knows a filter not, is left out.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt gives the request up.
/// **Errors:** [RisException] says what kind of failure it was.
public interface RisReports {
    /// Files a finished bundle, all of it or nothing; never repeated here. Returns the report as it is there then.
    FiledReport file(byte[] bundle) throws WorkstationException;

    /// The report that an earlier filing reached, as it is now; nothing when that filing never arrived.
    Optional<FiledReport> filed(UUID operation) throws WorkstationException;

    Optional<FiledReport> current(ReportId report) throws WorkstationException;

    /// Every report of a study that a desk of ours wrote.
    List<FiledReport> ofStudy(StudyUid study) throws WorkstationException;

    /// Where there the one patient is who fits, such as `12`; nothing when it is none or several. A report is filed
    /// under no other.
    ///
    /// The number fits, the issuer where both sides name one, and the birth date; where one side says no whole
    /// date, the name. A record that was merged into another one stands for that one.
    Optional<String> patient(Patient patient) throws WorkstationException;

    /// Reports changed since `cursor`, and shortly before it, oldest first, without their words: of those that matter
    /// [#current] has them. When very many changed these are the first, and the next question gets more; none when
    /// `cursor` is empty: then the answer only says where to begin.
    ReportChanges changes(String cursor, Progress progress) throws WorkstationException;

    /// Tells that a case is read. True also when it was told before, or the RIS has closed the case itself.
    boolean complete(String task) throws WorkstationException;

    /// Tells how the work on a case stands, over nothing that somebody else put there; told twice, it is told once. A
    /// case that has ended is left.
    ///
    /// **Errors:** [org.readingroom.services.link.ServerFault#MISSING] when the RIS has no such Task.
    void tell(CaseNews news) throws WorkstationException;

    /// Tells that the documents of earlier versions hold no more, once that of the new one is there. Told twice, it is
    /// told once; nothing that is not ours is touched.
    Recall.Outcome recall(Recall recall) throws WorkstationException;

    /// Tells what `bundle` holds, all of it or nothing; told twice, it is told once.
    void tell(byte[] bundle) throws WorkstationException;

    /// Changes the state of what was told before, and nothing else of it. True also when it has that state already or
    /// another that it does not leave; false when it is not there.
    boolean change(CriticalMessage.Change change) throws WorkstationException;
}
