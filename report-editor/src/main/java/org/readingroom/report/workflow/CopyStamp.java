package org.readingroom.report.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.ReportLanguage;

/// What a copy of a version that does not count now says over its words, in Chinese and in English.
///
/// It belongs to the copy, and says that too: what was signed stays as it is.
///
/// **Order:** the language of the report first.
// [impl->req~report.copy.validity~1]
public record CopyStamp(List<String> headings, List<String> lines, List<String> notes) {
    public CopyStamp {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// Nothing for the version that counts. `made` is when the copy is made, shown in `zone` as all times are.
    public static Optional<CopyStamp> of(VersionValidity validity, ReportLanguage language, Instant made, ZoneId zone) {
        if (validity.isValid()) {
            return Optional.empty();
        }
        List<Messages> both = Stream.of(ReportLanguage.values())
                .sorted((one, other) -> Boolean.compare(other == language, one == language))
                .map(each -> Messages.of(each.locale()))
                .toList();
        String at = VersionValidity.MINUTE.format(made.atZone(zone));
        return Optional.of(new CopyStamp(
                both.stream().map(validity::heading).toList(),
                both.stream().map(words -> validity.told(words, zone)).toList(),
                both.stream()
                        .map(words -> words.get("report.validity.copy", at))
                        .toList()));
    }

    /// Over and under the lines of `text`.
    public String around(String text) {
        String stamp = String.join("\n", said());
        return stamp + "\n\n" + text.stripTrailing() + "\n\n" + stamp + "\n";
    }

    /// All of it, line by line.
    public List<String> said() {
        return Stream.of(List.of(String.join(" / ", headings)), lines, notes)
                .flatMap(List::stream)
                .toList();
    }
}
