package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.template.RenderedLine.Piece;

/// Carries a changed form into the report: each line into its own sentences, and nothing into sentences a person wrote.
// [impl->req~report.template.own-words~1]
public final class FormSections {
    private final Report report;
    private final TemplateForm before;
    private final TemplateForm after;
    private final TracedLines traced;
    private final Map<String, TemplateLine> linesBefore = new HashMap<>();
    private boolean isKept;

    private FormSections(Report report, TemplateForm before, TemplateForm after) {
        this.report = report;
        this.before = before;
        this.after = after;
        this.traced = new TracedLines(after.template(), report);
        before.template().sections().stream()
                .flatMap(section -> section.lines().stream())
                .forEach(line -> linesBefore.put(line.key(), line));
    }

    /// A step of the report; `isKept` when a person's own words stand where the form would say something else.
    public record Change(ReportEdit edit, boolean isKept) {}

    /// `field` is what was changed between the two forms.
    public static Change change(Report report, TemplateForm before, TemplateForm after, String field) {
        FormSections work = new FormSections(report, before, after);
        TemplateLine.PlacedField place = after.template().places().get(field);
        TemplateLine edited = place == null ? null : place.line();
        return work.change(line -> work.follow(line, edited));
    }

    /// From the lesions of one form to those of the other.
    static Change repeated(Report report, TemplateForm before, TemplateForm after) {
        FormSections work = new FormSections(report, before, after);
        return work.change(line -> work.follow(line, null));
    }

