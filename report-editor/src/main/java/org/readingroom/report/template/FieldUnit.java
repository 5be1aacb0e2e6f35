package org.readingroom.report.template;

import java.util.Set;

/// How a UCUM unit stands behind a number.
final class FieldUnit {
    private static final Set<String> CLOSE = Set.of("%", "°", "℃");

    private FieldUnit() {}

    /// The letters themselves; empty for a number that has no unit.
    static String words(String ucum) {
        if (ucum.startsWith("{") && ucum.endsWith("}")) {
            return "";
        }
        return switch (ucum) {
            case "1" -> "";
            case "mm2" -> "mm²";
            case "cm2" -> "cm²";
            case "mm3" -> "mm³";
            case "cm3" -> "cm³";
            case "ml" -> "mL";
            case "deg" -> "°";
            case "Cel" -> "℃";
            case "[hnsf'U]" -> "HU";
            case "um2/ms", "10*-3.mm2/s" -> "×10⁻³ mm²/s";
            case "10*-6.mm2/s" -> "×10⁻⁶ mm²/s";
            default -> ucum;
        };
    }

    /// With the space that stands before it.
    static String behind(String ucum) {
        String words = words(ucum);
        return words.isEmpty() || CLOSE.contains(words) ? words : " " + words;
    }

    /// Whether `text`, which follows the number in the template, begins with the unit.
    static boolean begins(String text, String ucum) {
        String plain = text.stripLeading();
        return begin(plain, words(ucum)) || begin(plain, ucum);
    }

    private static boolean begin(String text, String unit) {
        return !unit.isEmpty()
                && text.startsWith(unit)
                && (text.length() == unit.length() || !isPartOfWord(text.charAt(unit.length())));
    }

    private static boolean isPartOfWord(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c) || c == '²' || c == '³';
    }
}
