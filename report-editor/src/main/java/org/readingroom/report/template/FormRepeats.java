package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SentenceId;

/// One more lesion of a group, or one less.
///
/// A lesion keeps its name for as long as it is there: taking another out moves no value, mark or measurement of it,
/// and
/// changes of its sentences nothing but the number they begin with.
// [impl->req~report.template.repeat~1]
public final class FormRepeats {
    private FormRepeats() {}

    /// A step of the report, and what it was about.
    public record Step(GroupInstance lesion, FormSections.Change change) {}

    /// Whether lines of the group are in the report now; before, there is nothing to add to.
    public static boolean isShown(TemplateForm form, RepeatedGroup group) {
        return form.template().sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> form.template()
                        .repeats()
                        .of(line)
                        .filter(one -> one.group().id().equals(group.id()))
                        .isPresent())
                .anyMatch(line -> !form.render(line).pieces().isEmpty());
    }

    /// One more behind the others; empty when there are as many as there may be.
    public static Optional<Step> add(Report report, TemplateForm form, RepeatedGroup group) {
        List<Integer> keys = keys(form, group);
        if (keys.size() >= RepeatedGroup.MOST) {
            return Optional.empty();
        }
        int key = keys.getLast() + 1;
        for (int free = 1; key > RepeatedGroup.LAST_KEY; free++) {
            key = keys.contains(free) ? key : free;
        }
        List<Integer> now = new ArrayList<>(keys);
        now.add(key);
        now.sort(null);
        TemplateForm after = form(report, form, group, now);
        return step(report, form, after, group, key, after);
    }

    /// Without the lesion, its sentences and what they rested on; empty for the only one, and for one that is not
    /// there.
    public static Optional<Step> remove(Report report, TemplateForm form, RepeatedGroup group, int key) {
        List<Integer> keys = new ArrayList<>(keys(form, group));
        if (keys.size() < 2 || !keys.remove(Integer.valueOf(key))) {
            return Optional.empty();
        }
        return step(report, form, form(report, form, group, keys), group, key, form);
    }

    private static Optional<Step> step(
            Report report, TemplateForm before, TemplateForm after, RepeatedGroup group, int key, TemplateForm known) {
        return known.template().repeats().of(group).stream()
                .filter(one -> one.key() == key)
                .findFirst()
                .map(lesion -> new Step(lesion, FormSections.repeated(report, before, after)));
    }

    private static List<Integer> keys(TemplateForm form, RepeatedGroup group) {
        return form.template().repeats().of(group).stream()
                .map(GroupInstance::key)
                .toList();
    }

    private static TemplateForm form(Report report, TemplateForm form, RepeatedGroup group, List<Integer> now) {
        Map<String, List<Integer>> keys = new HashMap<>();
        form.template().repeats().groups().forEach(each -> keys.put(each.id(), keys(form, each)));
        keys.put(group.id(), now);
        return form.repeated(RepeatedTemplate.of(form.template(), keys), report);
    }

    /// The lesion whose line made `sentence`; empty for a sentence of none.
    public static Optional<GroupInstance> of(TemplateForm form, Report report, SentenceId sentence) {
        TracedLines traced = new TracedLines(form.template(), report);
        return form.template().sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line ->
                        traced.of(line).stream().anyMatch(one -> one.id().equals(sentence)))
                .findFirst()
                .flatMap(line -> form.template().repeats().of(line));
    }

    /// The lesion whose field it is.
    public static Optional<GroupInstance> of(TemplateForm form, String field) {
        TemplateLine.PlacedField place = form.template().places().get(field);
        return place == null ? Optional.empty() : form.template().repeats().of(place.line());
    }
}
