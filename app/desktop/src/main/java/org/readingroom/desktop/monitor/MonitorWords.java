package org.readingroom.desktop.monitor;

import java.util.Locale;
import org.readingroom.desktop.fx.Words;

/// Says in words what is known of a monitor's greys.
public final class MonitorWords {
    private MonitorWords() {}

    static String name(Monitor monitor, Words words) {
        return words.get(
                "desktop.monitor.name",
                Integer.toString(monitor.columns()),
                Integer.toString(monitor.rows()),
                Integer.toString(monitor.x()),
                Integer.toString(monitor.y()));
    }

    /// For the status line; empty where nobody has chosen a file.
    public static String fact(MonitorCurve curve, Words words) {
        return switch (curve) {
            case MonitorCurve.None none -> "";
            case MonitorCurve.Reading reading -> words.get("desktop.monitor.reading");
            case MonitorCurve.Measured measured -> words.get("desktop.monitor.fact", file(measured.file()));
            case MonitorCurve.Refused refused -> words.get("desktop.monitor.fact-refused");
        };
    }

    /// The whole of it, in a sentence or two.
    public static String account(Monitor monitor, MonitorCurve curve, Words words) {
        return name(monitor, words) + "\n" + state(curve, words);
    }

    static String state(MonitorCurve curve, Words words) {
        return switch (curve) {
            case MonitorCurve.None none -> words.get("desktop.monitor.none");
            case MonitorCurve.Reading reading -> words.get("desktop.monitor.reading");
            case MonitorCurve.Measured measured ->
                words.get(
                        "desktop.monitor.measured",
                        file(measured.file()),
                        luminance(measured.calibration().luminance(0)),
                        luminance(measured.calibration().luminance(255)));
            case MonitorCurve.Refused refused ->
                words.get("desktop.monitor.refused", file(refused.file()), words.about(refused.why()));
        };
    }

    private static String luminance(double candela) {
        return String.format(Locale.ROOT, candela < 10 ? "%.2f" : "%.0f", candela);
    }

    private static String file(java.nio.file.Path file) {
        java.nio.file.Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
