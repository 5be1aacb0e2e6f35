package org.readingroom.desktop.monitor;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.greyscale.CalibrationReader;
import org.readingroom.viewer.greyscale.DisplayCalibration;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which measured curve each monitor has: the file chosen for it, remembered by the home and read at every start.
///
/// **Thread:** FX; files are read on the `io` lane.
// [impl->req~shell.monitor-calibration~1]
public final class MonitorCurves {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorCurves.class);
    private static final MonitorCurve NONE = new MonitorCurve.None();

    private final WindowMemory memory;
    private final TaskRunner tasks;
    private final Map<String, ReadOnlyObjectWrapper<MonitorCurve>> curves = new HashMap<>();

    public MonitorCurves(WindowMemory memory, TaskRunner tasks) {
        this.memory = memory;
        this.tasks = tasks;
    }

    /// The curve of `monitor`; its file is read when it is first asked for.
    public ReadOnlyObjectProperty<MonitorCurve> of(Monitor monitor) {
        return held(monitor).getReadOnlyProperty();
    }

    /// Takes `file` for `monitor` from now on.
    public void choose(Monitor monitor, Path file) {
        keep(monitor, file.toString());
        read(held(monitor), file);
    }

    /// Shows pictures on `monitor` as they are again.
    public void forget(Monitor monitor) {
        keep(monitor, "");
        held(monitor).set(NONE);
    }

    private ReadOnlyObjectWrapper<MonitorCurve> held(Monitor monitor) {
        ReadOnlyObjectWrapper<MonitorCurve> curve = curves.get(monitor.id());
        if (curve == null) {
            curve = new ReadOnlyObjectWrapper<>(NONE);
            curves.put(monitor.id(), curve);
            String file = memory.text(key(monitor)).orElse("");
            if (!file.isBlank()) {
                remembered(curve, file);
            }
        }
        return curve;
    }

    private void remembered(ReadOnlyObjectWrapper<MonitorCurve> curve, String file) {
        try {
            read(curve, Path.of(file));
        } catch (InvalidPathException e) {
            curve.set(new MonitorCurve.Refused(Path.of(""), unreadable(e)));
        }
    }

    private void read(ReadOnlyObjectWrapper<MonitorCurve> curve, Path file) {
        MonitorCurve.Reading reading = new MonitorCurve.Reading(file);
        curve.set(reading);
        tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> calibration(file),
                calibration -> came(curve, reading, new MonitorCurve.Measured(file, calibration)),
                fault -> {
                    LOG.warn("a calibration file is refused: {}", fault.toString());
                    came(curve, reading, new MonitorCurve.Refused(file, fault));
                });
    }

    private static DisplayCalibration calibration(Path file) throws WorkstationException {
        try {
            return CalibrationReader.read(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static WorkstationException unreadable(Exception cause) {
        return new WorkstationException(
                "desktop.monitor.unreadable", List.of(), cause.getClass().getSimpleName(), cause);
    }

    /// A choice made meanwhile goes first.
    @SuppressWarnings("ReferenceEquality") // this very reading, not one of the same file
    private static void came(
            ReadOnlyObjectWrapper<MonitorCurve> curve, MonitorCurve.Reading reading, MonitorCurve found) {
        if (curve.get() == reading) {
            curve.set(found);
        }
    }

    private void keep(Monitor monitor, String file) {
        memory.keep(key(monitor), file);
        memory.save();
    }

    private static String key(Monitor monitor) {
        return "monitor.curve." + monitor.id();
    }
}
