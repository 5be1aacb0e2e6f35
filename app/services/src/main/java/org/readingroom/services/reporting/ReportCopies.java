package org.readingroom.services.reporting;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.report.fhir.ReportHtml;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.pdf.ReportFonts;
import org.readingroom.report.pdf.StampedPdf;
import org.readingroom.report.text.PlainText;
import org.readingroom.report.workflow.CopyStamp;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.report.workflow.VersionValidity;
import org.readingroom.services.reading.ReportService;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Signed versions as people get to see or take them with them: one that does not count now says so on every page of
/// the copy. What is on file, and what was signed, stays byte for byte.
///
/// **Thread:** any but `fx` and `gl`.
// [impl->req~report.copy.validity~1]
public final class ReportCopies {
    private final ReportService reports;
    private final CourseService course;
    private final ZoneId zone;

    /// `zone` is the one times are shown in.
    public ReportCopies(ReportService reports, CourseService course, ZoneId zone) {
        this.reports = reports;
        this.course = course;
        this.zone = zone;
    }

    /// One version in the forms that are read.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Copy(SignedReport signed, VersionValidity validity, byte[] pdf, String html, String text) {}

    /// How a version of a study's report stands to the one that counts now.
    ///
    /// **Errors:** `services.report.unknown` when there is no such version.
    public VersionValidity validity(StudyUid study, ReportId report, int version) throws WorkstationException {
        return VersionValidity.of(version(reports.versions(study), report, version), course.course(study));
    }

    /// A copy as of now.
    ///
    /// **Errors:** as [#validity]; [org.readingroom.report.pdf.ReportPdfException] when the page cannot be stamped.
    public Copy copy(StudyUid study, ReportId report, int version) throws WorkstationException {
        List<SignedReport> all = reports.versions(study);
        SignedReport signed = version(all, report, version);
        VersionValidity validity = VersionValidity.of(signed, course.course(study));
        Optional<CopyStamp> stamp = CopyStamp.of(validity, signed.report().language(), course.now(), zone);
        byte[] onFile = reports.pdf(report, version);
        String text = PlainText.of(signed.report(), all.subList(0, all.indexOf(signed) + 1), zone);
        return new Copy(
                signed,
                validity,
                stamp.isPresent() ? StampedPdf.of(onFile, stamp.get(), ReportFonts.ofSystem()) : onFile,
                ReportHtml.page(signed, stamp),
                stamp.map(one -> one.around(text)).orElse(text));
    }

    /// `words`, as an editor holds them, as lines of text as of now: with the signatures when a version says just this,
    /// and with the stamp when that version does not count; else as a draft.
    public String text(Report words) throws WorkstationException {
        List<SignedReport> all = reports.versions(words.study().study());
        ReportCourse now = course.course(words.study().study());
        boolean isHeld = saying(now.versions(), words).isPresent();
        List<SignedReport> from = isHeld ? now.versions() : all;
        String text = PlainText.of(words, from, zone);
        return saying(from, words)
                .flatMap(
                        version -> CopyStamp.of(VersionValidity.of(version, now), words.language(), course.now(), zone))
                .map(stamp -> stamp.around(text))
                .orElse(text);
    }

    /// The last of `versions` that holds, or else the last, when it says `words`.
    private static Optional<SignedReport> saying(List<SignedReport> versions, Report words) {
        return Stream.of(ValidVersions.of(versions), versions)
                .filter(list -> !list.isEmpty())
                .map(List::getLast)
                .filter(version -> version.report().equals(words))
                .findFirst();
    }

    private static SignedReport version(List<SignedReport> all, ReportId report, int version)
            throws WorkstationException {
        return all.stream()
                .filter(one -> one.report().id().equals(report) && one.act().version() == version)
                .findFirst()
                .orElseThrow(() -> new WorkstationException("services.report.unknown", "no such version"));
    }
}
