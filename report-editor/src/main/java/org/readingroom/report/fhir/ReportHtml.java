package org.readingroom.report.fhir;

import java.util.Optional;
import java.util.stream.Collectors;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CopyStamp;

/// The words of a report as XHTML: headings and paragraphs, no script, nothing fetched from anywhere.
///
/// **Source:** FHIR R4 section 2.6.6 for what a narrative may hold.
public final class ReportHtml {
    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

    private ReportHtml() {}

    /// The element that a resource carries as its narrative.
    static String narrative(Report report) {
        return "<div xmlns=\"" + NAMESPACE + "\" lang=\"" + report.language().code() + "\" xml:lang=\""
                + report.language().code() + "\">" + body(report) + "</div>";
    }

    /// A page of its own.
    public static String page(SignedReport signed) {
        return page(signed, Optional.empty());
    }

    /// The same with `stamp` over and under the words.
    // [impl->req~report.copy.validity~1]
    public static String page(SignedReport signed, Optional<CopyStamp> stamp) {
        String over = stamp.map(ReportHtml::stamp).orElse("");
        Report report = signed.report();
        Messages words = Messages.of(report.language().locale());
        String title = escaped(words.get("report.pdf.title"));
        return "<!DOCTYPE html>\n<html xmlns=\"" + NAMESPACE + "\" lang=\""
                + report.language().code() + "\"><head><meta charset=\"utf-8\"/><title>" + title
                + "</title></head><body>" + over + "<h1>" + title + "</h1><p>"
                + escaped(report.study().patient().name().display()) + " · "
                + escaped(report.study().patient().id().value()) + " · "
                + escaped(report.study().accessionNumber()) + "</p>" + body(report) + "<p>"
                + escaped(words.get(signed.act().stage().messageKey())) + " · "
                + (signed.act().stage() == Stage.REREAD ? escaped(words.get("report.pdf.not-valid")) + " · " : "")
                + escaped(signed.act().author().displayName()) + " · "
                + signed.act().signedAt() + "</p><p>"
                + escaped(words.get("report.pdf.version", signed.act().version(), signed.digest()))
                + "</p>" + over + "</body></html>";
    }

    private static String stamp(CopyStamp stamp) {
        return "<div class=\"not-valid\" role=\"alert\" style=\"border:3px solid #b00020;color:#b00020;padding:8px\">"
                + stamp.said().stream()
                        .map(line -> "<p><strong>" + escaped(line) + "</strong></p>")
                        .collect(Collectors.joining())
                + "</div>";
    }

    private static String body(Report report) {
        Messages words = Messages.of(report.language().locale());
        StringBuilder html = new StringBuilder();
        for (Section section : report.sections()) {
            if (!section.isBlank()) {
                html.append("<h2>")
                        .append(escaped(words.get(section.kind().messageKey())))
                        .append("</h2>");
                section.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line ->
                                html.append("<p>").append(escaped(line.strip())).append("</p>"));
            }
        }
        return html.isEmpty() ? "<p>—</p>" : html.toString();
    }

    /// What XML 1.0 cannot hold becomes the sign for a character nobody knows.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
