package org.readingroom.desktop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ResolvedCurve;

/// Says where a curved sheet lies, so that it can be compared with another program's.
final class CurveFacts {
    private CurveFacts() {}

    static void tell(ResolvedCurve sheet, SeriesVolume series, JsonOption json, Terminal terminal) {
        double length = (sheet.height() - 1) * sheet.mmPerElement();
        if (!json.isOn()) {
            terminal.line("%dx%d %.6f mm, %.4f mm along the rows"
                    .formatted(sheet.width(), sheet.height(), sheet.mmPerElement(), length));
            return;
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int row = 0; row < sheet.height(); row++) {
            Vec3 first = sheet.toPatient(0.5, row + 0.5);
            Vec3 second = sheet.toPatient(1.5, row + 0.5);
            lines.add(Map.of(
                    "firstPixelMm",
                    MprCommand.components(first),
                    "rowDirection",
                    MprCommand.components(second.minus(first).unit())));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("columns", sheet.width());
        facts.put("rows", sheet.height());
        facts.put("spacingMm", sheet.mmPerElement());
        facts.put("lengthMm", length);
        facts.put("lines", lines);
        facts.put("seriesInstanceUid", series.set().series().value());
        facts.put("slices", series.set().frames().size());
        facts.put("warnings", series.warningKeys());
        terminal.line(JsonOption.text(facts));
    }
}
