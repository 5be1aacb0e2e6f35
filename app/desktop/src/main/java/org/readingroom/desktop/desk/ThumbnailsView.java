package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// The display sets of the study as small pictures; a click shows one in the active view, a drag
/// in any.
// [impl->req~desk.thumbnails~1]
final class ThumbnailsView extends ScrollPane {
    /// What a dragged thumbnail carries: the position of its set on the desk.
    static final DataFormat SET = new DataFormat("application/x-reading-room-display-set");

    private static final double SIDE = 96;
    private static final PseudoClass PART = PseudoClass.getPseudoClass("part");
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final ReadingDeskModel desk;
    private final PictureMaker maker;
    private final Words words;
    private final VBox column = new VBox();
    private final StackPane foot = new StackPane();
    private final Map<OpenSet, Node> cells = new HashMap<>();
    private Subscription told = Subscription.EMPTY;

    ThumbnailsView(ReadingDeskModel desk, PictureMaker maker, Words words) {
        this.desk = desk;
        this.maker = maker;
        this.words = words;
        getStyleClass().add("desk-thumbnails");
        column.getStyleClass().add("desk-thumbnail-column");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        desk.sets().addListener((ListChangeListener<OpenSet>) change -> fill());
        desk.studies().all().addListener((ListChangeListener<DeskStudy>) change -> fill());
        InvalidationListener mark = o -> mark();
        desk.eachView(view -> view.setProperty().addListener(mark));
        desk.layoutProperty().addListener(mark);
        words.messagesProperty().addListener(o -> fill());
        fill();
    }

    /// Makes every thumbnail anew.
    void fill() {
        told.unsubscribe();
        told = Subscription.EMPTY;
        cells.clear();
        column.getChildren().clear();
        for (DeskStudy study : desk.studies().all()) {
            if (desk.studies().all().size() > 1) {
                column.getChildren().add(heading(study));
            }
            desk.sets().stream().filter(set -> isOf(set, study)).forEach(this::place);
        }
        desk.sets().stream().filter(set -> !cells.containsKey(set)).forEach(this::place);
        column.getChildren().add(foot);
        mark();
    }

    private boolean isOf(OpenSet set, DeskStudy study) {
        return set.displaySet().study().equals(study.study().uid());
    }

    private void place(OpenSet set) {
        Node cell = cell(set);
        cells.put(set, cell);
        column.getChildren().add(cell);
    }

    // [impl->req~priors.grouped~1]
    private Label heading(DeskStudy study) {
        StudyWords text = new StudyWords(words.messagesProperty().get());
        String date = StudyWords.date(study.study());
        Label heading =
                new Label(text.standing(study) + "\n" + (date.isEmpty() ? words.get("desk.study.undated") : date));
        heading.getStyleClass()
                .setAll(
                        "label",
                        "desk-thumbnail-study",
                        "study-" + study.standing().name().toLowerCase(Locale.ROOT));
        heading.setMaxWidth(Double.MAX_VALUE);
        return heading;
    }

    /// What stands under the thumbnails.
    void setFoot(Node node) {
        foot.getChildren().setAll(node);
    }

