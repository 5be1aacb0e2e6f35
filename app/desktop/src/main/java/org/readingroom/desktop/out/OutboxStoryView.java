package org.readingroom.desktop.out;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.sync.OutboxEvent;
import org.readingroom.services.sync.OutboxStory;
import org.readingroom.services.sync.Receipt;

/// What became of an entry so far, with the server's words, and the two ways on: once more, or seen to otherwise.
///
/// **Thread:** FX.
// [impl->req~hospital.outbox-story~1]
public final class OutboxStoryView extends VBox {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final OutboxStoryModel model;
    private final Words words;
    private final TextField reason = new TextField();
    private boolean isTyping;
    private @Nullable UUID shown;

    public OutboxStoryView(OutboxStoryModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        setId("out-story");
        reason.setId("out-reason");
        reason.promptTextProperty().bind(words.text("desktop.out.reason"));
        reason.setOnAction(event -> aside());
        model.storyProperty().subscribe(this::fill);
        words.messagesProperty().subscribe(this::fill);
    }

    /// Lets the person write why an entry is set aside; a second time sets it aside.
    public void askReason() {
        if (!model.isOpen()) {
            return;
        }
        if (reason.isFocused()) {
            aside();
        } else {
            reason.requestFocus();
        }
    }

    private void aside() {
        model.setAside(reason.getText().strip());
        reason.clear();
    }

    /// Words that were begun for one entry are not those of another. While the list is read anew nothing is chosen for
    /// a moment; that forgets nothing.
    private void forgetOther(@Nullable UUID now) {
        if (now != null && !now.equals(shown)) {
            shown = now;
            reason.clear();
            isTyping = false;
        }
    }

    private void fill() {
        // a story that is read anew does not take the keyboard from who is writing
        isTyping |= reason.isFocused();
        getChildren().clear();
        OutboxStory story = model.storyProperty().get();
        forgetOther(story == null ? null : story.entry().id());
        if (story == null) {
            return;
        }
        for (OutboxEvent event : story.events()) {
            tell(event);
        }
        story.waitsFor().ifPresent(other -> quiet(words.get("desktop.out.story.after", OutWords.kind(words, other))));
        Instant next = story.nextTry();
        if (next != null && story.entry().attempts() > 0) {
            quiet(words.get("desktop.out.story.next", SECOND.format(next)));
        }
        story.receipt().ifPresent(this::receipt);
        if (story.entry().state().isOpen()) {
            Button again = new Button();
            again.setId("out-retry");
            again.textProperty().bind(words.text("desktop.out.retry"));
            again.setOnAction(event -> model.retry());
            Button aside = new Button();
            aside.setId("out-aside");
            aside.textProperty().bind(words.text("desktop.out.aside"));
            aside.setOnAction(event -> askReason());
            getChildren().addAll(new HBox(8, again, aside), reason);
            if (isTyping) {
                reason.requestFocus();
                reason.end();
            }
        }
        isTyping = false;
    }

    private void tell(OutboxEvent event) {
        String tone = switch (event.kind()) {
            case SENT -> "done";
            case FAILED, DEAD, CONFLICT -> "attention";
            case RETRIED, SET_ASIDE, WITHDRAWN -> "quiet";
        };
        Ikon icon = tone.equals("done")
                ? MaterialDesignC.CHECK
                : tone.equals("attention") ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignC.CIRCLE_SMALL;
        Label what = wrapped(words.get(event.kind().messageKey()));
        what.setGraphic(Icons.of(icon, tone));
        VBox lines = new VBox(what);
        if (!event.reasonKey().isEmpty()) {
            lines.getChildren().add(wrapped(words.get(event.reasonKey())));
        }
        if (!event.words().isBlank()) {
            lines.getChildren().add(styled(wrapped(words.get("desktop.out.story.words", event.words())), "quiet"));
        }
        lines.getChildren().add(styled(new Label(SECOND.format(event.at())), "quiet", "dense"));
        getChildren().add(lines);
    }

    private void receipt(Receipt receipt) {
        if (!receipt.resource().isEmpty()) {
            quiet(words.get("desktop.out.story.receipt", receipt.resource(), receipt.version()));
        }
        Instant issued = receipt.issued();
        if (issued != null) {
            quiet(words.get("desktop.out.story.issued", SECOND.format(issued)));
        }
    }

    private void quiet(String text) {
        getChildren().add(styled(wrapped(text), "quiet"));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Node styled(Label label, String... classes) {
        label.getStyleClass().addAll(classes);
        return label;
    }
}
