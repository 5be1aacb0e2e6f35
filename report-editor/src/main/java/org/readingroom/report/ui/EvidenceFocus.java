package org.readingroom.report.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.viewer.annotation.AnnotationId;

/// The mark that words and images have in common just now: a sentence leads to it, and it lights its sentences.
///
/// **Thread:** `fx`, or one test thread.
// [impl->req~report.ui.evidence~1]
public final class EvidenceFocus {
    private final EvidenceGuide guide;
    private final ReadOnlyObjectWrapper<Optional<AnnotationId>> lit = new ReadOnlyObjectWrapper<>(Optional.empty());

    EvidenceFocus(EvidenceGuide guide) {
        this.guide = guide;
    }

    /// The mark whose sentences are lit.
    public ReadOnlyObjectProperty<Optional<AnnotationId>> litProperty() {
        return lit.getReadOnlyProperty();
    }

    /// Shows the images behind `anchor`.
    public void goTo(EvidenceAnchor anchor) {
        lit.set(Optional.ofNullable(anchor.annotation()));
        guide.goTo(anchor);
    }

    /// Shows the images behind `sentence`: its first anchor or, when one of them is lit, the one after it.
    public void show(ReportSentence sentence) {
        List<EvidenceAnchor> anchors = sentence.evidence();
        for (int i = 0; i < anchors.size(); i++) {
            if (isLit(anchors.get(i))) {
                goTo(anchors.get((i + 1) % anchors.size()));
                return;
            }
        }
        if (!anchors.isEmpty()) {
            goTo(anchors.getFirst());
        }
    }

    /// Whether `sentence` rests on the mark that is selected in the images.
    public boolean isLit(ReportSentence sentence) {
        return sentence.evidence().stream().anyMatch(this::isLit);
    }

    private boolean isLit(EvidenceAnchor anchor) {
        return lit.get().isPresent() && lit.get().get().equals(anchor.annotation());
    }

    /// Lights the sentences that rest on `annotation`, as it is selected in the images.
    public void light(Optional<AnnotationId> annotation) {
        lit.set(annotation);
    }
}
