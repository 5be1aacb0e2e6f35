package org.readingroom.desktop.tools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.ReformatGrid;
import org.readingroom.viewer.annotation.SliceGrid;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.OtherUnit;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.volume.GreySlice;

/// The slices and volumes of the open desk.
final class DeskGrids implements ValueGrids {
    private record Place(OpenSet set, int index) {
        ImageFrame frame() {
            return set.displaySet().frames().get(index);
        }

        /// While a mask is taken off, nobody sees the values that a mark would measure.
        // [impl->req~desk.mask~1]
        boolean isSubtracted() {
            return set.presentationProperty().get().subtracts(frame());
        }
    }

    private final ReadingDeskModel desk;
    private final Map<FrameRef, Place> places = new HashMap<>();
    private boolean isIndexed;

    DeskGrids(ReadingDeskModel desk) {
        this.desk = desk;
        // the frames of a set keep their order and their references, whatever unit it is read in
        desk.sets().addListener((ListChangeListener<OpenSet>) change -> isIndexed = false);
    }

    @Override
    public Optional<StudyUid> study(SeriesUid series) {
        return desk.sets().stream()
                .map(OpenSet::displaySet)
                .filter(set -> set.series().equals(series))
                .map(DisplaySet::study)
                .findFirst();
    }

    @Override
    public Optional<DisplaySet> set(Annotation annotation) {
        return setOf(annotation).map(OpenSet::displaySet);
    }

    @Override
    public Optional<ImageFrame> frame(Annotation annotation) {
        return annotation.placement().referencedFrame().flatMap(this::find).map(Place::frame);
    }

    @Override
    public Optional<ValueGrid> grid(Annotation annotation) {
        Optional<Place> place = annotation.placement().referencedFrame().flatMap(this::find);
        if (place.isPresent() && place.get().isSubtracted()) {
            return Optional.empty();
        }
        if (place.isPresent()) {
            return place.get()
                    .set()
                    .slice(place.get().index())
                    .filter(GreySlice.class::isInstance)
                    .map(slice -> new SliceGrid(place.get().frame(), (GreySlice) slice));
        }
        if (!(annotation.placement() instanceof Placement.InPatient in)) {
            return Optional.empty();
        }
        return volumeOf(in)
                .flatMap(set -> set.volume()
                        .filter(made -> made.volume().isComplete()
                                && !made.volume().isColour()
                                && made.volume().isInPatient())
                        .map(made -> ReformatGrid.of(
                                made.volume(),
                                set.displaySet()
                                        .frames()
                                        .getFirst()
                                        .modalityLut()
                                        .unit(),
                                annotation,
                                in)));
    }

    @Override
    public List<OtherUnit.Known> otherReadings(Annotation annotation) {
        return setOf(annotation).map(OpenSet::otherReadings).orElse(List.of());
    }

    private Optional<OpenSet> setOf(Annotation annotation) {
        Optional<OpenSet> set =
                annotation.placement().referencedFrame().flatMap(this::find).map(Place::set);
        return set.isEmpty() && annotation.placement() instanceof Placement.InPatient in ? volumeOf(in) : set;
    }

    /// The set that a reformat was cut from. A series may hold several volumes in one place; where nothing tells
    /// which one it was, none is taken for it.
    private Optional<OpenSet> volumeOf(Placement.InPatient in) {
        FrameRef one = in.volumeFrame();
        if (one != null) {
            return find(one).map(Place::set);
        }
        List<OpenSet> possible = desk.sets().stream()
                .filter(set -> set.displaySet().series().equals(in.series()))
                .filter(set -> in.frameOfReference()
                        .equals(set.displaySet().frames().getFirst().frameOfReference()))
                .filter(set -> set.displaySet().frames().size() > 1)
                .toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    private Optional<Place> find(FrameRef ref) {
        if (!isIndexed) {
            places.clear();
            for (OpenSet set : desk.sets()) {
                List<ImageFrame> frames = set.displaySet().frames();
                for (int i = 0; i < frames.size(); i++) {
                    places.putIfAbsent(frames.get(i).ref(), new Place(set, i));
                }
            }
            isIndexed = true;
        }
        return Optional.ofNullable(places.get(ref));
    }
}
