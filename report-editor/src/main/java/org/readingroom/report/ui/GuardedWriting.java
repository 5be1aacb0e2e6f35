package org.readingroom.report.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.template.UntouchedSections;
import org.readingroom.viewer.edit.Edit;

/// What comes into a report otherwise than by typing: measurements, templates, another part's sentences. Each is one
/// step of undo; where this person may not write, nothing is written and a notice says why.
///
/// **Thread:** `fx`, or one test thread.
final class GuardedWriting {
    private final ReportWriting writing;
    private final HeldMode mode;
    private final BooleanSupplier signing;
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// `signing` says whether a signature is on its way: the words stand still meanwhile.
    GuardedWriting(ReportWriting writing, HeldMode mode, BooleanSupplier signing) {
        this.writing = writing;
        this.mode = mode;
        this.signing = signing;
    }

    /// A message key: why the last act did nothing, or less than asked.
    ReadOnlyObjectProperty<Optional<String>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void say(String key) {
        notice.set(Optional.of(key));
    }

    /// False when `edit` would touch what this person may not change now.
    boolean write(Function<Report, ? extends Edit<Report>> edit) {
        writing.settle();
        Report report = writing.report();
        if (signing.getAsBoolean() || mode.forbids(report, edit.apply(report).apply(report))) {
            say("report.ui.locked");
            return false;
        }
        writing.write(edit);
        notice.set(Optional.empty());
        return true;
    }

    /// Writes `sentences` after the one at `caret` of `kind`.
    boolean insert(SectionKind kind, int caret, List<ReportSentence> sentences) {
        return write(now -> {
            int index = SectionWords.after(now.section(kind), caret);
            return ReportEdits.insertAll(now, kind, index, sentences);
        });
    }

    /// Writes what was `measured` after the sentence at `caret` of `kind`, or at the end of the section this person
    /// writes in when that one cannot be changed.
    // [impl->req~report.ui.evidence~1]
    Optional<SentenceId> insertMeasured(SectionKind kind, int caret, MeasurementSource measured) {
        boolean isThere = mode.get().isEditable(kind) && kind != SectionKind.TECHNIQUE;
        SectionKind target = isThere ? kind : mode.get().home();
        if (!mode.get().isEditable(target)) {
            say("report.ui.locked");
            return Optional.empty();
        }
        Optional<ReportSentence> sentence = measured.sentence(writing.report().language());
        if (sentence.isEmpty()) {
            say("report.ui.no-measurement");
            return Optional.empty();
        }
        insert(target, isThere ? caret : Integer.MAX_VALUE, List.of(sentence.get()));
        return sentence.map(ReportSentence::id);
    }

    /// Fills in `template`; a section that holds anybody's work is left alone, and a notice says so.
    void apply(ReportTemplate template, TemplateLibrary templates) {
        if (mode.get() != EditorMode.EDITING) {
            return;
        }
        Report report = writing.report();
        List<Section> wanted = template.fill(report);
        List<Section> filled = new UntouchedSections(report, templates).among(wanted);
        writing.write(now -> ReportEdits.applyTemplate(now, template.id(), filled));
        notice.set(filled.size() < wanted.size() ? Optional.of("report.ui.template-kept") : Optional.empty());
    }

    /// A person takes a machine's sentence over as it stands: the act that clause D1 asks for.
    // [impl->req~report.ui.take-over~1]
    void takeOver(SectionKind kind, SentenceId id) {
        if (!mode.get().isEditable(kind)) {
            return;
        }
        writing.settle();
        writing.report().section(kind).sentences().stream()
                .filter(sentence -> sentence.id().equals(id) && sentence.isUnaccepted())
                .findFirst()
                .ifPresent(sentence -> writing.write(now -> ReportEdits.replace(now, kind, sentence.takenOver())));
    }
}
