package org.readingroom.desktop.boot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.monitor.Monitor;
import org.readingroom.desktop.monitor.MonitorCurve;
import org.readingroom.desktop.monitor.MonitorCurves;
import org.readingroom.desktop.monitor.MonitorWords;
import org.readingroom.desktop.monitor.MonitorsView;
import org.readingroom.desktop.monitor.StandingMonitor;
import org.readingroom.desktop.monitor.TestPatternWindow;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.task.TaskRunner;

/// Leads the curve of the monitor on which the window stands to every picture, and says which it is.
///
/// **Thread:** FX.
final class MonitorPlace implements AutoCloseable {
    private final Words words;
    private final StatusViewModel status;
    private final PictureMaker maker;
    private final MonitorCurves curves;
    private final StandingMonitor standing;
    private final TestPatternWindow pattern;
    private final Subscription spoken;
    private final ObjectProperty<MonitorCurve> curve = new SimpleObjectProperty<>(new MonitorCurve.None());

    MonitorPlace(
            Stage stage,
            PictureMaker maker,
            WindowMemory memory,
            TaskRunner tasks,
            StatusViewModel status,
            Words words) {
        this.words = words;
        this.status = status;
        this.maker = maker;
        this.curves = new MonitorCurves(memory, tasks);
        this.standing = new StandingMonitor(stage);
        this.pattern = new TestPatternWindow(stage, tasks, words);
        ReadOnlyObjectProperty<Monitor> monitor = standing.monitorProperty();
        ObservableValue<MonitorCurve> here = monitor.flatMap(curves::of);
        curve.bind(here);
        curve.subscribe(this::follow);
        spoken = words.messagesProperty().subscribe(() -> say(curve.get()));
        monitor.subscribe(() -> say(curve.get()));
    }

    void addCommands(CommandRegistry commands) {
        new CommandList(commands)
                .add(
                        "test-pattern",
                        Shortcuts.key(KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        () -> pattern.show(
                                standing.monitorProperty().get(), curve.get().calibrationOrNull()));
    }

    /// The monitors and their files, for the settings.
    Node settings() {
        return new MonitorsView(curves, words);
    }

    /// Leads the curve of whichever monitor a further window stands on to its pictures; `redraw` makes them anew.
    Subscription lead(Stage further, Runnable redraw) {
        StandingMonitor its = new StandingMonitor(further);
        Subscription led = its.monitorProperty().flatMap(curves::of).subscribe(now -> {
            maker.calibrate(further, now.calibrationOrNull());
            redraw.run();
        });
        return led.and(its::close);
    }

    private void follow(MonitorCurve now) {
        maker.calibrationProperty().set(now.calibrationOrNull());
        say(now);
        if (now instanceof MonitorCurve.Refused refused) {
            status.say(
                    Tone.ATTENTION,
                    MonitorWords.account(standing.monitorProperty().get(), refused, words));
        }
    }

    private void say(MonitorCurve now) {
        status.greysProperty().set(MonitorWords.fact(now, words));
        status.greysTipProperty()
                .set(MonitorWords.account(standing.monitorProperty().get(), now, words));
    }

    @Override
    public void close() {
        pattern.close();
        spoken.unsubscribe();
        curve.unbind();
        standing.close();
        maker.calibrationProperty().set(null);
    }
}
