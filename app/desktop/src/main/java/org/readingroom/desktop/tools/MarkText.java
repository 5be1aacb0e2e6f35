package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.FigureQuantities;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Writes the numbers of a mark with their units, as a reader expects them.
///
/// Millimetres, degrees and values have one digit after the point; more would pretend to a precision that
/// neither hand nor pixel has.
// [impl->req~tools.label-text~1]
final class MarkText {
    /// What is measured in ultrasound regions over time, in the order of the lines.
    private static final Map<Quantity, String> REGION_KEYS = new LinkedHashMap<>();

    static {
        REGION_KEYS.put(Quantity.DURATION, "desk.tools.text.duration");
        REGION_KEYS.put(Quantity.VELOCITY_CHANGE, "desk.tools.text.velocity-change");
        REGION_KEYS.put(Quantity.FREQUENCY_CHANGE, "desk.tools.text.frequency-change");
        REGION_KEYS.put(Quantity.DEPTH_CHANGE, "desk.tools.text.depth-change");
        REGION_KEYS.put(Quantity.VELOCITY, "desk.tools.text.velocity");
        REGION_KEYS.put(Quantity.FREQUENCY, "desk.tools.text.frequency");
    }

    private final Messages words;

    MarkText(Messages words) {
        this.words = words;
    }

    /// The lines of a label: own words first, then the numbers, then what must be known about them.
    List<String> lines(Annotation annotation, Measured measured) {
        List<String> lines = new ArrayList<>();
        if (!annotation.label().isBlank()) {
            lines.add(annotation.label());
        }
        if (annotation instanceof Annotation.Calibration calibration) {
            lines.add(calibration(calibration));
        }
        measured.of(Quantity.LENGTH).map(MarkText::withUnit).ifPresent(lines::add);
        measured.of(Quantity.PATH_LENGTH).map(MarkText::withUnit).ifPresent(lines::add);
        measured.of(Quantity.ANGLE).map(MarkText::withUnit).ifPresent(lines::add);
        named(measured, lines);
        REGION_KEYS.forEach((quantity, key) ->
                measured.of(quantity).map(one -> words.get(key, withUnit(one))).ifPresent(lines::add));
        measured.of(Quantity.AREA)
                .map(area -> words.get("desk.tools.text.area", withUnit(area)))
                .ifPresent(lines::add);
        measured.of(Quantity.PERIMETER)
                .map(around -> words.get("desk.tools.text.perimeter", withUnit(around)))
                .ifPresent(lines::add);
        measured.measurements().stream()
                .filter(one -> one.quantity() == Quantity.VALUE)
                .map(MarkText::withUnit)
                .forEach(lines::add);
        measured.of(Quantity.MEAN)
                .map(mean -> words.get("desk.tools.text.mean", withUnit(mean)))
                .ifPresent(lines::add);
        measured.of(Quantity.STANDARD_DEVIATION)
                .map(sd -> words.get("desk.tools.text.sd", withUnit(sd)))
                .ifPresent(lines::add);
        Optional<Measurement> least = measured.of(Quantity.MINIMUM);
        Optional<Measurement> most = measured.of(Quantity.MAXIMUM);
        if (least.isPresent() && most.isPresent()) {
            lines.add(words.get("desk.tools.text.range", number(least.get().value()), withUnit(most.get())));
        }
        measured.of(Quantity.COUNT)
                .map(count -> words.get("desk.tools.text.count", number(count.value(), 0)))
                .ifPresent(lines::add);
        measured.caveatKeys().forEach(key -> lines.add(words.get(key)));
        return lines;
    }

    private void named(Measured measured, List<String> lines) {
        for (Quantity quantity : FigureQuantities.ALL) {
            measured.of(quantity)
                    .map(one -> words.get("desk.tools.text." + kebab(quantity), withUnit(one)))
                    .ifPresent(lines::add);
        }
    }

    private static String kebab(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String calibration(Annotation.Calibration calibration) {
        return words.get(
                calibration.scope() == Annotation.Calibration.Scope.SERIES
                        ? "desk.tools.text.calibration-series"
                        : "desk.tools.text.calibration-frame",
                number(calibration.lengthMm()) + " mm");
    }

    /// One line, for the clipboard.
    String line(Annotation annotation, Measured measured) {
        return String.join("; ", lines(annotation, measured));
    }

    static String withUnit(Measurement measurement) {
        String symbol = symbol(measurement.ucum());
        String number = measurement.quantity() == Quantity.CARDIOTHORACIC_RATIO
                ? number(measurement.value(), 2)
                : number(measurement.value());
        return symbol.isEmpty() ? number : symbol.equals("°") ? number + symbol : number + " " + symbol;
    }

    /// The sign for a UCUM code.
    static String symbol(String ucum) {
        return switch (ucum) {
            case Measurement.SQUARE_MILLIMETRE -> "mm²";
            case Measurement.DEGREE -> "°";
            case Measurement.PIXELS -> "px";
            case Measurement.SQUARE_PIXELS -> "px²";
            case Measurement.UNITY -> "";
            case "[hnsf'U]" -> "HU";
            case "{counts}" -> "counts";
            case "{SUVbw}g/ml" -> "SUVbw";
            case "{SUVlbm}g/ml" -> "SUVlbm";
            case "{SUVbsa}cm2/ml" -> "SUVbsa";
            default -> ucum;
        };
    }

    static String number(double value) {
        return number(value, Math.abs(value) < 0.1 && Math.abs(value) >= 0.00005 ? 4 : 1);
    }

    private static String number(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        // a typographic minus, and no minus before zero
        boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return text.startsWith("-") ? (isZero ? "" : "−") + text.substring(1) : text;
    }
}
