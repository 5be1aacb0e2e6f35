package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// Walks the packets of a tile in the order the code stream has them.
///
/// **Source:** ITU-T T.800 annex B.12.
final class PacketOrder {
    /// Chosen: packets walked over in one tile, read or not; a second's work at most, and a hundred times what real
    /// pictures have.
    private static final long MOST_VISITS = 1L << 26;

    private final Area tile;
    private final List<TileComponent> components;
    private long visited;

    PacketOrder(Area tile, List<TileComponent> components) {
        this.tile = tile;
        this.components = components;
    }

    /// What is done with each packet.
    interface Visitor {
        void packet(int layer, int component, int resolution, int precinct) throws CodecException;
    }

    /// A precinct and where its corner lies on the reference grid.
    private record Place(int resolution, int component, int precinct, long x, long y) {}

    void walk(Progression run, int layers, Visitor visitor) throws CodecException {
        CodecLimits.stopIfInterrupted();
        int endLayer = Math.min(run.endLayer(), layers);
        List<Place> places = places(run);
        requireFew(Math.max(1L, places.size()) * Math.max(1, endLayer));
        switch (run.order()) {
            case Progression.LAYER_FIRST -> {
                for (int layer = 0; layer < endLayer; layer++) {
                    for (Place place : places) {
                        visit(visitor, layer, place);
                    }
                }
            }
            case Progression.RESOLUTION_LAYER -> {
                int from = 0;
                while (from < places.size()) {
                    int end = from;
                    while (end < places.size()
                            && places.get(end).resolution() == places.get(from).resolution()) {
                        end++;
                    }
                    for (int layer = 0; layer < endLayer; layer++) {
                        for (Place place : places.subList(from, end)) {
                            visit(visitor, layer, place);
                        }
                    }
                    from = end;
                }
            }
            default -> {
                places.sort(comparator(run.order()));
                for (Place place : places) {
                    for (int layer = 0; layer < endLayer; layer++) {
                        visit(visitor, layer, place);
                    }
                }
            }
        }
    }

    /// A run of packets that were read before reads none, so the bytes do not bound how often that may happen.
    private void requireFew(long visits) throws CodecException {
        visited += visits;
        if (visited > MOST_VISITS) {
            throw CodecException.unsupported("JPEG 2000 with so many progression changes");
        }
    }

    private static void visit(Visitor visitor, int layer, Place place) throws CodecException {
        visitor.packet(layer, place.component(), place.resolution(), place.precinct());
    }

    /// The precincts of a run by resolution, then component, then number.
    private List<Place> places(Progression run) {
        List<Place> places = new ArrayList<>();
        for (int r = run.firstResolution(); r < run.endResolution(); r++) {
            for (int c = run.firstComponent(); c < run.endComponent(); c++) {
                TileComponent component = components.get(c);
                if (r >= component.resolutions().size()) {
                    continue;
                }
                Resolution resolution = component.resolutions().get(r);
                int scale = component.style().levels() - r;
                for (int p = 0; p < resolution.precincts(); p++) {
                    long x = (resolution.precinctX(p) << scale)
                            * component.component().dx();
                    long y = (resolution.precinctY(p) << scale)
                            * component.component().dy();
                    places.add(new Place(r, c, p, Math.max(x, tile.x0()), Math.max(y, tile.y0())));
                }
            }
        }
        return places;
    }

    private static Comparator<Place> comparator(int order) {
        Comparator<Place> byPlace = Comparator.comparingLong(Place::y).thenComparingLong(Place::x);
        return switch (order) {
            case Progression.RESOLUTION_POSITION ->
                Comparator.comparingInt(Place::resolution)
                        .thenComparing(byPlace)
                        .thenComparingInt(Place::component)
                        .thenComparingInt(Place::precinct);
            case Progression.POSITION_COMPONENT ->
                byPlace.thenComparingInt(Place::component)
                        .thenComparingInt(Place::resolution)
                        .thenComparingInt(Place::precinct);
            default ->
                Comparator.comparingInt(Place::component)
                        .thenComparing(byPlace)
                        .thenComparingInt(Place::resolution)
                        .thenComparingInt(Place::precinct);
        };
    }
}
