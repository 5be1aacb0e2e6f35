package org.readingroom.desktop.hanging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.desk.DeskStudy;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.BodyRegion;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.TaskRunner;

/// Hanging protocols on one desk: what hangs, its commands, its menu.
///
/// **Thread:** FX.
public final class HangingDesk {
    private final ReadingDeskModel desk;
    private final HangingModel model;
    private final HangingMenu menu;
    private final List<Command> commands = new ArrayList<>();

    public HangingDesk(
            ReadingDeskModel desk,
            ReadingDeskView view,
            Path home,
            String person,
            SheetLayer sheets,
            TaskRunner tasks,
            StatusViewModel status,
            Words words) {
        this.desk = desk;
        ProtocolShelf shelf = new ProtocolShelf(home, person);
        HangingShelfActions actions = new HangingShelfActions(shelf, status, words);
        HungSets sets = new HungSets(desk, this::priorOf);
        model = new HangingModel(
                desk,
                shelf,
                sets,
                new ScaledViews(
                        shown -> view.viewNodes().stream()
                                .filter(node -> node.model() == shown)
                                .findFirst(),
                        tasks),
                () -> Screen.getScreens().size(),
                status,
                words);
        ExampleSheet example = new ExampleSheet(desk, sets, actions, sheets, status, words);
        ProtocolsSheet editor = new ProtocolsSheet(actions, sheets, status, words);
        add(view, "hanging-next", Shortcuts.key(KeyCode.F6), () -> model.step(1));
        add(view, "hanging-previous", Shortcuts.key(KeyCode.F6, KeyCombination.SHIFT_DOWN), () -> model.step(-1));
        add(view, "hanging-back", Shortcuts.ctrl(KeyCode.F6), model::undo);
        add(view, "hanging-example", Shortcuts.key(KeyCode.F7), example::show);
        add(view, "hanging-edit", null, editor::show);
        menu = new HangingMenu(model, actions, commands, words);
        add(view, "hanging-menu", Shortcuts.ctrl(KeyCode.H), menu::show);
        menu.tell(List.of(commands.getLast(), commands.getFirst()));
        view.toolButtons().getChildren().addFirst(menu.button());
        desk.sets().addListener((ListChangeListener<OpenSet>) change -> {
            while (change.next()) {
                if (change.wasAdded() && change.getAddedSubList().stream().anyMatch(set -> priorOf(set) > 0)) {
                    model.besides();
                }
            }
        });
        if (shelf.couldNotBeRead()) {
            status.say(Tone.ATTENTION, words.get("desk.hanging.damaged"));
        }
    }

    private void add(ReadingDeskView view, String id, @Nullable KeyCombination keys, Runnable action) {
        commands.add(new Command(
                "desk." + id, "desk.command." + id, keys, view.sceneProperty().isNotNull(), () -> {
                    if (!desk.sets().isEmpty() || id.equals("hanging-edit")) {
                        action.run();
                    }
                }));
    }

    private int priorOf(OpenSet open) {
        return desk.studies()
                .of(open)
                .map(study -> study.isCurrent() ? 0 : study.standing() == Standing.PRIOR ? study.number() : -1)
                .orElse(0);
    }

    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /// The first sets of a study are on the desk, or it was cleared.
    public void begin() {
        model.begin();
    }

    /// All series of the study are known.
    public void known() {
        model.known();
    }

    /// Whether a prior such as `prior` should be brought in, since the protocol hangs one at once.
    public boolean wants(Study prior) {
        boolean isAlike = desk.studies()
                .current()
                .map(DeskStudy::study)
                .filter(now -> !Collections.disjoint(now.modalities(), prior.modalities()))
                .filter(now -> alike(now, prior))
                .isPresent();
        return isAlike && model.waitsForPrior();
    }

    private static boolean alike(Study now, Study prior) {
        Set<BodyRegion> here = BodyRegion.in(now.description() + " " + now.bodyPart());
        Set<BodyRegion> there = BodyRegion.in(prior.description() + " " + prior.bodyPart());
        return here.isEmpty() || there.isEmpty() || here.stream().anyMatch(there::contains);
    }
}
