package org.readingroom.report.text;

import java.util.List;
import java.util.stream.Stream;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.annotation.FigureQuantities;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// How the numbers of figures are called in a sentence.
final class QuantityWords {
    private QuantityWords() {}

    /// The plain ones, then those of figures.
    static List<Quantity> inOrder(List<Quantity> plain) {
        return Stream.concat(plain.stream(), FigureQuantities.ALL.stream()).toList();
    }

    static String of(Quantity quantity, ReportLanguage language) {
        boolean chinese = language == ReportLanguage.CHINESE;
        return switch (quantity) {
            case COBB_ANGLE -> chinese ? "Cobb角" : "Cobb angle";
            case LONG_AXIS -> chinese ? "长径" : "longest diameter";
            case SHORT_AXIS -> chinese ? "短径" : "short axis";
            case CARDIOTHORACIC_RATIO -> chinese ? "心胸比" : "cardiothoracic ratio";
            case CARDIAC_WIDTH -> chinese ? "心影横径" : "cardiac width";
            case THORACIC_WIDTH -> chinese ? "胸廓内横径" : "inner thoracic width";
            case MIDLINE_DISTANCE -> chinese ? "偏离中线" : "distance from the midline";
            case HIP_KNEE_ANKLE_ANGLE -> chinese ? "髋膝踝角" : "hip-knee-ankle angle";
            case RIGHT_HIP_KNEE_ANKLE_ANGLE -> chinese ? "右侧髋膝踝角" : "right hip-knee-ankle angle";
            case LEFT_HIP_KNEE_ANKLE_ANGLE -> chinese ? "左侧髋膝踝角" : "left hip-knee-ankle angle";
            case AXIS_DEVIATION -> chinese ? "机械轴偏移" : "mechanical axis deviation";
            case RIGHT_AXIS_DEVIATION ->
                chinese ? "右侧机械轴偏移（正为内翻，负为外翻）" : "right mechanical axis deviation (varus positive, valgus negative)";
            case LEFT_AXIS_DEVIATION ->
                chinese ? "左侧机械轴偏移（正为内翻，负为外翻）" : "left mechanical axis deviation (varus positive, valgus negative)";
            case LEG_LENGTH -> chinese ? "下肢长度" : "leg length";
            case RIGHT_LEG_LENGTH -> chinese ? "右下肢长度" : "right leg length";
            case LEFT_LEG_LENGTH -> chinese ? "左下肢长度" : "left leg length";
            case LEG_LENGTH_DIFFERENCE -> chinese ? "下肢长度差（右减左）" : "leg length difference (right less left)";
            case VOLUME -> chinese ? "体积" : "volume";
            default -> quantity.name();
        };
    }
}
