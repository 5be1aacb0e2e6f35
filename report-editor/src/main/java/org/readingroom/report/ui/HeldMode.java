package org.readingroom.report.ui;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;

/// What a person may do with a report by the rules, and what is left of it while somebody else holds the case,
/// while a change from outside is being taken into it, or while its images stop it: each for itself, whichever ends
/// first.
///
/// **Thread:** `fx`, or one test thread.
// [impl->req~report.ui.held~1]
public final class HeldMode {
    private final ReadOnlyObjectWrapper<EditorMode> shown;
    private EditorMode byRules;
    private boolean isByOther;
    private boolean isTaken;
    private boolean isStopped;

    HeldMode(EditorMode byRules) {
        this.byRules = byRules;
        this.shown = new ReadOnlyObjectWrapper<>(byRules);
    }

    ReadOnlyObjectProperty<EditorMode> property() {
        return shown.getReadOnlyProperty();
    }

    EditorMode get() {
        return shown.get();
    }

    void set(EditorMode mode) {
        byRules = mode;
        shown.set(isHeld() ? EditorMode.LOCKED : mode);
    }

    /// Somebody else holds the case, or does so no more: meanwhile nothing is written and nothing signed.
    public void hold(boolean isNowByOther) {
        isByOther = isNowByOther;
        set(byRules);
    }

    /// A change from outside is on its way into the report on disk: what were written meanwhile would rest on words
    /// that are no longer there. For good, since the report is read anew then.
    public void take() {
        isTaken = true;
        set(byRules);
    }

    /// No report may rest on the images as they were judged, or one may again.
    // [impl->req~report.image-quality.stops~1]
    public void stop(boolean isNowStopped) {
        isStopped = isNowStopped;
        set(byRules);
    }

    public boolean isStopped() {
        return isStopped;
    }

    /// Does `action` unless the report is read only.
    void ifOpen(Runnable action) {
        if (get() != EditorMode.LOCKED) {
            action.run();
        }
    }

    /// Whether the step from `before` to `after` touches what may not be changed now.
    boolean forbids(Report before, Report after) {
        EditorMode mode = get();
        boolean inWords = Arrays.stream(SectionKind.values())
                .anyMatch(kind -> !mode.isEditable(kind) && !after.section(kind).equals(before.section(kind)));
        boolean inFacts =
                after.conclusion() != before.conclusion() || !after.keyImages().equals(before.keyImages());
        return mode == EditorMode.LOCKED || inWords || inFacts && mode != EditorMode.EDITING;
    }

    /// Held by anything at all.
    public boolean isHeld() {
        return isHeldByOthers() || isStopped;
    }

    /// Somebody else holds the case, or a change from outside is being taken into the report; what stops the images
    /// keeps nobody from taking one.
    public boolean isHeldByOthers() {
        return isByOther || isTaken;
    }
}
