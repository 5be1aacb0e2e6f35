package org.readingroom.desktop.reading;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.desk.DeskStudy;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.PriorStudy;

/// The priors that are not on the desk, under the thumbnails; a click hangs one beside the current study.
// [impl->req~priors.listed~1]
public final class PriorsStrip extends VBox {
    /// chosen: more than these are read better in the sheet of all.
    private static final int MOST = 6;

    private final PriorsModel model;
    private final Words words;
    private final Command best;
    private final Command all;

    /// `best` hangs the best of them, `all` shows every one.
    public PriorsStrip(PriorsModel model, Words words, Command best, Command all) {
        this.model = model;
        this.words = words;
        this.best = best;
        this.all = all;
        setId("priors-strip");
        getStyleClass().add("priors-strip");
        InvalidationListener changed = o -> fill();
        model.found().addListener((ListChangeListener<PriorStudy>) change -> fill());
        model.desk().studies().all().addListener((ListChangeListener<DeskStudy>) change -> fill());
        words.messagesProperty().addListener(changed);
        fill();
    }

    private void fill() {
        List<PriorStudy> waiting = model.found().stream()
                .filter(prior -> model.onDesk(prior).isEmpty())
                .toList();
        getChildren().clear();
        setVisible(!waiting.isEmpty());
        setManaged(!waiting.isEmpty());
        if (waiting.isEmpty()) {
            return;
        }
        Label heading = new Label(words.get("desktop.priors.heading", waiting.size()));
        heading.getStyleClass().add("priors-heading");
        getChildren().add(heading);
        waiting.stream().limit(MOST).map(this::row).forEach(getChildren()::add);
        Button more = new Button(words.get("desktop.priors.all"));
        more.getStyleClass().addAll("bare", "priors-all");
        CommandTips.install(more, all, words);
        more.setOnAction(event -> all.action().run());
        getChildren().add(more);
    }

    private Node row(PriorStudy prior) {
        Label date = new Label(PriorWords.date(words, prior.study()));
        date.getStyleClass().add("priors-date");
        Label what = new Label(PriorWords.what(prior.study()));
        Label apart = new Label(
                prior.isSure()
                        ? PriorWords.apart(words, model.current(), prior.study())
                        : words.get("desktop.priors.perhaps"));
        VBox text = new VBox(date, what, apart);
        text.getChildren().forEach(label -> ((Label) label).setMaxWidth(Double.MAX_VALUE));
        Button row = new Button(null, text);
        row.getStyleClass().addAll("bare", "priors-row", prior.isSure() ? "prior-sure" : "prior-perhaps");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setFocusTraversable(false);
        String tip = PriorWords.full(words, model.current(), prior);
        boolean isBest = model.best().filter(prior::equals).isPresent();
        row.setTooltip(new Tooltip(isBest ? tip + "\n" + CommandTips.line(best, words) : tip));
        row.setOnAction(event -> model.open(prior));
        return row;
    }
}
