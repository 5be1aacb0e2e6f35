package org.readingroom.report.ui.form;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.FormPlaces.Place;
import org.readingroom.report.template.FormRepeats;
import org.readingroom.report.template.GroupInstance;
import org.readingroom.report.template.RepeatedGroup;
import org.readingroom.report.template.TemplateField;
import org.readingroom.report.template.TemplateForm;

/// The lesions that the form of a report describes one by one: another one, or one less. Each is one step of undo; what
/// cannot be done is said.
///
/// **Thread:** `fx`, or one test thread; needs no toolkit.
// [impl->req~report.template.repeat-keys~1]
public final class LesionModel {
    private final FormModel model;

    LesionModel(FormModel model) {
        this.model = model;
    }

    /// The lesion of the sentence at `caret`; empty in a sentence of none.
    public Optional<GroupInstance> at(SectionKind kind, int caret) {
        TemplateForm form = model.formProperty().get();
        return form == null
                ? Optional.empty()
                : model.sentenceAt(kind, caret)
                        .map(ReportSentence::id)
                        .flatMap(id -> FormRepeats.of(form, model.editor().report(), id));
    }

    /// The lesion whose field it is.
    Optional<GroupInstance> of(String field) {
        TemplateForm form = model.formProperty().get();
        return form == null ? Optional.empty() : FormRepeats.of(form, field);
    }

    /// One more of the group of `here`, without it of the first group that is described now.
    public Optional<GroupInstance> add(Optional<GroupInstance> here) {
        TemplateForm form = model.formProperty().get();
        List<RepeatedGroup> groups =
                form == null ? List.of() : form.template().repeats().groups();
        if (form == null || groups.isEmpty()) {
            return refused(form == null ? "report.form.none" : "report.form.repeat-none");
        }
        Optional<RepeatedGroup> group = here.map(GroupInstance::group)
                .or(() -> groups.stream()
                        .filter(one -> FormRepeats.isShown(form, one))
                        .findFirst());
        if (group.isEmpty()) {
            return refused("report.form.repeat-hidden");
        }
        Optional<FormRepeats.Step> step = FormRepeats.add(model.editor().report(), form, group.get());
        return step.isEmpty() ? refused("report.form.repeat-most") : written(step.get(), "");
    }

    /// Takes `here` out of the report with all that it rested on.
    public boolean remove(Optional<GroupInstance> here) {
        TemplateForm form = model.formProperty().get();
        if (form == null || here.isEmpty()) {
            return refused("report.form.repeat-not-here").isPresent();
        }
        Optional<FormRepeats.Step> step = FormRepeats.remove(
                model.editor().report(), form, here.get().group(), here.get().key());
        return step.isEmpty()
                ? refused("report.form.repeat-only").isPresent()
                : written(step.get(), "report.form.repeat-removed").isPresent();
    }

    /// The first field of `lesion` in the text that is still open.
    Optional<Place> gap(GroupInstance lesion) {
        return model.places().stream()
                .filter(Place::isGap)
                .filter(place -> model.field(place.field())
                        .filter(TemplateField::isTyped)
                        .isPresent())
                .filter(place -> of(place.field()).filter(lesion::equals).isPresent())
                .findFirst();
    }

    private Optional<GroupInstance> written(FormRepeats.Step step, String said) {
        if (!model.editor().write(report -> step.change().edit())) {
            return refused("report.ui.locked");
        }
        if (step.change().isKept()) {
            model.editor().say("report.form.kept");
        } else if (!said.isEmpty()) {
            model.editor().say(said);
        }
        return Optional.of(step.lesion());
    }

    private Optional<GroupInstance> refused(String key) {
        model.editor().say(key);
        return Optional.empty();
    }
}
