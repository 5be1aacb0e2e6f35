package org.readingroom.desktop.plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.volume.GreySlice;

/// The operations of plug-ins as commands on the slice in the active view.
///
/// **Thread:** FX.
public final class PluginActions {
    private final PluginHost host;
    private final ReadingDeskModel desk;
    private final Supplier<Optional<ViewContext>> onScreen;
    private final TaskRunner runner;
    private final StatusViewModel status;
    private final Words words;

    /// `onScreen` tells what the active view shows.
    public PluginActions(
            PluginHost host,
            ReadingDeskModel desk,
            Supplier<Optional<ViewContext>> onScreen,
            TaskRunner runner,
            StatusViewModel status,
            Words words) {
        this.host = host;
        this.desk = desk;
        this.onScreen = onScreen;
        this.runner = runner;
        this.status = status;
        this.words = words;
    }

    /// One command for each operation that is on.
    public List<Command> commands(ObservableBooleanValue when) {
        return host.operations().stream()
                .map(offered -> new Command(
                        "plugin." + offered.pluginId() + "."
                                + offered.operation().id(),
                        offered.operation().nameKey(),
                        null,
                        when,
                        () -> apply(offered)))
                .toList();
    }

    /// Computes the slice in the active view anew and shows the result as a set of its own.
    public void apply(PluginHost.Offered offered) {
        Optional<ViewContext> context = onScreen.get();
        Optional<ImageFrame> frame = context.flatMap(ViewContext::frame);
        if (frame.isEmpty() || !(context.get().slice().orElse(null) instanceof GreySlice grey)) {
            status.say(Tone.ATTENTION, words.get("desktop.plugin.needs-grey-frame"));
            return;
        }
        if (context.get().subtraction().isPresent()) {
            status.say(Tone.ATTENTION, words.get("desktop.plugin.needs-frame-as-taken"));
            return;
        }
        DisplaySet source = context.get().displaySet();
        String name = words.get(offered.operation().nameKey());
        runner.start(
                Lane.CPU,
                Priority.ON_SCREEN,
                () -> host.apply(offered, DerivedSet.input(frame.get(), grey), ParameterValues.INITIAL)
                        .map(result -> DerivedSet.of(
                                source, frame.get(), result, words.get("desktop.plugin.description", name))),
                derived -> derived.ifPresent(made -> show(source, made)),
                fault -> status.say(Tone.CRITICAL, words.about(fault)));
    }

    /// What comes after its source was put away is dropped: it would lie among another patient's pictures.
    private void show(DisplaySet source, DerivedSet derived) {
        if (desk.sets().stream().noneMatch(set -> set.displaySet().equals(source))) {
            return;
        }
        desk.show(desk.add(derived.displaySet(), derived.frames()));
        desk.focusActive();
    }
}
