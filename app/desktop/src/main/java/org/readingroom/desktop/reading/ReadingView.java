package org.readingroom.desktop.reading;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.ui.ReportEditorView;

/// The Read place: the desk, the report at its right. Tab goes from one to the other.
public final class ReadingView extends StackPane {
    private final ReadingDeskView desk;
    private final StackPane report = new StackPane();
    private final SplitPane split;
    private Runnable focusReport = () -> {};

    public ReadingView(ReadingViewModel model, ReadingDeskView desk, Words words) {
        this.desk = desk;
        getStyleClass().add("reading");
        report.getStyleClass().add("report-pane");
        report.setMinWidth(300);
        split = new SplitPane(desk, report);
        SplitPane.setResizableWithParent(report, false);
        split.setDividerPositions(0.7);
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.text("desktop.reading.empty.title"));
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.textProperty().bind(words.text("desktop.reading.empty.what"));
        VBox empty = new VBox(Icons.of(MaterialDesignM.MONITOR_EYE), title, what);
        empty.getStyleClass().add("empty-state");
        getChildren().addAll(split, empty);
        model.studyProperty().subscribe(study -> {
            split.setVisible(study != null);
            empty.setVisible(study == null);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        report.addEventFilter(KeyEvent.KEY_PRESSED, this::pressInReport);
    }

    /// Puts the editor of one report at the right; null takes it away.
    public void showReport(@Nullable Node editor, Runnable focus) {
        focusReport = focus;
        report.getChildren().clear();
        if (editor != null) {
            report.getChildren().add(editor);
        }
    }

    /// Takes the pane of the report out, for a window of its own.
    public Node takeReport() {
        split.getItems().remove(report);
        return report;
    }

    /// Puts the pane of the report back at the right.
    public void putReportBack() {
        if (!split.getItems().contains(report)) {
            split.getItems().add(report);
            split.setDividerPositions(0.7);
        }
    }

    public void begin() {
        if (split.isVisible()) {
            desk.focusActive();
        } else {
            requestFocus();
        }
    }

    /// Lays a small panel over the lower left of the desk; it shows itself.
    public void lay(Node panel) {
        StackPane.setAlignment(panel, Pos.BOTTOM_LEFT);
        StackPane.setMargin(panel, new Insets(0, 0, 40, 140));
        getChildren().add(panel);
    }

    /// Where the divider stands, remembered between starts.
    public SplitPane split() {
        return split;
    }

    @SuppressWarnings("ReferenceEquality") // nodes are themselves
    public boolean isReportFocused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == report) {
                return true;
            }
        }
        return false;
    }

    /// The sheet over the report in which somebody is about to sign; it keeps Tab to itself.
    private Optional<Node> signSheet() {
        return Optional.ofNullable(report.lookup(".report-shade")).filter(Node::isVisible);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            Optional<Node> sheet = signSheet();
            if (isReportFocused() && (sheet.isPresent() || isWriting())) {
                return;
            }
            if (isReportFocused()) {
                desk.focusActive();
            } else {
                sheet.ifPresentOrElse(Node::requestFocus, focusReport);
                Optional.ofNullable(report.getScene())
                        .ifPresent(scene -> scene.getWindow().requestFocus());
            }
            event.consume();
        }
    }

    /// From a report in a window of its own back to the pictures.
    private void pressInReport(KeyEvent event) {
        boolean isElsewhere = !Objects.equals(report.getScene(), getScene());
        if (isElsewhere
                && signSheet().isEmpty()
                && !isWriting()
                && event.getCode() == KeyCode.TAB
                && !event.isControlDown()
                && !event.isAltDown()) {
            leaveReport();
            event.consume();
        }
    }

    /// From the report to the pictures, in whatever window they are.
    public void leaveReport() {
        if (!Objects.equals(report.getScene(), getScene())) {
            getScene().getWindow().requestFocus();
        }
        desk.focusActive();
    }

    /// What is written hears Tab first, for blanks, fields and lists; from the text it comes back by [#leaveReport].
    // [impl->req~report.phrase.tour~1]
    private boolean isWriting() {
        Node owner = report.getScene() == null ? null : report.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at instanceof ReportEditorView) {
                return true;
            }
        }
        return false;
    }
}
