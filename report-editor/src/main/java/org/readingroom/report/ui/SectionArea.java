package org.readingroom.report.ui;

import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;

/// The text of a section. Words of a machine that nobody has said yes to are not handed to the clipboard, from where
/// they
/// would come back as anybody's.
// [impl->req~report.suggest.never-unaccepted~1]
final class SectionArea extends TextArea {
    private final ReportEditorViewModel model;
    private final SectionKind kind;

    SectionArea(ReportEditorViewModel model, SectionKind kind) {
        this.model = model;
        this.kind = kind;
    }

    @Override
    public void copy() {
        if (isFree()) {
            super.copy();
        }
    }

    @Override
    public void cut() {
        if (isFree()) {
            super.cut();
        }
    }

    private boolean isFree() {
        IndexRange chosen = getSelection();
        int start = 0;
        for (ReportSentence sentence : model.report().section(kind).sentences()) {
            int end = start + sentence.text().length();
            if (sentence.isUnaccepted() && chosen.getStart() < end && chosen.getEnd() > start) {
                model.say("report.ui.unaccepted-stays");
                return false;
            }
            start = end;
        }
        return true;
    }
}
