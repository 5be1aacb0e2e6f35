package org.readingroom.viewer.film;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cells of one size, in rows and columns.
public record FilmLayout(int rows, int columns) {
    /// chosen: on the largest film the cells of an 8 x 8 are some four centimetres.
    public static final int MOST = 8;

    private static final Pattern TERM = Pattern.compile("STANDARD\\\\([1-8]),([1-8])");

    public FilmLayout {
        if (rows < 1 || rows > MOST || columns < 1 || columns > MOST) {
            throw new IllegalArgumentException("layout of " + rows + " rows and " + columns + " columns");
        }
    }

    public int cells() {
        return rows * columns;
    }

    /// The term of Image Display Format (2010,0010): columns come first.
    ///
    /// **Source:** DICOM PS3.3 C.13.3, `STANDARD\C,R`.
    public String term() {
        return "STANDARD\\" + columns + "," + rows;
    }

    public static Optional<FilmLayout> ofTerm(String term) {
        Matcher matcher = TERM.matcher(term.strip());
        return matcher.matches()
                ? Optional.of(new FilmLayout(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }
}
