package org.readingroom.desktop.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.Lesion;
import org.readingroom.viewer.recist.LesionReading;
import org.readingroom.viewer.recist.RecistColumn;
import org.readingroom.viewer.recist.RecistNote;
import org.readingroom.viewer.recist.RecistRules;
import org.readingroom.viewer.recist.RecistTable;
import org.readingroom.viewer.recist.Response;

/// The table of lesions in words and numbers, for the sheet and for the clipboard.
// [impl->req~recist.table~1]
final class FollowUpWords {
    private final Words words;

    FollowUpWords(Words words) {
        this.words = words;
    }

    /// One row of the table: the name of what it says, then a cell for each study.
    record Row(String name, List<String> cells) {}

    List<String> dates(RecistTable table) {
        return table.columns().stream()
                .map(column -> column.timepoint().date().toString())
                .toList();
    }

    /// Of each lesion name, role and place, its size in each study, and its change against the first and the
    /// smallest.
    List<Row> lesions(RecistTable table) {
        List<Row> rows = new ArrayList<>();
        for (Lesion lesion : table.followUp().lesions()) {
            List<String> cells = new ArrayList<>();
            for (RecistColumn column : table.columns()) {
                cells.add(cell(lesion, table, column.timepoint()));
            }
            rows.add(new Row(name(lesion), cells));
        }
        return rows;
    }

    String name(Lesion lesion) {
        String place = lesion.isNode() ? words.get("desktop.recist.node") : lesion.organ();
        String role = words.get("desktop.recist.role." + code(lesion.role()));
        return lesion.name() + "  " + (place.isBlank() ? role : place + ", " + role);
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Changes are those of the sizes that count, and those against the study that is everybody's baseline.
    private String cell(Lesion lesion, RecistTable table, FollowUp.Timepoint timepoint) {
        LesionReading reading = lesion.in(timepoint.study()).orElse(null);
        if (reading == null) {
            return "–";
        }
        Measurement size = reading.size();
        String text = size == null
                ? words.get("desktop.recist.state." + reading.state().code())
                : amount(size.value(), size.ucum());
        Double now = RecistRules.countedMm(lesion, timepoint).orElse(null);
        List<FollowUp.Timepoint> timepoints = table.followUp().timepoints();
        int at = timepoints.indexOf(timepoint);
        if (now == null || at < 1) {
            return text;
        }
        Double baseline = RecistRules.countedMm(lesion, timepoints.getFirst()).orElse(null);
        Double least = timepoints.subList(0, at).stream()
                .flatMap(before -> RecistRules.countedMm(lesion, before).stream())
                .min(Double::compare)
                .orElse(null);
        String fromBaseline = baseline == null ? "" : "  " + change(now, baseline);
        return least == null || (baseline != null && least >= baseline)
                ? text + fromBaseline
                : text + fromBaseline + "  " + words.get("desktop.recist.from-least", change(now, least));
    }

    /// The sum of each study, its changes and what the rules propose.
    List<Row> sums(RecistTable table) {
        return List.of(
                row("sum", table, column -> column.sumMm() == null ? "–" : amount(column.sumMm(), "mm")),
                row("from-baseline", table, column -> change(column.sumMm(), column.baselineMm())),
                row("from-nadir", table, column -> change(column.sumMm(), column.nadirMm())),
                row("target", table, column -> response(column.target())),
                row("non-target", table, column -> response(column.nonTarget())),
                row("overall", table, column -> response(column.overall())));
    }

    private interface Cell {
        String of(RecistColumn column);
    }

    private Row row(String key, RecistTable table, Cell cell) {
        return new Row(
                words.get("desktop.recist.row." + key),
                table.columns().stream().map(cell::of).toList());
    }

    private String response(@Nullable Response response) {
        return response == null ? "–" : words.get("desktop.recist.response." + code(response));
    }

    private static String change(@Nullable Double now, @Nullable Double before) {
        if (now == null || before == null) {
            return "–";
        }
        String by = signed(now - before) + " mm";
        return before == 0 ? by : by + " (" + signed((now - before) / before * 100) + " %)";
    }

    private static String amount(double value, String ucum) {
        return String.format(Locale.ROOT, "%.1f", value) + (ucum.equals(Measurement.MILLIMETRE) ? " mm" : " px");
    }

    private static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+.1f", value);
        return text.equals("-0.0") ? "+0.0" : text.replace('-', '−');
    }

    /// What must be known, of the choice of targets and of each study.
    List<String> notes(RecistTable table) {
        List<String> lines = new ArrayList<>();
        table.notes().forEach(note -> lines.add(words(note)));
        for (RecistColumn column : table.columns()) {
            column.notes().forEach(note -> lines.add(column.timepoint().date() + "  " + words(note)));
        }
        return lines;
    }

    private String words(RecistNote note) {
        return words.get(note.key(), note.arguments().toArray());
    }

    /// The whole table, its cells parted by tabs, for a spreadsheet or a letter.
    String text(RecistTable table) {
        List<String> lines = new ArrayList<>();
        lines.add("RECIST 1.1\t" + String.join("\t", dates(table)));
        lesions(table).forEach(row -> lines.add(row.name() + "\t" + String.join("\t", row.cells())));
        sums(table).forEach(row -> lines.add(row.name() + "\t" + String.join("\t", row.cells())));
        lines.addAll(notes(table));
        lines.add(words.get("desktop.recist.proposal"));
        return String.join("\n", lines);
    }
}
