package org.readingroom.viewer.film;

import java.util.Arrays;
import java.util.Optional;

/// A size of paper or film, upright.
///
/// **Units:** millimetres.
/// **Source:** ISO 216; DICOM PS3.3 C.13.3, Film Size ID; an inch is 25.4 mm.
public enum PageSize {
    A4(Medium.PAPER, "A4", "A4", 210, 297),
    A3(Medium.PAPER, "A3", "A3", 297, 420),
    LETTER(Medium.PAPER, "Letter", "8_5INX11IN", 8.5 * 25.4, 11 * 25.4),
    FILM_8X10(Medium.FILM, "8 × 10 in", "8INX10IN", 8 * 25.4, 10 * 25.4),
    FILM_10X12(Medium.FILM, "10 × 12 in", "10INX12IN", 10 * 25.4, 12 * 25.4),
    FILM_10X14(Medium.FILM, "10 × 14 in", "10INX14IN", 10 * 25.4, 14 * 25.4),
    FILM_11X14(Medium.FILM, "11 × 14 in", "11INX14IN", 11 * 25.4, 14 * 25.4),
    FILM_11X17(Medium.FILM, "11 × 17 in", "11INX17IN", 11 * 25.4, 17 * 25.4),
    FILM_14X14(Medium.FILM, "14 × 14 in", "14INX14IN", 14 * 25.4, 14 * 25.4),
    FILM_14X17(Medium.FILM, "14 × 17 in", "14INX17IN", 14 * 25.4, 17 * 25.4),
    FILM_24X24CM(Medium.FILM, "24 × 24 cm", "24CMX24CM", 240, 240),
    FILM_24X30CM(Medium.FILM, "24 × 30 cm", "24CMX30CM", 240, 300);

    /// What it is made of by habit; some film printers take paper too.
    public enum Medium {
        PAPER,
        FILM
    }

    private final Medium medium;
    private final String label;
    private final String filmSizeId;
    private final double widthMm;
    private final double heightMm;

    PageSize(Medium medium, String label, String filmSizeId, double widthMm, double heightMm) {
        this.medium = medium;
        this.label = label;
        this.filmSizeId = filmSizeId;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    public Medium medium() {
        return medium;
    }

    /// As people of every language write it.
    public String label() {
        return label;
    }

    /// The defined term of Film Size ID (2010,0050).
    public String filmSizeId() {
        return filmSizeId;
    }

    public static Optional<PageSize> ofFilmSizeId(String term) {
        return Arrays.stream(values())
                .filter(size -> size.filmSizeId.equals(term))
                .findFirst();
    }

    public double widthMm() {
        return widthMm;
    }

    public double heightMm() {
        return heightMm;
    }
}