    private Node cell(OpenSet open) {
        DisplaySet set = open.displaySet();
        ImageView picture = new ImageView();
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("desk-thumbnail-picture");
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        int series = set.facts().seriesNumber();
        Label number = new Label(set.modality() + (series > 0 ? " " + series : ""));
        Label count = new Label(Integer.toString(set.frames().size()));
        number.getStyleClass().add("desk-thumbnail-badge");
        count.getStyleClass().add("desk-thumbnail-badge");
        StackPane.setAlignment(number, javafx.geometry.Pos.TOP_LEFT);
        StackPane.setAlignment(count, javafx.geometry.Pos.BOTTOM_RIGHT);
        Label badge = new Label();
        badge.textProperty().bind(open.badgeProperty());
        badge.visibleProperty().bind(open.badgeProperty().isNotEmpty());
        badge.getStyleClass().addAll("desk-thumbnail-badge", "desk-thumbnail-star");
        StackPane.setAlignment(badge, javafx.geometry.Pos.BOTTOM_LEFT);
        Label broken = new Label();
        broken.getStyleClass().addAll("desk-thumbnail-badge", "desk-thumbnail-broken");
        StackPane.setAlignment(broken, javafx.geometry.Pos.TOP_RIGHT);
        frame.getChildren().addAll(number, count, badge, broken);
        Label name = new Label(set.description().isBlank() ? words.get("desk.thumbnail.unnamed") : set.description());
        name.getStyleClass().add("desk-thumbnail-name");
        name.setMaxWidth(SIDE);
        VBox cell = new VBox(frame, name);
        cell.getStyleClass().add("desk-thumbnail");
        Tooltip tip = new Tooltip();
        Tooltip.install(cell, tip);
        // [impl->req~desk.broken-frames~1]
        told = told.and(open.arrivedProperty().subscribe(() -> {
            int lost = open.framesBroken();
            count(open, count, frame);
            broken.setText(lost == 0 ? "" : words.get("desk.thumbnail.broken", Integer.toString(lost)));
            broken.setVisible(lost > 0);
            tip.setText(tip(name.getText(), open, lost));
        }));
        count(open, count, frame);
        tip.setText(tip(name.getText(), open, open.framesBroken()));
        cell.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                desk.show(open);
            }
        });
        cell.setOnDragDetected(e -> {
            Dragboard board = cell.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.put(SET, desk.sets().indexOf(open));
            board.setContent(content);
            if (picture.getImage() != null) {
                board.setDragView(picture.getImage());
            }
            e.consume();
        });
        draw(open, picture);
        return cell;
    }

    /// How many frames the set has; of how many images of its series, while some are not here.
    // [impl->req~desk.incomplete-looks-incomplete~1]
    private void count(OpenSet open, Label count, Node frame) {
        Arriving arriving = open.arrivingProperty().get();
        int frames = open.displaySet().frames().size();
        boolean isPart = arriving != null && !arriving.isSeriesWhole();
        count.setText(
                isPart
                        ? words.get(
                                "desk.thumbnail.part",
                                Integer.toString(arriving.here()),
                                Integer.toString(arriving.total()))
                        : Integer.toString(frames));
        frame.pseudoClassStateChanged(PART, arriving != null);
    }

    private String tip(String name, OpenSet open, int broken) {
        DisplaySet set = open.displaySet();
        List<String> lines = new ArrayList<>();
        lines.add(words.get("desk.thumbnail.tip", name, set.frames().size()));
        Arriving arriving = open.arrivingProperty().get();
        if (arriving != null && arriving.isStudyWhole()) {
            lines.add(words.get(arriving.messageKey()));
        } else if (arriving != null) {
            lines.add(words.get("desk.thumbnail.part-tip", arriving.here(), arriving.total()));
            lines.add(words.get("desk.thumbnail.study-tip", arriving.studyHere(), arriving.studyTotal()));
        }
        List<String> apart = new FileText(words.messagesProperty().get()).apart(set);
        if (!apart.isEmpty()) {
            lines.add(words.get("desk.thumbnail.apart", String.join(words.get("desk.corner.and"), apart)));
        }
        if (broken > 0) {
            lines.add(words.get("desk.thumbnail.broken-tip", broken));
        }
        return String.join("\n", lines);
    }

    /// The middle frame, or the next that can be shown, with its own window; drawn once it is here.
    private void draw(OpenSet open, ImageView picture) {
        ViewportModel model = new ViewportModel();
        model.show(open);
        model.goTo(open.displaySet().frames().size() / 2);
        FrameLoop<Boolean> loop = new FrameLoop<>(maker, (image, done) -> picture.setImage(image), fault -> {});
        InvalidationListener[] once = new InvalidationListener[1];
        once[0] = o -> {
            if (picture.getImage() == null && readable(model) instanceof Picture.Ready ready) {
                open.arrivedProperty().removeListener(once[0]);
                loop.wish(ready.view(), true);
            }
        };
        open.arrivedProperty().addListener(once[0]);
        once[0].invalidated(open.arrivedProperty());
    }

    /// What the model shows, gone on past frames that cannot be shown.
    private static Picture readable(ViewportModel model) {
        PictureSize size = PictureSize.pixels((int) SIDE, (int) SIDE);
        Picture made = model.picture(size);
        for (int tried = 0; made instanceof Picture.Failed && tried < model.count(); tried++) {
            model.goTo((model.index() + 1) % model.count());
            made = model.picture(size);
        }
        return made;
    }

    /// Marks the sets that are in a view.
    private void mark() {
        cells.forEach((set, cell) -> cell.pseudoClassStateChanged(
                SHOWN,
                desk.grid().inLayout().stream()
                        .anyMatch(view -> view.setProperty().get() == set)));
    }
}
