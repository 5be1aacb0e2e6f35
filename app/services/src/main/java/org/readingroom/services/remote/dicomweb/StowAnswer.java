package org.readingroom.services.remote.dicomweb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.viewer.dicom.Tag;

/// What an archive says of instances given to it: the word of the archive, not yet the truth.
///
/// `failed` holds Failure Reason (0008,1197) for each instance named as failed, 0 when it gives none.
///
/// **Source:** PS3.18 section 10.5.3, annex I.
record StowAnswer(int status, Set<String> stored, Map<String, Integer> failed) {
    StowAnswer {
        stored = Set.copyOf(stored);
        failed = Map.copyOf(failed);
    }

    static StowAnswer of(HttpAnswer answer) {
        Set<String> stored = new HashSet<>();
        Map<String, Integer> failed = new HashMap<>();
        Optional<JsonAttributes> said = JsonAttributes.object(answer);
        if (said.isPresent()) {
            for (JsonAttributes item : said.get().items(WebTag.REFERENCED_SOP_SEQUENCE)) {
                item.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(stored::add);
            }
            for (JsonAttributes item : said.get().items(WebTag.FAILED_SOP_SEQUENCE)) {
                item.text(Tag.REFERENCED_SOP_INSTANCE_UID)
                        .ifPresent(uid -> failed.put(uid, item.integer(WebTag.FAILURE_REASON)));
            }
        }
        return new StowAnswer(answer.status(), stored, failed);
    }

    /// Whether the request as a whole was turned down without saying why for each instance.
    boolean isTurnedDown() {
        return status >= 400;
    }
}
