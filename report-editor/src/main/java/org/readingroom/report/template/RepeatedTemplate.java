package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceId;

/// A template with the lines of each repeated group once for every lesion.
///
/// The first lesion has the template's own fields and lines, so that a report with one is as it always was. What stands
/// inside a lesion asks for the lesion's own fields; what stands outside gives those of all lesions to the function
/// that
/// it asks.
// [impl->req~report.template.repeat~1]
final class RepeatedTemplate {
    private final ReportTemplate written;
    private final Map<String, List<GroupInstance>> present;

    private RepeatedTemplate(ReportTemplate written, Map<String, List<GroupInstance>> present) {
        this.written = written;
        this.present = present;
    }

    /// With the lesions that `report` has sentences of.
    static ReportTemplate of(ReportTemplate template, Report report) {
        ReportTemplate written = template.written();
        if (written.repeats().groups().isEmpty()) {
            return written;
        }
        Set<SentenceId> said =
                report.sentences().stream().map(ReportSentence::id).collect(Collectors.toSet());
        Map<String, List<Integer>> keys = new HashMap<>();
        for (RepeatedGroup group : written.repeats().groups()) {
            List<Integer> found = new ArrayList<>();
            for (int key = 1; key <= RepeatedGroup.LAST_KEY; key++) {
                if (isSaid(group, key, written, report, said)) {
                    found.add(key);
                }
            }
            keys.put(group.id(), found.isEmpty() ? List.of(1) : found);
        }
        return of(written, keys);
    }

    /// Whether the first sentence of one of its lines is there; asked with every letter that is typed, so of no other.
    private static boolean isSaid(
            RepeatedGroup group, int key, ReportTemplate written, Report report, Set<SentenceId> said) {
        return group.lines().stream()
                .map(line -> LineKeys.sentence(report.id(), written.id(), lineKey(line, key), 0))
                .anyMatch(said::contains);
    }

    /// With the lesions of these keys, in this order; a group that is not named has its first alone.
    static ReportTemplate of(ReportTemplate template, Map<String, List<Integer>> keys) {
        ReportTemplate written = template.written();
        Map<String, List<GroupInstance>> present = new HashMap<>();
        for (RepeatedGroup group : written.repeats().groups()) {
            List<Integer> of = keys.getOrDefault(group.id(), List.of(1));
            List<GroupInstance> instances = new ArrayList<>();
            for (int key : of) {
                instances.add(new GroupInstance(group, key, instances.size() + 1, of.size()));
            }
            present.put(group.id(), instances);
        }
        boolean isOnce = present.values().stream()
                .allMatch(of -> of.size() == 1 && of.getFirst().key() == 1);
        return isOnce ? written : new RepeatedTemplate(written, present).made();
    }

    private static String lineKey(String line, int key) {
        return key == 1 ? line : LineKeys.of(line, key);
    }

    private ReportTemplate made() {
        Map<String, GroupInstance> byLine = new HashMap<>();
        List<TemplateSection> sections = written.sections().stream()
                .map(section -> new TemplateSection(section.kind(), lines(section.lines(), byLine)))
                .toList();
        List<TemplateField> fields = new ArrayList<>();
        for (TemplateField field : written.fields().values()) {
            Optional<RepeatedGroup> group = group(field.id());
            if (group.isEmpty()) {
                fields.add(field(field, field.id(), outside()));
            } else {
                present.getOrDefault(group.get().id(), List.of())
                        .forEach(one -> fields.add(field(field, one.named(field.id()), inside(one))));
            }
        }
        return ReportTemplate.of(
                written.head(),
                sections,
                fields,
                new TemplateRepeats(written.repeats().groups(), byLine, written));
    }

    /// Lines of one group that follow each other stay together: all of the first lesion, then all of the second.
    private List<TemplateLine> lines(List<TemplateLine> own, Map<String, GroupInstance> byLine) {
        List<TemplateLine> made = new ArrayList<>();
        int at = 0;
        while (at < own.size()) {
            RepeatedGroup group = ofLine(own.get(at));
            int end = at + 1;
            if (group == null) {
                made.add(line(own.get(at), own.get(at).key(), "", outside()));
            } else {
                while (end < own.size() && group.equals(ofLine(own.get(end)))) {
                    end++;
                }
                for (GroupInstance one : present.getOrDefault(group.id(), List.of())) {
                    for (TemplateLine line : own.subList(at, end)) {
                        TemplateLine of = line(line, lineKey(line.key(), one.key()), lead(line, one), inside(one));
                        byLine.put(of.key(), one);
                        made.add(of);
                    }
                }
            }
            at = end;
        }
        return made;
    }

    private @Nullable RepeatedGroup ofLine(TemplateLine line) {
        return written.repeats().of(line).map(GroupInstance::group).orElse(null);
    }

    private String lead(TemplateLine line, GroupInstance one) {
        if (one.count() == 1 || !one.group().numbered().contains(line.key())) {
            return "";
        }
        return written.language() == ReportLanguage.CHINESE
                ? one.group().name() + one.number() + "："
                : one.group().name() + " " + one.number() + ": ";
    }

    private static TemplateLine line(TemplateLine line, String key, String lead, Function<String, List<String>> names) {
        Expression show = line.show();
        return new TemplateLine(key, show == null ? null : show.renamed(names), parts(line.parts(), names), lead);
    }

    private static List<TemplatePart> parts(List<TemplatePart> parts, Function<String, List<String>> names) {
        return parts.stream()
                .<TemplatePart>map(part -> switch (part) {
                    case TemplatePart.Words words -> words;
                    case TemplatePart.Slot(String field) ->
                        new TemplatePart.Slot(names.apply(field).getFirst());
                    case TemplatePart.Group(Expression show, List<TemplatePart> inner) ->
                        new TemplatePart.Group(show.renamed(names), parts(inner, names));
                })
                .toList();
    }

    private static TemplateField field(TemplateField field, String id, Function<String, List<String>> names) {
        Expression compute = field.compute();
        return field.renamed(id, compute == null ? null : compute.renamed(names));
    }

    private Function<String, List<String>> inside(GroupInstance one) {
        Set<String> own = new HashSet<>(one.group().fields());
        return name -> own.contains(name) ? List.of(one.named(name)) : all(name);
    }

    private Function<String, List<String>> outside() {
        return this::all;
    }

    private List<String> all(String name) {
        return group(name)
                .map(group -> present.getOrDefault(group.id(), List.of()).stream()
                        .map(one -> one.named(name))
                        .toList())
                .orElse(List.of(name));
    }

    private Optional<RepeatedGroup> group(String field) {
        return written.repeats().groups().stream()
                .filter(group -> group.fields().contains(field))
                .findFirst();
    }
}
