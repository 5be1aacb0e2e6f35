package org.readingroom.desktop.reporting.research;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.research.ResearchAct;
import org.readingroom.report.research.ResearchCase;
import org.readingroom.report.research.ResearchField;
import org.readingroom.report.research.ResearchFields;
import org.readingroom.report.research.ResearchProject;
import org.readingroom.services.reporting.ResearchDraft;

/// What is said of a project and of its table, in the language of the window.
record ResearchWords(Words words) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /// What one field is called, with its id.
    String field(ResearchField field) {
        String name = field.names(ReportLanguage.of(words.locale()));
        return (name.isEmpty() ? field.id() : name + " · " + field.id()) + units(field) + typed(field);
    }

    private static String units(ResearchField field) {
        String units = field.units().stream().filter(unit -> !unit.isEmpty()).collect(Collectors.joining(", "));
        return units.isEmpty() ? "" : " · " + units;
    }

    private String typed(ResearchField field) {
        return field.isWords() ? " · " + words.get("desktop.research.typed") : "";
    }

    /// What leaves under `id`, by its names in both languages: who approves need not know ids.
    // [impl->req~report.research.field-names~1]
    String leaving(String id, ResearchFields fields) {
        ResearchField field = fields.find(id).orElse(null);
        if (field == null) {
            return id + " · " + words.get("desktop.research.said.no-template");
        }
        String both = Stream.of(ReportLanguage.CHINESE, ReportLanguage.ENGLISH)
                .map(field::names)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
        return (both.isEmpty() ? "" : both + " · ") + id + units(field) + typed(field);
    }

    /// All that a person has to know to approve it.
    String project(ResearchCase of, ResearchFields fields, java.time.LocalDate today) {
        ResearchProject project = of.project();
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "desktop.research.said.approval",
                project.ethics(),
                project.committee(),
                project.validUntil().toString()));
        lines.add(words.get(
                "desktop.research.said.reports",
                project.modality().isEmpty() ? words.get("desktop.research.any-modality") : project.modality(),
                project.from().toString(),
                project.to().toString()));
        lines.add(words.get("desktop.research.said.fields", project.fields().size()));
        project.fields().forEach(id -> lines.add("    " + leaving(id, fields)));
        lines.add(words.get(
                "desktop.research.said.days", words.get(project.dates().messageKey())));
        if (project.withFreeText()) {
            lines.add(words.get("desktop.research.said.free-text"));
        }
        lines.add(words.get(
                "desktop.research.said.state", words.get(of.state(today).messageKey())));
        for (ResearchAct act : of.acts()) {
            lines.add(words.get(
                    "desktop.research.said.act",
                    words.get(act.kind().messageKey()),
                    act.name(),
                    TIME.format(act.at()),
                    act.kind() == ResearchAct.Kind.EXPORTED
                            ? words.get("desktop.research.said.rows", act.rows())
                            : act.words()));
        }
        return String.join("\n", lines);
    }

    /// What would leave, what stays here, and who could be told.
    String draft(ResearchDraft draft) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "desktop.research.made.rows",
                draft.rows(),
                draft.small().ofAll(),
                draft.table().columns().size()));
        draft.table().leftOut().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> lines.add(words.get(
                        "desktop.research.made.left",
                        entry.getValue(),
                        words.get(entry.getKey().messageKey()))));
        if (draft.unreadable() > 0) {
            lines.add(words.get("desktop.research.made.unreadable", draft.unreadable()));
        }
        if (draft.small().isAny()) {
            lines.add(words.get(
                    "desktop.research.made.small",
                    draft.small().patients(),
                    draft.small().ofAll(),
                    draft.small().least()));
        }
        return String.join("\n", lines);
    }
}
