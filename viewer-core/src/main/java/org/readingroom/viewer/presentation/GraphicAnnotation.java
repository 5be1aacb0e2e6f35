package org.readingroom.viewer.presentation;

import java.util.List;
import org.readingroom.viewer.coded.InstanceReference;

/// Shapes and words of one layer on some images; `references` is empty when every image of the state is meant.
///
/// **Source:** DICOM PS3.3 section C.10.5.
public record GraphicAnnotation(
        List<InstanceReference> references, String layer, List<GraphicObject> graphics, List<TextObject> texts) {
    public GraphicAnnotation {
        references = List.copyOf(references);
        graphics = List.copyOf(graphics);
        texts = List.copyOf(texts);
    }
}
