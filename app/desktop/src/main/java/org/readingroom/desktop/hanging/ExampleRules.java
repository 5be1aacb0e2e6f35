package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.FusedSet;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewMode;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.hanging.BodyRegion;
import org.readingroom.viewer.hanging.HangingView;
import org.readingroom.viewer.hanging.HungSet;
import org.readingroom.viewer.hanging.LocalName;
import org.readingroom.viewer.hanging.PresentationGroup;
import org.readingroom.viewer.hanging.ProtocolChoice;
import org.readingroom.viewer.hanging.ScreenOrientation;
import org.readingroom.viewer.hanging.ViewOpening;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewState;
import org.readingroom.viewer.viewport.WindowPresets;

/// Turns what is on the desk into rules: the layout, which kind of set stands in which view, how it
/// is shown.
///
/// Nothing of the patient goes into them.
///
/// **Thread:** FX.
// [impl->req~hanging.by-example~1]
final class ExampleRules {
    private final ReadingDeskModel desk;
    private final HungSets sets;

    ExampleRules(ReadingDeskModel desk, HungSets sets) {
        this.desk = desk;
        this.sets = sets;
    }

    /// The modalities of the study being read, as a definition has them: `CT`, or `PT+CT` for both
    /// together.
    String modality() {
        Set<String> there = new TreeSet<>();
        current().forEach(set -> there.add(set.modality()));
        if (there.contains("PT") && there.contains("CT")) {
            return "PT+CT";
        }
        return current().stream().findFirst().map(HungSet::modality).orElse("");
    }

    List<BodyRegion> regions() {
        return List.copyOf(ProtocolChoice.regions(current()));
    }

    /// The description of the study.
    String procedure() {
        return current().stream()
                .map(HungSet::studyDescription)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    int priors() {
        return desk.visible().stream()
                .map(view -> sets.of(view.setProperty().get()))
                .mapToInt(set -> set == null ? 0 : set.prior())
                .max()
                .orElse(0);
    }

    private List<ViewportModel> inLayout() {
        return desk.views().subList(0, desk.layoutProperty().get().views());
    }

    private List<HungSet> current() {
        return sets.all().stream().filter(set -> set.prior() == 0).toList();
    }

    /// The one group that shows what the desk shows now.
    PresentationGroup group(LocalName name) {
        SelectorMaker maker = new SelectorMaker(sets.all(), names());
        List<HangingView> views = new ArrayList<>();
        List<HungSet> earlier = new ArrayList<>();
        List<ViewportModel> shown = desk.tiling().isOn() ? desk.visible().subList(0, 1) : inLayout();
        for (ViewportModel view : shown) {
            OpenSet open = view.setProperty().get();
            HungSet set = sets.of(open);
            if (open == null || set == null) {
                views.add(new HangingView(List.of(), false, ViewOpening.PLAIN));
                continue;
            }
            boolean isRepeat = earlier.contains(set);
            List<HungSet> others =
                    earlier.stream().filter(other -> !other.equals(set)).toList();
            views.add(new HangingView(List.of(maker.of(set, others)), isRepeat, opening(view, open, maker)));
            earlier.add(set);
        }
        var layout = desk.layoutProperty().get();
        return new PresentationGroup(
                name,
                layout.rows(),
                layout.columns(),
                views,
                false,
                desk.tiling().isOn());
    }

    private ViewOpening opening(ViewportModel view, OpenSet open, SelectorMaker maker) {
        ViewState state = view.stateProperty().get();
        DataPresentation data = open.presentationProperty().get();
        Voi.Window window = data.voi() instanceof Voi.Window chosen ? chosen : null;
        boolean isScene = view.modeProperty().get() instanceof ViewMode.Scene;
        String preset = view.modeProperty().get() instanceof ViewMode.Scene scene
                ? scene.look().preset()
                : window == null ? "" : preset(open.displaySet(), window);
        Voi.Window numbers = preset.isEmpty() && !isScene ? window : null;
        PlaneKind plane = state.plane();
        String palette = data.palette().id();
        return new ViewOpening(
                plane == PlaneKind.ACQUIRED ? null : plane,
                state.slab().thicknessMm(),
                state.slab().thicknessMm() > 0 ? state.slab().projection() : null,
                isScene,
                preset,
                numbers == null ? null : Double.valueOf(numbers.center()),
                numbers == null ? null : Double.valueOf(numbers.width()),
                palette.equals("grey") ? "" : palette,
                data.inverted() && !open.displaySet().modality().equals("PT"),
                orientation(view),
                null,
                false,
                null,
                desk.links().isOn() ? 1 : 0,
                overlay(view, maker));
    }

    private static String preset(DisplaySet set, Voi.Window window) {
        return WindowPresets.of(set).stream()
                .filter(preset -> preset.window().equals(window))
                .map(WindowPresets.Preset::id)
                .findFirst()
                .orElse("");
    }

    /// How a projection stands on the screen now, where its file says how it is stored.
    private static String orientation(ViewportModel view) {
        ViewPresentation look = view.presentationProperty().get();
        boolean isTurned = look.flippedHorizontally() || look.turnDegrees() != 0;
        return view.frame()
                .filter(frame -> isTurned && frame.plane() == null)
                .map(ImageFrame::facts)
                .flatMap(facts -> new ScreenOrientation(look.turnDegrees(), look.flippedHorizontally())
                        .shown(facts.patientOrientation()))
                .orElse("");
    }

    private ViewOpening.@Nullable Overlay overlay(ViewportModel view, SelectorMaker maker) {
        FusedSet fused = view.additions().fusedProperty().get();
        HungSet over = fused == null ? null : sets.of(fused.set());
        return fused == null || over == null
                ? null
                : new ViewOpening.Overlay(
                        maker.of(over, List.of()), fused.palette().id(), fused.opacity());
    }

    /// The parts of the patients' names and ids: words that no rule may hold.
    private Set<String> names() {
        Set<String> names = new HashSet<>();
        for (OpenSet open : desk.sets()) {
            Patient patient = open.displaySet().facts().patient();
            String all = patient.name() + " " + patient.id();
            for (String part : all.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                names.add(part);
            }
        }
        return names;
    }
}
