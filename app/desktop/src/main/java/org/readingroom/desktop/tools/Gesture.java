package org.readingroom.desktop.tools;

import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.geometry.Vec3;

/// What a hand that grabbed a mark is doing to it.
sealed interface Gesture {
    /// `slip` is how far the press missed the handle, so that it does not jump.
    record Handle(Annotation before, int index, ScreenPoint slip) implements Gesture {}

    record Whole(Annotation before, Vec3 grabbed) implements Gesture {}

    record Label(AnnotationId id, LabelOffset before, ScreenPoint pressed) implements Gesture {}
}
