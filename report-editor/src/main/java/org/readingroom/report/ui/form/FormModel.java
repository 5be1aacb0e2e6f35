package org.readingroom.report.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.template.FieldInput;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.FormPlaces;
import org.readingroom.report.template.FormPlaces.Place;
import org.readingroom.report.template.FormSections;
import org.readingroom.report.template.TemplateField;
import org.readingroom.report.template.TemplateForm;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.ui.ReportEditorViewModel;

/// The form of the report on the editor, always read from its sentences: undo, typing and filling in are
/// one thing.
///
/// **Thread:** `fx`, or one test thread; needs no toolkit.
// [impl->req~report.template.inline~1]
public final class FormModel {
    private final ReportEditorViewModel editor;
    private final Supplier<TemplateLibrary> library;
    private final ReadOnlyObjectWrapper<@Nullable TemplateForm> form = new ReadOnlyObjectWrapper<>();
    private final MeasuringField measuring = new MeasuringField(this);
    private final LesionModel lesions = new LesionModel(this);
    private List<Place> places = List.of();

    /// `library` gives the templates there are now.
    public FormModel(ReportEditorViewModel editor, Supplier<TemplateLibrary> library) {
        this.editor = editor;
        this.library = library;
        editor.reportProperty().addListener((observable, old, report) -> read(report));
        read(editor.report());
    }

    private void read(Report report) {
        TemplateForm now = report.templateId().isEmpty()
                ? null
                : library.get()
                        .find(report.templateId())
                        .map(template -> TemplateForm.of(template, report))
                        .orElse(null);
        places = now == null ? List.of() : FormPlaces.of(now, report);
        form.set(now);
    }

    /// Null while the report was begun without a template that is known here.
    public ReadOnlyObjectProperty<@Nullable TemplateForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    public ReportEditorViewModel editor() {
        return editor;
    }

    /// How a measurement gets into a field.
    public MeasuringField measuring() {
        return measuring;
    }

    /// The lesions that are described one by one.
    public LesionModel lesions() {
        return lesions;
    }

    public TemplateLibrary library() {
        return library.get();
    }

    /// The fields as they stand in the text, in the order they are read.
    public List<Place> places() {
        return places;
    }

    public Optional<TemplateField> field(String id) {
        TemplateForm now = form.get();
        return now == null
                ? Optional.empty()
                : Optional.ofNullable(now.template().fields().get(id));
    }

    /// The field that a person can fill in and that `caret` touches.
    public Optional<Place> at(SectionKind kind, int caret) {
        return places.stream()
                .filter(place -> place.section() == kind && place.from() <= caret && caret <= place.to())
                .filter(this::isTyped)
                .findFirst();
    }

    /// The next gap behind `caret`, or before it; round the whole report. Empty when there is none.
    public Optional<Place> gap(SectionKind kind, int caret, boolean isBack) {
        List<Place> gaps = new ArrayList<>(
                places.stream().filter(Place::isGap).filter(this::isTyped).toList());
        if (isBack) {
            return gaps.reversed().stream()
                    .filter(place ->
                            place.section().compareTo(kind) < 0 || place.section() == kind && place.from() < caret)
                    .findFirst()
                    .or(() -> gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.getLast()));
        }
        return gaps.stream()
                .filter(place ->
                        place.section().compareTo(kind) > 0 || place.section() == kind && place.from() >= caret)
                .findFirst()
                .or(() -> gaps.stream().findFirst());
    }

    private boolean isTyped(Place place) {
        return field(place.field()).filter(TemplateField::isTyped).isPresent();
    }

    /// Puts `text` into the field, or says why not. A notice says when a person's own words stay that no
    /// longer follow.
    public Answer set(String id, String text) {
        TemplateForm now = form.get();
        TemplateField field = field(id).orElse(null);
        if (now == null || field == null) {
            return new Answer.Refused("report.form.not-choice", List.of());
        }
        if (isOwn(id)) {
            return new Answer.Refused("report.form.own-words", List.of());
        }
        Answer answer = FieldInput.accept(field, text);
        if (answer instanceof Answer.Taken(String value)) {
            TemplateForm after = now.with(id, value);
            boolean isKept =
                    FormSections.change(editor.report(), now, after, id).isKept();
            boolean isWritten = editor.write(
                    report -> FormSections.change(report, now, after, id).edit());
            if (!isWritten) {
                return new Answer.Refused("report.ui.locked", List.of());
            }
            if (isKept) {
                editor.say("report.form.kept");
            }
        }
        return answer;
    }

    /// Whether a person wrote over the sentence that holds the field.
    public boolean isOwn(String id) {
        return ownSentence(id).isPresent();
    }

    /// The sentence with a person's own words in which the field would stand.
    public Optional<SentenceId> ownSentence(String id) {
        TemplateForm now = form.get();
        return now == null ? Optional.empty() : FormPlaces.own(now, editor.report(), id);
    }

    /// Writes the sentence at `caret` anew as the form says it; false, with a notice, when it is none of
    /// the form's.
    public boolean again(SectionKind kind, int caret) {
        Optional<ReportSentence> sentence = sentenceAt(kind, caret);
        if (sentence.isEmpty()) {
            editor.say("report.form.none-here");
        }
        return sentence.isPresent() && again(sentence.get().id());
    }

    Optional<ReportSentence> sentenceAt(SectionKind kind, int caret) {
        int end = 0;
        for (ReportSentence sentence : editor.report().section(kind).sentences()) {
            end += sentence.text().length();
            if (caret < end || end == editor.report().text(kind).length() && caret == end) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    public boolean again(SentenceId sentence) {
        TemplateForm now = form.get();
        Optional<FormSections.Change> change =
                now == null ? Optional.empty() : FormSections.again(editor.report(), now, sentence);
        if (change.isEmpty()) {
            editor.say("report.form.none-here");
            return false;
        }
        return editor.write(report -> change.get().edit());
    }
}
