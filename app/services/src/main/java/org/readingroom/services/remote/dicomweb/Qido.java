package org.readingroom.services.remote.dicomweb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.StudyMatch;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Lists of studies, series and instances.
///
/// **Source:** PS3.18 section 10.6.
// [impl->req~archive.query~1]
final class Qido {
    /// chosen: few requests where a filter is sorted out here, and an answer of some hundred KB.
    private static final int PAGE = 200;
    /// chosen: after so many pages without enough to show, whoever asks may go on or not.
    private static final int MOST_PAGES = 100;

    private final QidoPages pages;
    private final TraitProbe traits;
    private final TransferChoice choice;

    Qido(HttpLink link, TraitProbe traits, TransferChoice choice) {
        this.pages = new QidoPages(link);
        this.traits = traits;
        this.choice = choice;
    }

    StudyPage studies(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
        ArchiveTraits server = traits.traits();
        HttpRequest request = new QidoQuery(server.decodesQueries()).studies(query);
        StudyMatch match = new StudyMatch(query);
        Set<StudyUid> seen = new HashSet<>();
        List<Study> found = new ArrayList<>();
        int at = offset;
        for (int count = 0; count < MOST_PAGES; count++) {
            QidoPages.Page page = server.pages()
                    ? pages.page(request, at, Math.max(limit, PAGE), progress)
                    : pages.unpaged(request, at, progress);
            boolean isFresh = false;
            for (JsonAttributes row : page.rows()) {
                at++;
                Optional<Study> study = Rows.study(row);
                if (study.isPresent() && seen.add(study.get().uid())) {
                    isFresh = true;
                    if (match.matches(study.get())) {
                        found.add(study.get());
                    }
                }
                if (found.size() == limit) {
                    return new StudyPage(found, at);
                }
            }
            if (!isFresh || !page.mayHaveMore()) {
                return new StudyPage(found, -1);
            }
        }
        return new StudyPage(found, at);
    }

    List<Series> series(StudyUid study, Progress progress) throws WorkstationException {
        HttpRequest request = HttpRequest.get(Paths.of(study) + "/series")
                .query("includefield", "00180015")
                .query("includefield", "00200060")
                .query("includefield", "0008103E")
                .query("includefield", "00201209");
        Map<SeriesUid, Series> series = all(request, row -> Rows.series(row, study), Series::uid, progress);
        return series.values().stream()
                .sorted(Comparator.comparingInt(Series::number))
                .toList();
    }

    List<ArchiveInstance> instances(StudyUid study, SeriesUid series, Progress progress) throws WorkstationException {
        HttpRequest request = listing(study, series);
        List<List<String>> available = new ArrayList<>();
        Map<SopInstanceUid, ArchiveInstance> instances = all(
                request,
                row -> {
                    available.add(row.texts(WebTag.AVAILABLE_TRANSFER_SYNTAX_UID));
                    return Rows.instance(row, study, series);
                },
                ArchiveInstance::uid,
                progress);
        choice.offers(series, available);
        return instances.values().stream()
                .sorted(Comparator.comparingInt(ArchiveInstance::number))
                .toList();
    }

    /// The instance numbered 1; not asked of a server that would give them all.
    Optional<ArchiveInstance> first(StudyUid study, SeriesUid series, Progress progress) throws WorkstationException {
        if (!traits.traits().pages()) {
            return Optional.empty();
        }
        return pages.page(listing(study, series).query("InstanceNumber", "1"), 0, 1, progress).rows().stream()
                .flatMap(row -> Rows.instance(row, study, series).stream())
                .filter(instance -> instance.number() == 1)
                .findFirst();
    }

    private static HttpRequest listing(StudyUid study, SeriesUid series) throws WorkstationException {
        return HttpRequest.get(Paths.of(study, series) + "/instances")
                .query("includefield", "00080016")
                .query("includefield", "00200013")
                .query("includefield", "00280008")
                .query("includefield", "00083002");
    }

    /// Everything under one address, each once. A server that knows no pages gives the same again, and is done.
    private <T, K> Map<K, T> all(
            HttpRequest request, Function<JsonAttributes, Optional<T>> of, Function<T, K> key, Progress progress)
            throws WorkstationException {
        Map<K, T> found = new LinkedHashMap<>();
        int at = 0;
        QidoPages.Page page = pages.first(request, progress);
        while (true) {
            int before = found.size();
            for (JsonAttributes row : page.rows()) {
                of.apply(row).ifPresent(each -> found.putIfAbsent(key.apply(each), each));
            }
            at += page.rows().size();
            if (found.size() == before || !page.mayHaveMore()) {
                return found;
            }
            page = pages.page(request, at, page.rows().size(), progress);
        }
    }
}
