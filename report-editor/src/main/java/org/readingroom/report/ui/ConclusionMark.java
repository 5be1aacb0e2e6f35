package org.readingroom.report.ui;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.quality.ConclusionProposal;

/// Asks at signing whether the report found something (阳性/阴性, clause E17): one key, and nobody's guess.
///
/// What the impression's words say beyond doubt is said as a proposal; only a person's key marks. The same key again
/// takes the mark away. An addendum leaves the mark as it was signed.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.conclusion~1]
final class ConclusionMark extends HBox {
    private static final Map<KeyCode, Polarity> KEYS =
            Map.of(KeyCode.P, Polarity.POSITIVE, KeyCode.N, Polarity.NEGATIVE);

    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final ToggleButton positive = button("report-sign-positive", Polarity.POSITIVE);
    private final ToggleButton negative = button("report-sign-negative", Polarity.NEGATIVE);
    private final Label proposal = new Label();

    ConclusionMark(ReportEditorViewModel model, EditorWords words) {
        super(8);
        this.model = model;
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        proposal.setId("report-sign-proposal");
        proposal.getStyleClass().add("report-quiet");
        proposal.setWrapText(true);
        setHgrow(proposal, Priority.ALWAYS);
        getChildren().setAll(positive, negative, proposal);
        managedProperty().bind(visibleProperty());
    }

    private ToggleButton button(String id, Polarity polarity) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        // Tab goes from what must be done to what must be done; the mark has keys of its own
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> mark(polarity));
        return button;
    }

    /// A new sheet: shows what is marked now.
    void begin() {
        setVisible(model.modeProperty().get() == EditorMode.EDITING);
        name(positive, Polarity.POSITIVE, "report.ui.mark-positive-tip");
        name(negative, Polarity.NEGATIVE, "report.ui.mark-negative-tip");
        show();
    }

    private void name(ToggleButton button, Polarity polarity, String tipKey) {
        button.setText(words.get(polarity.messageKey()));
        button.setTooltip(new Tooltip(words.get(tipKey)));
    }

    /// Takes Alt+P and Alt+N.
    void key(KeyEvent event) {
        Polarity polarity = KEYS.get(event.getCode());
        if (polarity != null && event.isAltDown() && !event.isShortcutDown() && isVisible()) {
            mark(polarity);
            event.consume();
        }
    }

    private void mark(Polarity polarity) {
        if (model.signingProperty().get()) {
            return;
        }
        Polarity wanted = model.report().conclusion() == polarity ? Polarity.UNMARKED : polarity;
        model.write(now -> ReportEdits.conclude(now, wanted));
        model.flush();
        show();
    }

    private void show() {
        Polarity marked = model.report().conclusion();
        positive.setSelected(marked == Polarity.POSITIVE);
        negative.setSelected(marked == Polarity.NEGATIVE);
        Optional<Polarity> proposed = ConclusionProposal.of(model.report());
        proposal.setText(
                marked != Polarity.UNMARKED
                        ? words.get(isOlderThanWords(marked) ? "report.ui.mark-older" : "report.ui.mark-made")
                        : proposed.map(one -> words.get("report.ui.mark-proposal", words.get(one.messageKey())))
                                .orElseGet(() -> words.get("report.ui.mark-open")));
    }

    /// Whether the mark came with the last version and the impression was written anew since.
    private boolean isOlderThanWords(Polarity marked) {
        if (model.versions().isEmpty()) {
            return false;
        }
        Report last = model.versions().getLast().report();
        return last.conclusion() == marked
                && !last.text(SectionKind.IMPRESSION).equals(model.report().text(SectionKind.IMPRESSION));
    }
}
