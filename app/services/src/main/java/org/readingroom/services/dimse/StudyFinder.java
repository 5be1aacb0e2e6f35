package org.readingroom.services.dimse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.readingroom.services.archive.StudyMatch;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// Finds studies and series, and looks again at what the archive sends: some know few keys, and none need tell the
/// modalities or the counts of a study, which its series then tell.
// [impl->req~dimse.find~1]
final class StudyFinder {
    /// chosen: an archive that passes over what it was asked for is not read to its end.
    private static final int MOST_LOOKED_AT = 20_000;

    private final Finder finder;
    private final Progress progress;

    StudyFinder(Association association, Progress progress) throws DimseException {
        this.finder = new Finder(association);
        this.progress = progress;
    }

    StudyPage page(StudyQuery query, int offset, int limit) throws DimseException {
        Map<StudyUid, Study> found = new LinkedHashMap<>();
        boolean isMore = false;
        for (DataSet keys : QueryKeys.studies(query)) {
            isMore |= !take(keys, query, found, offset + limit + 1);
        }
        List<Study> all = new ArrayList<>(found.values());
        List<Study> page = new ArrayList<>();
        for (Study study : all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()))) {
            page.add(complete(study));
        }
        return new StudyPage(page, isMore || all.size() > offset + limit ? offset + limit : -1);
    }

    /// Answers whether all was looked at.
    private boolean take(DataSet keys, StudyQuery query, Map<StudyUid, Study> found, int enough) throws DimseException {
        List<Study> open = new ArrayList<>();
        int[] seen = {0};
        boolean[] isAll = {true};
        StudyMatch match = new StudyMatch(query);
        StudyMatch matchButModality = new StudyMatch(withoutModalities(query));
        finder.find(
                keys,
                answer -> {
                    QueryAnswers.study(answer).ifPresent(study -> {
                        if (match.matches(study)) {
                            found.putIfAbsent(study.uid(), study);
                        } else if (study.modalities().isEmpty() && matchButModality.matches(study)) {
                            open.add(study);
                        }
                    });
                    isAll[0] = ++seen[0] < MOST_LOOKED_AT && found.size() + open.size() < enough;
                    return isAll[0];
                },
                progress);
        // which modalities the others have, only their series tell
        for (Study study : open) {
            Study told = complete(study);
            if (match.matches(told)) {
                found.putIfAbsent(told.uid(), told);
            }
        }
        return isAll[0];
    }

    private static StudyQuery withoutModalities(StudyQuery query) {
        return new StudyQuery(
                query.patientId(),
                query.patientName(),
                query.accessionNumber(),
                query.from(),
                query.to(),
                List.of(),
                query.study());
    }

    private Study complete(Study study) throws DimseException {
        if (!study.modalities().isEmpty() && study.seriesCount() > 0 && study.instanceCount() > 0) {
            return study;
        }
        List<Series> series = series(study.uid());
        SortedSet<String> modalities = new TreeSet<>(study.modalities());
        int instances = 0;
        for (Series each : series) {
            if (!each.modality().isBlank()) {
                modalities.add(each.modality());
            }
            instances += each.instanceCount();
        }
        String bodyPart = series.stream()
                .map(Series::bodyPart)
                .filter(part -> !part.isBlank())
                .findFirst()
                .orElse(study.bodyPart());
        return new Study(
                study.uid(),
                study.patient(),
                study.accessionNumber(),
                study.dateTime(),
                study.description(),
                modalities,
                bodyPart,
                Math.max(study.seriesCount(), series.size()),
                Math.max(study.instanceCount(), instances));
    }

    /// By their numbers.
    List<Series> series(StudyUid study) throws DimseException {
        List<Series> found = new ArrayList<>();
        finder.find(
                QueryKeys.series(study),
                match -> {
                    QueryAnswers.series(match, study).ifPresent(found::add);
                    return true;
                },
                progress);
        found.sort(Comparator.comparingInt(Series::number));
        return List.copyOf(found);
    }
}
