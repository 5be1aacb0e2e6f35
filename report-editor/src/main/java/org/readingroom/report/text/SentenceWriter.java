package org.readingroom.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Puts a finding into one sentence and binds its numbers to the marks they came from.
///
/// A rounded number is announced as such: 约, approximately. A number without millimetres says that
/// it has none.
// [impl->req~report.text.finding-sentence~1]
public final class SentenceWriter {
    private static final List<Quantity> ORDER = List.of(
            Quantity.LENGTH,
            Quantity.PATH_LENGTH,
            Quantity.ANGLE,
            Quantity.AREA,
            Quantity.DURATION,
            Quantity.VELOCITY_CHANGE,
            Quantity.FREQUENCY_CHANGE,
            Quantity.DEPTH_CHANGE,
            Quantity.VELOCITY,
            Quantity.FREQUENCY,
            Quantity.VALUE,
            Quantity.MEAN,
            Quantity.STANDARD_DEVIATION,
            Quantity.MINIMUM,
            Quantity.MAXIMUM);

    public ReportSentence write(Finding finding, ReportLanguage language) {
        List<BoundMeasurement> bound = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Measured measured : finding.measured()) {
            for (Quantity quantity : QuantityWords.inOrder(ORDER)) {
                Optional<Measurement> measurement = measured.of(quantity);
                measurement.ifPresent(value -> {
                    ShownNumber shown = ShownNumber.of(value, language);
                    bound.add(new BoundMeasurement(measured.annotation(), value, shown.text()));
                    parts.add(part(value, shown, language));
                });
            }
        }
        String text = language == ReportLanguage.CHINESE ? chinese(finding, parts) : english(finding, parts);
        return new ReportSentence(
                SentenceId.create(),
                text,
                SentenceOrigin.HUMAN,
                finding.evidence(),
                bound,
                Stream.of(Optional.ofNullable(finding.what()), Optional.ofNullable(finding.location()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static String chinese(Finding finding, List<String> parts) {
        String where = where(finding, ReportLanguage.CHINESE);
        CodedConcept what = finding.what();
        String subject = what != null ? where + "见" + what.chinese() : where.isEmpty() ? "测量" : where + "测量";
        String numbers = parts.isEmpty() ? "" : (what != null ? "，" : "：") + String.join("，", parts);
        return subject + numbers + (isInPixels(finding) ? "（图像无像素间距，未换算为毫米）" : "") + (isByHand(finding) ? "（手工校准）" : "")
                + "。";
    }

    private static String english(Finding finding, List<String> parts) {
        String where = where(finding, ReportLanguage.ENGLISH);
        CodedConcept what = finding.what();
        String subject = (what == null ? "measurement" : what.english()) + (where.isEmpty() ? "" : ", " + where);
        String numbers = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
        String text = subject + numbers + (isInPixels(finding) ? " (no pixel spacing, not in millimetres)" : "")
                + (isByHand(finding) ? " (calibrated by hand)" : "") + ".";
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String where(Finding finding, ReportLanguage language) {
        CodedConcept location = finding.location();
        String place = location == null ? "" : location.words(language);
        boolean chinese = language == ReportLanguage.CHINESE;
        String side = switch (finding.side()) {
            case LEFT -> chinese ? "左" : "left";
            case RIGHT -> chinese ? "右" : "right";
            case BOTH -> chinese ? "双" : "both sides";
            case NONE -> "";
        };
        if (chinese) {
            return finding.side() != Side.NONE && place.isEmpty() ? side + "侧" : side + place;
        }
        return Stream.of(side, place).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String part(Measurement measurement, ShownNumber shown, ReportLanguage language) {
        boolean chinese = language == ReportLanguage.CHINESE;
        String name = switch (measurement.quantity()) {
            case LENGTH -> chinese ? "长径" : "length";
            case PATH_LENGTH -> chinese ? "沿线长度" : "length along the line";
            case ANGLE -> chinese ? "角度" : "angle";
            case AREA -> chinese ? "面积" : "area";
            case PERIMETER -> chinese ? "周长" : "perimeter";
            case DURATION -> chinese ? "时间" : "time";
            case VELOCITY_CHANGE -> chinese ? "速度差" : "change of velocity";
            case FREQUENCY_CHANGE -> chinese ? "频移差" : "change of frequency shift";
            case DEPTH_CHANGE -> chinese ? "深度差" : "vertical distance";
            case VELOCITY -> chinese ? "流速" : "velocity";
            case FREQUENCY -> chinese ? "频移" : "frequency shift";
            case VALUE -> chinese ? "数值" : "value";
            case MEAN -> chinese ? "平均值" : "mean";
            case STANDARD_DEVIATION -> chinese ? "标准差" : "SD";
            case MINIMUM -> chinese ? "最小值" : "minimum";
            case MAXIMUM -> chinese ? "最大值" : "maximum";
            case COUNT -> chinese ? "像素数" : "pixels";
            default -> QuantityWords.of(measurement.quantity(), language);
        };
        String about = !shown.isRounded() ? "" : chinese ? "约" : "approximately ";
        return chinese ? name + about + shown.text() : name + " " + about + shown.text();
    }

    // [impl->req~annotation.calibration~1]
    private static boolean isByHand(Finding finding) {
        return finding.measured().stream().anyMatch(Measured::isCalibratedByHand);
    }

    private static boolean isInPixels(Finding finding) {
        return finding.measured().stream()
                .flatMap(measured -> measured.measurements().stream())
                .anyMatch(measurement -> measurement.ucum().equals(Measurement.PIXELS)
                        || measurement.ucum().equals(Measurement.SQUARE_PIXELS));
    }
}
