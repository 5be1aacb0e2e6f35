package org.readingroom.services.hospital;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;

/// A drill's report as a page to be read, printed and filed: HTML in one language.
final class DrillDocument {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Messages words;
    private final ZoneId zone;

    DrillDocument(Messages words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    byte[] of(DrillReport report) {
        DrillReport.Work work = report.work();
        StringBuilder rows = new StringBuilder();
        row(rows, "begun", TIME.format(report.begun().atZone(zone)));
        row(rows, "person", report.person());
        row(
                rows,
                "links",
                report.links().stream()
                        .sorted()
                        .map(kind -> words.get(kind.messageKey()))
                        .collect(Collectors.joining(", ")));
        row(rows, "cut-for", time(report.cutFor()));
        row(rows, "read", Integer.toString(work.read()));
        row(rows, "drafted", Integer.toString(work.drafted()));
        row(rows, "signed", Integer.toString(work.signed()));
        row(rows, "made", Integer.toString(work.made()));
        row(rows, "queued", Integer.toString(work.queued()));
        row(rows, "back-after", time(report.backAfter()));
        row(rows, "sent", Integer.toString(work.sent()));
        row(rows, "refused", Integer.toString(work.refused()));
        row(rows, "empty-after", time(report.emptyAfter()));
        String title = escaped(words.get("services.drill.title"));
        String verdict = escaped(words.get(report.isPassed() ? "services.drill.passed" : "services.drill.open"));
        String page = """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <style>body{font:11pt sans-serif;margin:2cm}td{padding:.2em 1.5em .2em 0;vertical-align:top}</style>
                </head><body><h1>%s</h1>
                <table>
                %s</table>
                <p>%s</p></body></html>
                """.formatted(words.locale().toLanguageTag(), title, title, rows, verdict);
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private void row(StringBuilder rows, String key, String value) {
        rows.append("<tr><td>")
                .append(escaped(words.get("services.drill." + key)))
                .append("</td><td>")
                .append(escaped(value))
                .append("</td></tr>\n");
    }

    private String time(@Nullable Duration duration) {
        return duration == null
                ? words.get("services.drill.not-yet")
                : "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