    /// Writes the line of `sentence` again as the form says it, over a person's own words. Empty when the sentence is
    /// none
    /// of this template's.
    public static Optional<Change> again(Report report, TemplateForm form, SentenceId sentence) {
        FormSections work = new FormSections(report, form, form);
        return form.template().sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line ->
                        work.traced.of(line).stream().anyMatch(one -> one.id().equals(sentence)))
                .findFirst()
                .filter(line -> !form.render(line).pieces().isEmpty())
                .map(line -> work.change(one -> one.key().equals(line.key())
                        ? Optional.of(work.renewed(line, form.render(line)))
                        : Optional.empty()));
    }

    static List<Section> blank(TemplateForm form, Report report) {
        FormSections work = new FormSections(report, form, form);
        return form.template().sections().stream()
                .map(section -> {
                    SectionLines lines = new SectionLines(List.of(), Set.of());
                    section.lines().stream()
                            .map(line -> work.renewed(line, form.render(line)))
                            .filter(sentences -> !sentences.isEmpty())
                            .forEach(sentences -> lines.put(List.of(), sentences));
                    return new Section(section.kind(), lines.sentences());
                })
                .toList();
    }

    /// What becomes of one line; empty when it stays as it is.
    private interface Fate {
        Optional<List<ReportSentence>> of(TemplateLine line);
    }

    private Change change(Fate fate) {
        List<Section> changed = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            Section section = report.section(kind);
            SectionLines lines = new SectionLines(section.sentences(), traced.ids());
            removed(section).forEach(old -> lines.put(old, List.of()));
            for (TemplateLine line : after.template().lines(kind)) {
                List<ReportSentence> old = traced.of(line).stream()
                        .filter(section.sentences()::contains)
                        .toList();
                Optional<List<ReportSentence>> now = fate.of(line);
                if (now.isPresent()) {
                    lines.put(old, now.get());
                } else {
                    lines.pass(old);
                }
            }
            Section result = new Section(kind, lines.sentences());
            if (!result.equals(section)) {
                changed.add(result);
            }
        }
        return new Change(ReportEdits.exchange(report, changed, "report.edit.form"), isKept);
    }

    /// The sentences of `section` that lines made which are there no more, each line's for itself.
    private List<List<ReportSentence>> removed(Section section) {
        Set<String> still = after.template().sections().stream()
                .flatMap(one -> one.lines().stream())
                .map(TemplateLine::key)
                .collect(Collectors.toSet());
        if (still.containsAll(linesBefore.keySet())) {
            return List.of();
        }
        TracedLines old = new TracedLines(before.template(), report);
        return before.template().lines(section.kind()).stream()
                .filter(line -> !still.contains(line.key()))
                .map(line -> old.of(line).stream()
                        .filter(section.sentences()::contains)
                        .toList())
                .filter(of -> !of.isEmpty())
                .toList();
    }

    private Optional<List<ReportSentence>> follow(TemplateLine line, @Nullable TemplateLine edited) {
        TemplateLine lineBefore = linesBefore.get(line.key());
        RenderedLine old = lineBefore == null ? new RenderedLine(line, List.of()) : before.render(lineBefore);
        RenderedLine now = after.render(line);
        boolean isEdited = edited != null && edited.key().equals(line.key());
        if (!traced.has(line)) {
            boolean isComing = old.pieces().isEmpty() || isEdited;
            return isComing && !now.pieces().isEmpty() ? Optional.of(renewed(line, now)) : Optional.empty();
        }
        boolean isOwn = traced.of(line.key()).entrySet().stream()
                .anyMatch(entry -> !isFollowed(entry.getValue(), piece(old, entry.getKey())));
        boolean isWhole = traced.of(line.key()).size() == old.pieces().size();
        boolean isBare = traced.of(line).stream().allMatch(FormSections::isBare);
        return Optional.of(
                isOwn || !isWhole || now.pieces().isEmpty() && !isBare
                        ? pieceByPiece(line, old, now)
                        : renewed(line, now));
    }

    /// Each sentence for itself: what a person wrote stays, what the form says no more goes, what was taken out stays
    /// out.
    private List<ReportSentence> pieceByPiece(TemplateLine line, RenderedLine old, RenderedLine now) {
        List<ReportSentence> result = new ArrayList<>();
        traced.of(line.key()).forEach((at, sentence) -> {
            Piece is = piece(now, at);
            boolean isFollowed = isFollowed(sentence, piece(old, at));
            if (isFollowed && is != null) {
                result.add(PieceSentence.rewritten(sentence, is));
            } else if (!isFollowed || !isBare(sentence)) {
                ReportSentence numbered = at == 0 ? numbered(sentence, old, now) : sentence;
                boolean isChanged = numbered.equals(sentence)
                        ? !Objects.equals(is, piece(old, at))
                        : !isSameButForNumber(piece(old, at), is, old, now);
                isKept |= isChanged;
                result.add(isChanged ? left(numbered, is == null ? List.of() : is.values()) : numbered);
            }
        });
        return result;
    }

    /// Of what a person wrote only the number of the lesion follows, which is the form's; else one number would stand
    /// for two.
    private static ReportSentence numbered(ReportSentence sentence, RenderedLine old, RenderedLine now) {
        String text = LesionMention.exchanged(
                sentence.text(), old.line().lead(), now.line().lead());
        SuggestionTrace trace = sentence.suggestion();
        return text.equals(sentence.text())
                ? sentence
                : sentence.withText(text).withSuggestion(trace == null ? null : trace.rewritten(text));
    }

    private static boolean isSameButForNumber(
            @Nullable Piece was, @Nullable Piece is, RenderedLine old, RenderedLine now) {
        return was == null || is == null
                ? Objects.equals(was, is)
                : LesionMention.exchanged(
                                        was.words(),
                                        old.line().lead(),
                                        now.line().lead())
                                .equals(is.words())
                        && was.values().equals(is.values());
    }

    /// The line as the form says it, with what the sentences before it rested on.
    private List<ReportSentence> renewed(TemplateLine line, RenderedLine now) {
        List<ReportSentence> result = new ArrayList<>();
        for (int at = 0; at < now.pieces().size(); at++) {
            ReportSentence known = traced.of(line.key()).get(at);
            SentenceId id = LineKeys.sentence(report.id(), after.template().id(), line.key(), at);
            Piece piece = now.pieces().get(at);
            result.add(
                    known == null
                            ? PieceSentence.fresh(id, piece)
                            : PieceSentence.rewritten(known.withText(piece.text()), piece));
        }
        return result;
    }

    private static ReportSentence left(ReportSentence sentence, List<FieldValue> values) {
        return sentence.withFields((values.isEmpty() ? sentence.fields() : values)
                .stream().map(FieldValue::leftBehind).toList());
    }

    /// Whether nobody wrote over the words, or what was written is what the form says.
    static boolean isFollowed(ReportSentence sentence, @Nullable Piece piece) {
        return sentence.origin() == SentenceOrigin.TEMPLATE
                || piece != null && sentence.words().equals(piece.words());
    }

    private static boolean isBare(ReportSentence sentence) {
        return sentence.evidence().isEmpty() && sentence.measurements().isEmpty();
    }

    private static @Nullable Piece piece(RenderedLine line, int at) {
        return at < line.pieces().size() ? line.pieces().get(at) : null;
    }
}
