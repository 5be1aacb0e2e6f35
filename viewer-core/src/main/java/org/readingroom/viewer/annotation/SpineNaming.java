package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names that follow from names: the next one to place, and a whole row after one in it was mended.
// [impl->req~annotation.spine~1]
public final class SpineNaming {
    private SpineNaming() {}

    /// The name after that of `last`, down or up; nothing when `last` has none, past the ends, or when it is
    /// taken.
    public static Optional<SpineLevel> next(SpineColumn column, Annotation.Figure last, boolean isDown) {
        return SpineLevel.of(last.label())
                .flatMap(level -> isDown ? level.below() : level.above())
                .filter(level -> column.vertebrae().stream().noneMatch(named -> named.level() == level));
    }

    /// `renamed` becomes `level`; with `isFollowed` those named after it keep their steps from one to the
    /// next. Nothing when a step would lead past an end.
    ///
    /// `inOrder` are the marks of the column in the order in which they were placed.
    public static Optional<AnnotationEdit> renaming(
            List<Annotation.Figure> inOrder, AnnotationId renamed, SpineLevel level, boolean isFollowed) {
        List<AnnotationEdit> edits = new ArrayList<>();
        SpineLevel before = null;
        SpineLevel after = null;
        for (Annotation.Figure mark : inOrder) {
            Optional<SpineLevel> named = SpineLevel.of(mark.label());
            if (mark.id().equals(renamed)) {
                edits.add(AnnotationEdit.Replace.relabelled(mark, level.name()));
                before = named.orElse(null);
                after = level;
            } else if (isFollowed && before != null && after != null && named.isPresent()) {
                Optional<SpineLevel> follows = after.stepped(before.stepsTo(named.get()));
                if (follows.isEmpty()) {
                    return Optional.empty();
                }
                before = named.get();
                after = follows.get();
                edits.add(AnnotationEdit.Replace.relabelled(mark, after.name()));
            }
        }
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnnotationEdit.Together(edits, "viewer.edit.rename-levels"));
    }
}
