package org.readingroom.report.research;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Cells as a table that spreadsheets read.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe; a plain number, also a
/// negative one, stays a number.
///
/// **Source:** RFC 4180; OWASP, CSV Injection.
// [impl->req~report.research.csv~1]
final class CsvText {
    /// Tells spreadsheets that the file is UTF-8.
    private static final String MARK = "\uFEFF";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    /// The last four are the wide forms of the first, which some spreadsheets read as those.
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvText() {}

    static String of(List<List<String>> lines) {
        return MARK + lines.stream().map(CsvText::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static boolean isFormula(String text) {
        if (text.isEmpty() || NUMBER.matcher(text).matches()) {
            return false;
        }
        String begins = text.stripLeading();
        return !begins.isEmpty() && FORMULA.indexOf(begins.charAt(0)) >= 0 || "\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
