package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.OtherUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.SceneCut;
import org.readingroom.viewer.viewport.ShownLayers;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceCache;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;

/// One display set on the desk: its presentation, its slices as they come, its volume once
/// somebody cuts it.
///
/// Every view of the set shares it, so a window set in one view is the window of all.
///
/// **Thread:** FX, but for what it starts on other lanes.
public final class OpenSet {
    /// How a set opens: everything the file asks for but its mask, which the reader takes off by key: the first
    /// picture is one that was taken.
    public static final DataPresentation AS_TAKEN = new DataPresentation(
                    null, false, Palettes.GREY, Interpolation.LINEAR)
            .withLayers(ShownLayers.AS_FILE.withSubtraction(ShownLayers.Subtraction.NATIVE));

    private SetValues values;
    private final ReadOnlyObjectWrapper<DisplaySet> displaySet;
    private final SliceCache slices;
    private final TaskRunner tasks;
    private final ObjectProperty<DataPresentation> presentation;
    private final StringProperty badge = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper arrived = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper numbers = new ReadOnlyIntegerWrapper(0);
    private final ObjectProperty<@Nullable Arriving> arriving = new SimpleObjectProperty<>();
    private final FrameArrivals frames;
    private final OpenVolume volume;
    private final CutVolumes pieces;
    private SubtractedSlices differences;
    private @Nullable Voi otherWindow;

    OpenSet(DisplaySet displaySet, SliceCache slices, TaskRunner tasks) {
        this.values = new SetValues(displaySet);
        this.displaySet = new ReadOnlyObjectWrapper<>(values.shown());
        this.slices = slices;
        this.tasks = tasks;
        this.presentation = new SimpleObjectProperty<>(values.opened(AS_TAKEN));
        this.frames = new FrameArrivals(slices, tasks, this::tell);
        this.pieces = new CutVolumes(tasks, this::tell);
        this.differences = differences();
        this.volume = new OpenVolume(values.shown(), frame -> slices.slice(frame, Priority.ON_SCREEN), tasks);
    }

    /// The set in the unit that its values are read in.
    public DisplaySet displaySet() {
        return displaySet.get();
    }

    /// Changes with the unit, and when frames arrive.
    public ReadOnlyObjectProperty<DisplaySet> displaySetProperty() {
        return displaySet.getReadOnlyProperty();
    }

    /// Counts the changes of the unit: what is on screen shows other numbers from then on.
    ReadOnlyIntegerProperty numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /// What the file's values are multiplied by to be those shown; 1 but for uptake values.
    public double factor() {
        return values.factor();
    }

    /// The other units that the values shown can be read in, and what they are multiplied by for that.
    public List<OtherUnit.Known> otherReadings() {
        return values.others();
    }

    /// Why a unit cannot be read: a message key.
    Optional<String> unitRefusal() {
        return values.refusal();
    }

    /// The next unit of the values; the picture stays as it is, its numbers change.
    void readNextUnit() {
        change(values::readNext);
    }

    /// The unit of the file: what is made for its values, such as a presentation state, can be applied.
    public void readAsStored() {
        if (values.factor() != 1) {
            change(() -> values.read(null));
        }
    }

    /// The unit and the look it was opened with; pixels stay smooth or not.
    void reset() {
        otherWindow = null;
        DataPresentation plain =
                presentation.get().withVoi(null).withInverted(false).withPalette(Palettes.GREY);
        presentation.set(plain);
        change(() -> values.read(values.openingUnit()));
        presentation.set(values.opened(plain));
    }

    private void change(Runnable unit) {
        DataPresentation before = presentation.get();
        if (before.voi() instanceof Voi.Table) {
            values.refuse("desk.unit.table");
        } else {
            double was = values.factor();
            unit.run();
            if (!values.shown().equals(displaySet.get())) {
                Voi window = before.voi();
                frames.giveUp();
                volume.restart(values.shown());
                pieces.close();
                displaySet.set(values.shown());
                numbers.set(numbers.get() + 1);
                presentation.set(before.withVoi(
                        window == null
                                ? null
                                : window.scaled(values.factor() / was).orElse(null)));
            }
        }
        arrived.set(arrived.get() + 1);
    }

    private SubtractedSlices differences() {
        return new SubtractedSlices(
                values.shown(), frame -> slices.slice(frame, Priority.ON_SCREEN), tasks, this::tell);
    }

