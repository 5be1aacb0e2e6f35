package org.readingroom.report.prior;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.prior.PriorReport.Line;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.StudyUid;

/// A report that another system wrote, as the RIS has it.
///
/// `id` and `version` are the server's. `made` is when the study was made, `issued` when the report was
/// given out; null where it was not said. `study` is null where no images are named. `identifiers` are all
/// by which it is known there, its accession number apart; `replaces` the ids of those in whose place it
/// stands. `text` are the plain words of its whole page; `papers` the kinds of documents whose words are
/// not known here, such as `PDF`. `isWhole` is false when words of it could not be taken over.
// [impl->req~report.outside.words~1]
public record OutsideReport(
        String id,
        String version,
        OutsideState state,
        @Nullable LocalDateTime made,
        @Nullable LocalDateTime issued,
        String modality,
        String procedure,
        String accessionNumber,
        @Nullable StudyUid study,
        String readBy,
        Set<String> identifiers,
        Set<String> replaces,
        String conclusion,
        String text,
        List<String> papers,
        boolean isWhole) {
    /// chosen: far beyond any report; what is longer is no list of sentences to choose from.
    private static final int MOST_LINES = 400;

    public OutsideReport {
        identifiers = Set.copyOf(identifiers);
        replaces = Set.copyOf(replaces);
        papers = List.copyOf(papers);
    }

    /// As an earlier report of `patient`; nothing without a day.
    public Optional<PriorReport> prior(Patient patient) {
        LocalDateTime time = made == null ? issued : made;
        if (time == null) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>(lines(SectionKind.IMPRESSION, conclusion));
        lines.addAll(lines(SectionKind.FINDINGS, text));
        boolean isAll = lines.size() <= MOST_LINES;
        PriorOrigin origin = new PriorOrigin.Outside(state, made != null, readBy, papers, isWhole && isAll);
        StudyIdentity identity = new StudyIdentity(uid(), patient, accessionNumber, time, modality, "", procedure, "");
        return Optional.of(
                new PriorReport(identity, time, origin, state.isSure(), isAll ? lines : lines.subList(0, MOST_LINES)));
    }

    /// A name of its own for what names no images; it is nobody's study.
    private StudyUid uid() {
        if (study != null) {
            return study;
        }
        String hex = UUID.nameUUIDFromBytes(("outside " + id).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return new StudyUid("2.25." + new BigInteger(1, HexFormat.of().parseHex(hex)));
    }

    private static List<Line> lines(SectionKind section, String words) {
        return words.lines()
                .flatMap(line -> SentenceSplitter.split(line).stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Line(section, line))
                .toList();
    }

    /// The rest may name a patient.
    @Override
    public String toString() {
        return "OutsideReport[" + state + "]";
    }
}
