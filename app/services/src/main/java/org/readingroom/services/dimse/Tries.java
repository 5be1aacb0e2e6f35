package org.readingroom.services.dimse;

import java.util.Set;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Retrieves in another way where one did not bring everything; what came before stays.
// [impl->req~dimse.get~1]
// [impl->req~dimse.move~1]
final class Tries {
    private Tries() {}

    static void get(Link link, Set<String> sopClasses, Wanted wanted, Progress progress) throws WorkstationException {
        StorageProposals.Way[] ways = StorageProposals.Way.values();
        for (int at = 0; ; at++) {
            try (Association association = link.get(sopClasses, ways[at])) {
                new Retrieval(association, link.options(), wanted, progress).get();
                association.release();
                return;
            } catch (IncompleteException e) {
                if (at + 1 == ways.length) {
                    throw e;
                }
            }
        }
    }

    static void move(Link link, StoreReceiver receiver, Wanted wanted, Progress progress) throws WorkstationException {
        try (StoreReceiver.Expectation _ = receiver.expect(wanted)) {
            try {
                move(link, wanted, progress);
            } catch (IncompleteException e) {
                receiver.changePreference();
                move(link, wanted, progress);
            }
        }
    }

    private static void move(Link link, Wanted wanted, Progress progress) throws WorkstationException {
        try (Association association = link.move()) {
            new Retrieval(association, link.options(), wanted, progress).moveTo(link.ours());
            association.release();
        }
    }
}
