package org.readingroom.report.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.model.ValidVersions;

/// A report as lines of text, for programs that take nothing else: whose it is, its sections, who signed.
///
/// What nobody signed says so in its first line; what is temporary, or takes the place of another, in the next.
// [impl->req~report.text.plain~1]
public final class PlainText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private PlainText() {}

    /// The words of `report`; `all`, oldest first, are the versions signed so far. It is a draft unless the last of
    /// them, or the last that holds, says the same. `zone` is the one signing times are shown in.
    public static String of(Report report, List<SignedReport> all, ZoneId zone) {
        List<SignedReport> valid = ValidVersions.of(all);
        boolean isValid = !valid.isEmpty() && valid.getLast().report().equals(report);
        List<SignedReport> versions = isValid ? valid : all;
        Messages words = Messages.of(report.language().locale());
        StringBuilder text = new StringBuilder();
        boolean isSigned = !versions.isEmpty() && versions.getLast().report().equals(report);
        text.append(words.get("report.pdf.title"));
        text.append(isSigned ? "" : " · " + words.get("report.pdf.draft")).append('\n');
        if (isSigned) {
            VersionStanding.lines(versions, words)
                    .forEach(line -> text.append(line).append('\n'));
        }
        StudyIdentity study = report.study();
        line(text, words, "name", study.patient().name().display());
        line(text, words, "patient-id", study.patient().id().value());
        line(text, words, "accession", study.accessionNumber());
        line(text, words, "study-time", study.studyTime() == null ? "" : MINUTES.format(study.studyTime()));
        line(text, words, "description", study.description());
        for (Section section : report.sections()) {
            if (!section.isBlank()) {
                text.append('\n').append(words.get(section.kind().messageKey())).append('\n');
                text.append(section.text().strip()).append('\n');
            }
        }
        if (isSigned) {
            text.append('\n');
            for (SignedReport signed : versions) {
                text.append(words.get(signed.act().stage().messageKey()))
                        .append(' ')
                        .append(signed.act().author().displayName())
                        .append(' ')
                        .append(MINUTES.format(signed.act().signedAt().atZone(zone)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Messages words, String key, String value) {
        if (!value.isBlank()) {
            text.append(words.get("report.pdf." + key))
                    .append(": ")
                    .append(value.strip())
                    .append('\n');
        }
    }
}
