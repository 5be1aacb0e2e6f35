package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// One component of one tile, laid out for decoding.
record TileComponent(
        Area area, ImageGrid.Component component, CodingStyle style, int regionShift, List<Resolution> resolutions) {
    TileComponent {
        resolutions = List.copyOf(resolutions);
    }

    static TileComponent of(
            Area tile, int number, ImageGrid.Component component, TileParameters parameters, Resolution.Budget budget)
            throws CodecException {
        Area area = tile.dividedBy(component.dx(), component.dy());
        CodingStyle style = parameters.style(number);
        List<Resolution> resolutions = new ArrayList<>();
        for (int r = 0; r <= style.levels(); r++) {
            resolutions.add(
                    Resolution.of(area, r, style, parameters.quantisation(number), component.precision(), budget));
        }
        return new TileComponent(area, component, style, parameters.regionShift(number), resolutions);
    }
}
