package org.readingroom.viewer.greyscale;

/// The letters of the test pattern, five dots wide and seven high.
final class PatternLetters {
    static final int WIDTH = 5;
    static final int HEIGHT = 7;

    private PatternLetters() {}

    /// Whether a dot of the letter is set; letters without a shape are blank.
    static boolean isSet(char letter, int column, int row) {
        String[] rows = shape(letter).split(" ");
        return row < rows.length && column < rows[row].length() && rows[row].charAt(column) == '#';
    }

    private static String shape(char letter) {
        return switch (letter) {
            case 'A' -> ".###. #...# #...# ##### #...# #...# #...#";
            case 'C' -> ".#### #.... #.... #.... #.... #.... .####";
            case 'I' -> "##### ..#.. ..#.. ..#.. ..#.. ..#.. #####";
            case 'L' -> "#.... #.... #.... #.... #.... #.... #####";
            case 'N' -> "#...# ##..# #.#.# #.#.# #..## #...# #...#";
            case 'O' -> ".###. #...# #...# #...# #...# #...# .###.";
            case 'Q' -> ".###. #...# #...# #...# #.#.# #..#. .##.#";
            case 'R' -> "####. #...# #...# ####. #.#.. #..#. #...#";
            case 'T' -> "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..";
            case 'U' -> "#...# #...# #...# #...# #...# #...# .###.";
            case 'Y' -> "#...# #...# .#.#. ..#.. ..#.. ..#.. ..#..";
            default -> "";
        };
    }
}
