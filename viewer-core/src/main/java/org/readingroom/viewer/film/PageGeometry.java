package org.readingroom.viewer.film;

import java.util.ArrayList;
import java.util.List;

/// Where everything lies on a page.
///
/// **Order:** cells row by row, from the top left.
/// **Units:** millimetres from the top left corner of the page.
// [impl->req~film.layout~1]
public record PageGeometry(
        double widthMm, double heightMm, RectangleMm header, RectangleMm footer, List<RectangleMm> cells) {
    /// chosen: two lines of 8 points and air.
    private static final double HEADER_MM = 9;

    private static final double FOOTER_MM = 5;

    public PageGeometry {
        cells = List.copyOf(cells);
    }

    public static PageGeometry of(PageSetup setup) {
        boolean upright = setup.orientation() == PageOrientation.PORTRAIT;
        double width = upright ? setup.size().widthMm() : setup.size().heightMm();
        double height = upright ? setup.size().heightMm() : setup.size().widthMm();
        double margin = setup.marginMm();
        double head = setup.hasWords() ? HEADER_MM : 0;
        double foot = setup.hasWords() ? FOOTER_MM : 0;
        double inner = width - 2 * margin;
        FilmLayout layout = setup.layout();
        double top = margin + head;
        double room = height - 2 * margin - head - foot;
        double cellWidth = (inner - (layout.columns() - 1) * setup.gapMm()) / layout.columns();
        double cellHeight = (room - (layout.rows() - 1) * setup.gapMm()) / layout.rows();
        List<RectangleMm> cells = new ArrayList<>();
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                cells.add(new RectangleMm(
                        margin + column * (cellWidth + setup.gapMm()),
                        top + row * (cellHeight + setup.gapMm()),
                        cellWidth,
                        cellHeight));
            }
        }
        return new PageGeometry(
                width,
                height,
                new RectangleMm(margin, margin, inner, head),
                new RectangleMm(margin, height - margin - foot, inner, foot),
                cells);
    }
}
