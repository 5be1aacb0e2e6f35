package org.readingroom.viewer.model;

/// Patient's Sex (0010,0040).
public enum Sex {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN;

    public static Sex ofCode(String code) {
        return switch (code.strip()) {
            case "M" -> MALE;
            case "F" -> FEMALE;
            case "O" -> OTHER;
            default -> UNKNOWN;
        };
    }
}
