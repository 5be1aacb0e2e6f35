package org.readingroom.report.merge;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;

/// Brings two reports together that were written on from the same words: section by section, sentence by sentence.
///
/// A sentence that only one side changed, added or took away is that side's; one that both changed, or one changed
/// and the other took away, is a [MergeConflict] for a person and stands as mine until decided. Nothing is ever
/// decided here that a person could see differently.
///
/// Only drafts are merged. What was signed is shown again and signed again.
///
/// **Source:** `requirements.md` section 2.4.
// [impl->req~report.merge.sentences~1]
public final class ReportMerge {
    private ReportMerge() {}

    /// `base` are the words both went on from.
    ///
    /// **Errors:** [IllegalArgumentException] when they are not of one report and one study.
    public static MergeResult merge(Report base, Report mine, Report theirs) {
        if (!base.id().equals(mine.id())
                || !base.id().equals(theirs.id())
                || !base.study().study().equals(mine.study().study())
                || !base.study().study().equals(theirs.study().study())) {
            throw new IllegalArgumentException("reports of different studies are not merged");
        }
        List<Section> sections = new ArrayList<>();
        List<MergeConflict> conflicts = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            SectionMerge merge = new SectionMerge(base.section(kind), mine.section(kind), theirs.section(kind));
            sections.add(merge.merged());
            conflicts.addAll(merge.conflicts());
        }
        // of two languages: where both changed it, both changed it to the same
        ReportLanguage language = mine.language().equals(base.language()) ? theirs.language() : mine.language();
        String template = mine.templateId().equals(base.templateId()) ? theirs.templateId() : mine.templateId();
        return new MergeResult(
                new Report(
                        mine.id(),
                        mine.study(),
                        language,
                        template,
                        sections,
                        conclusion(base, mine, theirs),
                        keyImages(base, mine, theirs)),
                conflicts);
    }

    /// What both marked differently is marked anew by a person.
    private static Polarity conclusion(Report base, Report mine, Report theirs) {
        if (mine.conclusion() == theirs.conclusion() || theirs.conclusion() == base.conclusion()) {
            return mine.conclusion();
        }
        return mine.conclusion() == base.conclusion() ? theirs.conclusion() : Polarity.UNMARKED;
    }

    /// Where both changed them, those of both.
    private static List<KeyImage> keyImages(Report base, Report mine, Report theirs) {
        if (theirs.keyImages().equals(base.keyImages())) {
            return mine.keyImages();
        }
        if (mine.keyImages().equals(base.keyImages())) {
            return theirs.keyImages();
        }
        List<KeyImage> both = new ArrayList<>(mine.keyImages());
        theirs.keyImages().stream().filter(image -> !both.contains(image)).forEach(both::add);
        return both;
    }
}
