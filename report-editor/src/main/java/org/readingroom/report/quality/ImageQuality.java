package org.readingroom.report.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.report.quality.ImageQualityAct.Kind;

/// What was judged of the images of one study. The last grade holds; the older ones stay to be read.
///
/// **Order:** oldest first, as it was written down.
// [impl->req~report.image-quality.course~1]
public record ImageQuality(List<ImageQualityAct> acts) {
    public static final ImageQuality NONE = new ImageQuality(List.of());

    public ImageQuality {
        acts = List.copyOf(acts);
        if (!acts.isEmpty() && acts.getFirst().kind() == Kind.RETURNED) {
            throw new IllegalArgumentException("images went back before anybody judged them");
        }
    }

    public ImageQuality with(ImageQualityAct act) {
        List<ImageQualityAct> more = new ArrayList<>(acts);
        more.add(act);
        return new ImageQuality(more);
    }

    /// The grade that holds.
    public Optional<ImageQualityAct> grading() {
        return acts.stream().filter(act -> act.kind() == Kind.GRADED).reduce((before, after) -> after);
    }

    /// The return that nobody has answered with a new grade.
    public Optional<ImageQualityAct> returned() {
        return acts.isEmpty() || acts.getLast().kind() != Kind.RETURNED
                ? Optional.empty()
                : Optional.of(acts.getLast());
    }

    public boolean isReturned() {
        return returned().isPresent();
    }

    /// True when more or fewer images than these were judged; of what nobody judged it is false.
    public boolean isOfOthers(int images) {
        return grading().filter(act -> act.images().count() != images).isPresent();
    }

    /// Whether `rules` stop the report over these images.
    public boolean isStopped(ImageQualityRules rules) {
        return grading().filter(act -> rules.rule(act.grade()).blocks()).isPresent();
    }

    /// The grades that count: the one that holds, and each that images went back with. One that was answered by
    /// another without that was a slip.
    // [impl->req~report.image-quality.counts~1]
    public List<ImageQualityAct> counted() {
        List<ImageQualityAct> counted = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            boolean isHeld = i + 1 == acts.size() || acts.get(i + 1).kind() == Kind.RETURNED;
            if (acts.get(i).kind() == Kind.GRADED && isHeld) {
                counted.add(acts.get(i));
            }
        }
        return List.copyOf(counted);
    }
}
