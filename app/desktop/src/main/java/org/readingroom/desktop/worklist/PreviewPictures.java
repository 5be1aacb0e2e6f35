package org.readingroom.desktop.worklist;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.readingroom.viewer.model.StudyUid;

/// Draws the picture by which a study is recognised.
public interface PreviewPictures {
    /// Answers on `fx`, later or at once; never when the study has no picture.
    void first(StudyUid study, Consumer<Image> ready);
}
