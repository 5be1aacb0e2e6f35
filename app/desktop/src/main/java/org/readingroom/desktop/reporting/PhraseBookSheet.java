package org.readingroom.desktop.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.phrase.Phrase;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.services.reporting.PhraseOwner;

/// The phrase books as trees at the left, one phrase at the right.
///
/// **Thread:** FX.
// [impl->req~report.phrase.sheet~1]
public final class PhraseBookSheet {
    /// What a line of the tree stands for; `owner` is null for the shipped books, `phrase` for a branch.
    private record Line(
            String name,
            @Nullable PhraseOwner owner,
            @Nullable Phrase phrase) {
        @Override
        public String toString() {
            return phrase == null || phrase.shortcut().isEmpty() ? name : name + "   ;" + phrase.shortcut();
        }
    }

    private final PhraseBooks books;
    private final Words words;
    private final Consumer<String> say;
    private final TreeView<Line> tree = new TreeView<>();
    private final PhraseForm form;
    private final Button remove;
    private final ReportLanguage language;
    private PhraseOwner owner = PhraseOwner.PERSONAL;

    /// `language` is that of new phrases; `say` tells a sentence in the status line.
    public PhraseBookSheet(PhraseBooks books, Words words, ReportLanguage language, Consumer<String> say) {
        this.books = books;
        this.words = words;
        this.language = language;
        this.say = say;
        this.form = new PhraseForm(words);
        this.remove = button("delete", this::delete);
        tree.setId("phrase-tree");
        tree.setShowRoot(false);
        tree.setPrefSize(300, 440);
        tree.getSelectionModel().selectedItemProperty().subscribe(this::shown);
        fill();
        form.begin("", language);
    }

    public Node body() {
        HBox.setHgrow(form, Priority.ALWAYS);
        HBox body = new HBox(tree, form);
        body.getStyleClass().add("sheet-body");
        return body;
    }

    Node tree() {
        return tree;
    }

    /// The buttons for the foot of the sheet; `files` come first.
    public List<Node> buttons(Node... files) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button own = button("keep-own", () -> keep(PhraseOwner.PERSONAL));
        own.setDefaultButton(true);
        Button shared = button("keep-shared", () -> keep(PhraseOwner.DEPARTMENT));
        shared.setDisable(!books.mayWrite(PhraseOwner.DEPARTMENT));
        List<Node> all = new java.util.ArrayList<>(List.of(files));
        all.addAll(List.of(gap, button("new", () -> begin("")), remove, shared, own));
        return all;
    }

    /// Begins a new phrase of these words.
    public void begin(String text) {
        tree.getSelectionModel().clearSelection();
        form.begin(text, language);
    }

    /// The book of the line that is chosen, the person's own when none is.
    public PhraseOwner owner() {
        return owner;
    }

    /// Shows the books as they are now.
    public void fill() {
        TreeItem<Line> root = new TreeItem<>();
        root.getChildren().add(book(PhraseOwner.PERSONAL, "personal", books.of(PhraseOwner.PERSONAL)));
        root.getChildren().add(book(PhraseOwner.DEPARTMENT, "department", books.of(PhraseOwner.DEPARTMENT)));
        root.getChildren().add(book(null, "shipped", books.shipped()));
        tree.setRoot(root);
    }

    private TreeItem<Line> book(@Nullable PhraseOwner of, String key, PhraseBook book) {
        TreeItem<Line> top = new TreeItem<>(new Line(words.get("desktop.phrases.book." + key), of, null));
        top.setExpanded(true);
        Map<List<String>, TreeItem<Line>> branches = new HashMap<>();
        for (Phrase phrase : book.phrases()) {
            TreeItem<Line> at = top;
            for (int depth = 1; depth <= phrase.path().size(); depth++) {
                List<String> path = phrase.path().subList(0, depth);
                TreeItem<Line> above = at;
                at = branches.computeIfAbsent(path, each -> {
                    TreeItem<Line> branch = new TreeItem<>(new Line(each.getLast(), of, null));
                    above.getChildren().add(branch);
                    return branch;
                });
            }
            at.getChildren().add(new TreeItem<>(new Line(phrase.title(), of, phrase)));
        }
        return top;
    }

    private void shown(@Nullable TreeItem<Line> item) {
        Line line = item == null ? null : item.getValue();
        Phrase phrase = line == null ? null : line.phrase();
        PhraseOwner of = line == null ? null : line.owner();
        owner = of == null ? PhraseOwner.PERSONAL : of;
        remove.setDisable(phrase == null || of == null || !books.mayWrite(of));
        if (phrase != null) {
            form.show(phrase);
        }
    }

    private void keep(PhraseOwner into) {
        Optional<Phrase> phrase = form.phrase();
        if (phrase.isEmpty()) {
            say.accept("desktop.phrases.incomplete");
            return;
        }
        books.change(into, book -> book.with(phrase.get()), () -> {
            fill();
            say.accept("desktop.phrases.kept");
        });
    }

    private void delete() {
        String id = form.id();
        books.change(owner, book -> book.without(id), () -> {
            fill();
            form.begin("", language);
        });
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get("desktop.phrases." + key));
        button.setId("phrase-" + key);
        button.setTooltip(new Tooltip(words.get("desktop.phrases." + key + "-tip")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