    /// Takes up the frames that came since; those that were here keep their slices and their look. `more` holds them
    /// all.
    // [impl->req~desk.growing-set~1]
    void grow(DisplaySet more) {
        values = values.grown(more);
        differences.close();
        differences = differences();
        pieces.close();
        volume.grow(values.shown());
        displaySet.set(values.shown());
        tell();
    }

    /// How much of its series is here; null when all is, or nobody knows of more.
    public ReadOnlyObjectProperty<@Nullable Arriving> arrivingProperty() {
        return arriving;
    }

    void arriving(@Nullable Arriving now) {
        volume.whole(now == null || now.isSeriesWhole());
        arriving.set(now);
        tell();
    }

    public ObjectProperty<DataPresentation> presentationProperty() {
        return presentation;
    }

    /// Counts every arrival of a slice or of its failure; views repaint on it.
    public ReadOnlyIntegerProperty arrivedProperty() {
        return arrived.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LoadState> volumeStateProperty() {
        return volume.stateProperty();
    }

    /// A mark beside the thumbnail, such as the number of key images; empty for none.
    public StringProperty badgeProperty() {
        return badge;
    }

    /// How many frames have been decoded once.
    public int framesSeen() {
        return frames.seen();
    }

    /// The slice of a frame; when it is not here yet it is asked for and [#arrivedProperty()]
    /// tells when it came.
    public Optional<Slice> slice(int index) {
        ImageFrame frame = displaySet().frames().get(index);
        Optional<Slice> held = slices.held(frame);
        if (held.isEmpty() && frames.fault(frame).isEmpty()) {
            frames.ask(frame, Priority.ON_SCREEN);
        }
        return held;
    }

    /// Why a frame cannot be shown, when loading it failed.
    public Optional<Exception> fault(int index) {
        return frames.fault(displaySet().frames().get(index));
    }

    /// How many frames could not be loaded.
    public int framesBroken() {
        return frames.broken();
    }

    /// How a frame is made now; null while it is shown as it was taken.
    @Nullable
    MaskSubtraction mask(int index) {
        return presentation.get().subtraction(displaySet().frames().get(index));
    }

    /// What is shown of a frame: its slice, or what is left when its mask is taken off.
    Optional<Slice> shown(int index) {
        MaskSubtraction mask = mask(index);
        return mask == null ? slice(index) : differences.slice(index, mask);
    }

    /// Why nothing can be shown of a frame.
    Optional<Exception> shownFault(int index) {
        MaskSubtraction mask = mask(index);
        return mask == null ? fault(index) : differences.fault(index, mask);
    }

    /// Takes masks off, or shows frames as they were taken again; each way keeps the window it had.
    // [impl->req~desk.mask~1]
    void toggleMask(ImageFrame frame) {
        DataPresentation now = presentation.get();
        boolean isOn = now.layers().subtraction() == ShownLayers.Subtraction.SUBTRACTED || now.subtracts(frame);
        Voi window = otherWindow;
        otherWindow = now.voi();
        ShownLayers layers = now.layers()
                .withSubtraction(isOn ? ShownLayers.Subtraction.NATIVE : ShownLayers.Subtraction.SUBTRACTED);
        presentation.set(now.withLayers(layers).withVoi(window));
    }

    /// Asks for the frames around `index`, closest first.
    public void neighbours(int index) {
        frames.neighbours(displaySet().frames(), index);
    }

    /// Brings frames in, from `start` outwards, after everything more urgent: all, or as many as fill half of what may
    /// be held, so that those of a long video do not push each other out again.
    public void prefetch(int start, Priority priority) {
        frames.prefetch(displaySet().frames(), start, priority);
    }

    private void tell() {
        arrived.set(arrived.get() + 1);
    }

    /// The volume of the set as far as it is here; the first call begins to bring it in, and [#volumeStateProperty()]
    /// tells how far it is.
    public Optional<AssembledVolume> volume() {
        return volume.get();
    }

    /// The volume without the pieces cut off; nothing while they are being cut, [#arrivedProperty()] tells when.
    Optional<Volume> cut(Volume whole, List<SceneCut> cuts) {
        return pieces.of(whole, cuts);
    }

    /// The unit of the modality values, such as HU; empty without one.
    public String unit(int index) {
        ModalityLut lut = displaySet().frames().get(index).modalityLut();
        return lut.unit().symbol();
    }

    /// Gives up everything under way; the set is no longer on the desk.
    void close() {
        frames.close();
        volume.close();
        pieces.close();
        differences.close();
    }
}
