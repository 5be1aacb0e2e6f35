package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.desk.LayerStack;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ToolLayer;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.objects.DocumentsView;
import org.readingroom.desktop.objects.ObjectLayer;
import org.readingroom.desktop.objects.ObjectsModel;
import org.readingroom.desktop.objects.OwnObjects;
import org.readingroom.desktop.objects.PresentationChoice;
import org.readingroom.desktop.objects.RegionTool;
import org.readingroom.desktop.objects.RegionToolLayer;
import org.readingroom.desktop.objects.RegionsPanel;
import org.readingroom.desktop.objects.SeenParts;
import org.readingroom.desktop.objects.StudyObjects;
import org.readingroom.desktop.objects.StudyObjectsLoader;
import org.readingroom.desktop.objects.TagsView;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.inspect.ElementLine;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.segment.SegmentationReader;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// What the Read place shows besides pictures, and the keys for it.
///
/// **Thread:** FX.
final class ObjectsPlace {
    private final Surroundings around;
    private final ReadPlace read;
    private final SheetLayer sheets;
    private final StudyStore store;
    private final ReadingDeskModel desk;
    private final ObjectsModel model;
    private final PresentationChoice choice;
    private final RegionsPanel panel;
    private final RegionTool region;
    private final SeenParts parts = new SeenParts();
    private @Nullable Handle loading;

    ObjectsPlace(Surroundings around, ReadPlace read, SheetLayer sheets) {
        this.around = around;
        this.read = read;
        this.sheets = sheets;
        this.store = around.session().studies();
        this.desk = read.desk();
        this.model = new ObjectsModel(desk);
        model.join(read.keyImages());
        this.choice = new PresentationChoice(model, desk);
        this.panel = new RegionsPanel(model, around.words());
        this.region = new RegionTool(
                desk,
                model,
                around.lanes(),
                key -> around.status().say(Tone.PLAIN, around.words().get(key)));
        ToolLayer above = new LayerStack(List.of(new RegionToolLayer(region, around.words()), desk.toolLayer()));
        desk.setToolLayer(new ObjectLayer(model, choice, above, parts, around.lanes(), around.words()));
        panel.setVisible(false);
        panel.managedProperty().bind(panel.visibleProperty());
        read.view().lay(panel);
        read.shownProperty().subscribe((before, study) -> shown(study));
    }

    ObjectsModel model() {
        return model;
    }

    /// What is seen of each frame.
    SeenParts parts() {
        return parts;
    }

    void addCommands(CommandRegistry commands) {
        CommandList list = new CommandList(commands);
        ObservableBooleanValue inFocus = read.deskView().inHandProperty();
        BooleanBinding hasDocuments = Bindings.createBooleanBinding(
                () -> read.studyProperty().get() != null
                        && !model.objectsProperty().get().documents().isEmpty(),
                read.studyProperty(),
                model.objectsProperty());
        BooleanBinding hasRegions = Bindings.isNotEmpty(model.regions());
        list.add("objects.documents", key(KeyCode.D), hasDocuments, this::documents);
        list.add("objects.regions", key(KeyCode.S), hasRegions, () -> panel.setVisible(!panel.isVisible()));
        list.add("objects.regions-all", null, hasRegions, model::toggleAll);
        list.add(
                "objects.region",
                Shortcuts.key(KeyCode.E, KeyCombination.SHIFT_DOWN),
                inFocus,
                () -> region.inHandProperty().set(!region.inHandProperty().get()));
        list.add(
                "objects.region-remove",
                Shortcuts.key(KeyCode.DELETE, KeyCombination.SHIFT_DOWN),
                hasRegions,
                model::removeLastMeasured);
        list.add("objects.presentation", key(KeyCode.P), inFocus, this::nextState);
        list.add("objects.key-image", key(KeyCode.K), inFocus, () -> toKeyImage(1));
        list.add(
                "objects.key-image-back",
                Shortcuts.key(KeyCode.K, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN),
                inFocus,
                () -> toKeyImage(-1));
        new KeyImageCommands(read.keyImages(), inFocus, sheets, around.words()).addTo(list);
        list.add(
                "objects.archived",
                null,
                inFocus,
                () -> model.archivedShownProperty()
                        .set(!model.archivedShownProperty().get()));
        list.add("objects.tags", key(KeyCode.T), inFocus, this::tags);
    }

    private static KeyCombination key(KeyCode code) {
        return Shortcuts.key(code, KeyCombination.ALT_DOWN);
    }

    private void shown(@Nullable Study study) {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
        choice.close();
        region.forget();
        model.close();
        parts.forget();
        panel.setVisible(false);
        if (study != null) {
            loading = around.lanes()
                    .start(
                            Lane.IO,
                            Priority.NEIGHBOUR,
                            () -> StudyObjectsLoader.load(
                                    instances(study),
                                    store::open,
                                    OwnObjects.of(around.session().objects().madeOf(study.uid()))),
                            this::found,
                            around::tell);
        }
    }

    /// Every instance that is not a plain picture.
    private List<SopInstanceUid> instances(Study study) throws WorkstationException {
        List<SopInstanceUid> instances = new ArrayList<>();
        for (Series series : store.series(study.uid())) {
            for (StoredInstance instance : store.instances(series.uid())) {
                if (instance.frames() == 0 || SegmentationReader.isSegmentation(instance.sopClassUid())) {
                    instances.add(instance.uid());
                }
            }
        }
        return instances;
    }

    private void found(StudyObjects objects) {
        loading = null;
        model.show(objects);
        if (objects.unread() > 0) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.objects.unread", objects.unread()));
        } else if (!objects.documents().isEmpty()) {
            around.status()
                    .say(
                            Tone.PLAIN,
                            around.words()
                                    .get(
                                            "desktop.objects.found",
                                            objects.documents().size(),
                                            objects.regions().size(),
                                            objects.states().size()));
        }
    }

    private void documents() {
        sheets.show(
                "desktop.objects.documents",
                new DocumentsView(
                        model.objectsProperty().get().documents(),
                        store::open,
                        around.words(),
                        around.lanes(),
                        this::copy),
                1400,
                2000);
    }

    private void copy(String text) {
        around.exit().copy(text, StudyUids.of(read.studyProperty()));
    }

    private void nextState() {
        if (!choice.next()) {
            around.status().say(Tone.PLAIN, around.words().get("desktop.objects.no-state"));
        }
    }

    private void toKeyImage(int step) {
        if (!model.nextKeyImage(step)) {
            around.status().say(Tone.PLAIN, around.words().get("desktop.objects.no-key-image"));
        }
    }

    private void tags() {
        SopInstanceUid instance = desk.activeProperty()
                .get()
                .frame()
                .or(() -> desk.activeSet().map(set -> set.frames().getFirst()))
                .map(frame -> frame.ref().instance())
                .orElse(null);
        if (instance == null) {
            return;
        }
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> ElementLine.of(store.open(instance)),
                        lines -> sheets.show(
                                "desktop.objects.tags",
                                new TagsView(lines, around.words(), around.lanes(), this::copy),
                                1200,
                                2000),
                        around::tell);
    }
}
