package org.readingroom.desktop.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.desktop.fx.NewestAnswer;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityRules;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.services.reporting.ImageQualities;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The quality of images as the window knows it; what is judged goes to the disk beside FX.
///
/// **Thread:** FX.
public final class ImageQualityDesk {
    /// Where studies are found as they are now.
    public interface Studies {
        Optional<Study> study(StudyUid study) throws WorkstationException;
    }

    private final ImageQualities qualities;
    private final Studies studies;
    private final TaskRunner runner;
    private final Consumer<Exception> failed;
    private final NewestAnswer looks;
    private final NewestAnswer lists;
    private final ReadOnlyObjectWrapper<List<KnownQuality>> stopped = new ReadOnlyObjectWrapper<>(List.of());

    public ImageQualityDesk(ImageQualities qualities, Studies studies, TaskRunner runner, Consumer<Exception> failed) {
        this.qualities = qualities;
        this.studies = studies;
        this.runner = runner;
        this.failed = failed;
        this.looks = new NewestAnswer(runner);
        this.lists = new NewestAnswer(runner);
    }

    public ImageQualityRules rules() {
        return qualities.rules();
    }

    public boolean isFileBroken() {
        return qualities.isFileBroken();
    }

    /// Whether this person may judge images.
    public boolean mayGrade() {
        return rules().mayGrade(qualities.me().roles());
    }

    /// The studies whose images stop their report, the oldest first.
    public ReadOnlyObjectProperty<List<KnownQuality>> stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    public void refresh() {
        lists.ask(this::stopped, stopped::set, failed);
    }

    /// Tells what is known of `study`, unless another look is begun before the answer is here.
    public void look(StudyUid study, Consumer<KnownQuality> told) {
        looks.ask(
                () -> new KnownQuality(known(study), qualities.ofStudy(study), qualities.isIssued(study)),
                told,
                failed);
    }

    /// Does `wishes` one after the other, of the images that are here now; `refused` is told of the first that is not
    /// done.
    public void act(
            StudyUid study, List<ImageQualityWish> wishes, Consumer<KnownQuality> done, Consumer<Exception> refused) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    Study now = known(study);
                    ImageQuality quality = ImageQuality.NONE;
                    for (ImageQualityWish wish : wishes) {
                        quality = qualities.act(JudgedImages.of(now), wish);
                    }
                    return new KnownQuality(now, quality, qualities.isIssued(study));
                },
                done,
                refused);
    }

    private Study known(StudyUid study) throws WorkstationException {
        return studies.study(study)
                .orElseThrow(() ->
                        new WorkstationException("desktop.image-quality.gone", "a study to judge is no longer here"));
    }

    /// A study that is not here any more is left out: nobody can read it either.
    private List<KnownQuality> stopped() throws WorkstationException {
        List<KnownQuality> here = new ArrayList<>();
        for (ImageQuality quality : qualities.stopped()) {
            studies.study(quality.acts().getFirst().images().study())
                    .ifPresent(study -> here.add(new KnownQuality(study, quality, false)));
        }
        return List.copyOf(here);
    }
}
