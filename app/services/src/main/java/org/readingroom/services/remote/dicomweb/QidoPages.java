package org.readingroom.services.remote.dicomweb;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Asks for rows page by page.
///
/// A server may give fewer rows than asked for though it has more; it says so in a warning, or the bound it keeps
/// to shows as a round number.
///
/// **Source:** PS3.18 section 8.3.4.4, warning 299 of section 8.3.4.
record QidoPages(HttpLink link) {
    private static final int ROUND = 10;

    record Page(List<JsonAttributes> rows, boolean mayHaveMore) {}

    Page page(HttpRequest request, int offset, int limit, Progress progress) throws WorkstationException {
        return ask(
                request.query("offset", String.valueOf(offset)).query("limit", String.valueOf(limit)), limit, progress);
    }

    /// As many as the server likes to give.
    Page first(HttpRequest request, Progress progress) throws WorkstationException {
        return ask(request, Integer.MAX_VALUE, progress);
    }

    /// Of a server that always gives everything.
    Page unpaged(HttpRequest request, int offset, Progress progress) throws WorkstationException {
        List<JsonAttributes> rows = first(request, progress).rows();
        return new Page(rows.subList(Math.min(offset, rows.size()), rows.size()), false);
    }

    private Page ask(HttpRequest request, int limit, Progress progress) throws WorkstationException {
        if (progress.isCancelled()) {
            throw new CancellationException("search given up");
        }
        HttpAnswer answer = link.send(request.accept("application/dicom+json"));
        List<JsonAttributes> rows = JsonAttributes.list(answer);
        boolean isWarned = answer.header("Warning").orElse("").startsWith("299");
        boolean isRound = !rows.isEmpty() && rows.size() % ROUND == 0;
        return new Page(rows, isWarned || isRound || rows.size() >= limit);
    }
}
