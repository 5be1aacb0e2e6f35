package org.readingroom.services.print;

/// How a printer is to make its films. Empty words and zero densities leave it to the printer.
///
/// `mediumType` is such as `BLUE FILM`, `destination` such as `PROCESSOR`, `magnification` such as `CUBIC`. Densities
/// are
/// hundredths of optical density.
///
/// **Source:** DICOM PS3.3 C.13.1, C.13.3 and C.13.5.
public record FilmChoices(
        int copies,
        String mediumType,
        String destination,
        String magnification,
        int minDensity,
        int maxDensity,
        boolean isReversed,
        boolean isTrimmed) {
    /// chosen: more is a slip of the finger.
    public static final int MOST_COPIES = 20;

    public static final FilmChoices USUAL = new FilmChoices(1, "", "", "", 0, 0, false, false);

    public FilmChoices {
        if (copies < 1 || copies > MOST_COPIES) {
            throw new IllegalArgumentException(copies + " copies");
        }
        if (minDensity < 0 || maxDensity < 0 || maxDensity > 500 || minDensity > 500) {
            throw new IllegalArgumentException("density from " + minDensity + " to " + maxDensity);
        }
    }

    public FilmChoices withCopies(int count) {
        return new FilmChoices(
                count, mediumType, destination, magnification, minDensity, maxDensity, isReversed, isTrimmed);
    }
}
