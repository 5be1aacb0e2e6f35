package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.render.SceneCutter;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.SceneCut;
import org.readingroom.viewer.volume.Volume;

/// What scissors left of a volume, made off the FX thread; the last one asked for is kept.
///
/// **Thread:** FX.
final class CutVolumes {
    private final TaskRunner tasks;
    private final Runnable came;
    private @Nullable Made made;
    private @Nullable Handle cutting;
    private List<SceneCut> wanted = List.of();

    private record Made(List<SceneCut> cuts, Volume volume) {}

    /// `came` is called once a volume asked for is here.
    CutVolumes(TaskRunner tasks, Runnable came) {
        this.tasks = tasks;
        this.came = came;
    }

    Optional<Volume> of(Volume whole, List<SceneCut> cuts) {
        Made now = made;
        if (cuts.isEmpty()) {
            return Optional.of(whole);
        }
        if (now != null && now.cuts().equals(cuts)) {
            return Optional.of(now.volume());
        }
        if (cutting == null || !wanted.equals(cuts)) {
            start(whole, cuts, now);
        }
        return Optional.empty();
    }

    private void start(Volume whole, List<SceneCut> cuts, @Nullable Made now) {
        if (cutting != null) {
            cutting.cancel();
        }
        wanted = cuts;
        boolean goesOn = now != null
                && now.cuts().size() < cuts.size()
                && cuts.subList(0, now.cuts().size()).equals(now.cuts());
        Made start = goesOn && now != null ? now : new Made(List.of(), whole);
        List<SceneCut> left = cuts.subList(start.cuts().size(), cuts.size());
        cutting = tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    Volume volume = start.volume();
                    for (SceneCut cut : left) {
                        volume = SceneCutter.from(volume, cut);
                    }
                    return volume;
                },
                volume -> finished(new Made(cuts, volume)),
                fault -> finished(new Made(cuts, whole)));
    }

    /// A cut that failed leaves the whole volume: more is shown than wanted, never less.
    private void finished(Made result) {
        made = result;
        cutting = null;
        came.run();
    }

    void close() {
        if (cutting != null) {
            cutting.cancel();
            cutting = null;
        }
        made = null;
        wanted = List.of();
    }
}
