package org.readingroom.report.register;

import java.util.List;
import java.util.stream.Collectors;

/// The register as a table that spreadsheets read.
///
/// **Source:** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.
// [impl->req~report.register.export~1]
public final class RegisterCsv {
    /// Tells spreadsheets that the file is UTF-8.
    private static final String MARK = "\uFEFF";

    private RegisterCsv() {}

    /// `head` has a word a column, in the order of [#cells].
    public static String of(List<String> head, List<List<String>> rows) {
        return MARK + line(head) + rows.stream().map(RegisterCsv::line).collect(Collectors.joining());
    }

    /// The case, the source, what it said and what became of it. `kind` and `outcome` are words for the person.
    public static List<String> cells(RegisterEntry row, String kind, String outcome) {
        return List.of(
                row.study().accessionNumber(),
                row.study().patient().id().value(),
                row.study().study().value(),
                row.report().value(),
                row.section().name(),
                row.source(),
                row.sourceVersion(),
                row.suggested(),
                kind,
                Integer.toString(row.editDistance()),
                row.words(),
                String.join(" ", row.basis()),
                row.isSigned() ? Integer.toString(row.version()) : "",
                row.who(),
                row.at().toString(),
                row.conclusion(),
                outcome);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(RegisterCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
