package org.readingroom.viewer.film;

/// How pages are made: size, hold, division, margins, and whether there is a line of words above and below.
///
/// **Units:** millimetres.
public record PageSetup(
        PageSize size,
        PageOrientation orientation,
        FilmLayout layout,
        double marginMm,
        double gapMm,
        boolean hasWords) {
    /// chosen: what most office printers cannot reach.
    public static final double USUAL_MARGIN_MM = 8;

    public static final PageSetup USUAL =
            new PageSetup(PageSize.A4, PageOrientation.PORTRAIT, new FilmLayout(3, 2), USUAL_MARGIN_MM, 2, true);

    public PageSetup {
        if (!(marginMm >= 0) || marginMm > 50 || !(gapMm >= 0) || gapMm > 20) {
            throw new IllegalArgumentException("margin " + marginMm + " mm, gap " + gapMm + " mm");
        }
    }

    public PageSetup with(PageSize other) {
        return new PageSetup(other, orientation, layout, marginMm, gapMm, hasWords);
    }

    public PageSetup with(PageOrientation other) {
        return new PageSetup(size, other, layout, marginMm, gapMm, hasWords);
    }

    public PageSetup with(FilmLayout other) {
        return new PageSetup(size, orientation, other, marginMm, gapMm, hasWords);
    }

    public PageSetup withMargin(double mm) {
        return new PageSetup(size, orientation, layout, mm, gapMm, hasWords);
    }

    public PageSetup withWords(boolean wished) {
        return new PageSetup(size, orientation, layout, marginMm, gapMm, wished);
    }
}
