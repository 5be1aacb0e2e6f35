package org.readingroom.desktop.boot;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.readingroom.desktop.hospital.ReadyDesk;
import org.readingroom.desktop.hospital.ReadyLists;
import org.readingroom.desktop.hospital.ReadyStand;
import org.readingroom.desktop.worklist.ListSight;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.home.Session;
import org.readingroom.services.hospital.LocalCache;
import org.readingroom.services.link.Listening;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

/// What of the session's lists is here; `unconfirmed` are the cases taken without the hospital.
// [impl->req~hospital.ready~1]
record SessionReady(Session session, Order.Reader me, Predicate<Order> unconfirmed) implements ReadyDesk {
    private StudyFetcher fetcher() {
        return session.hospital().fetcher().orElse(NothingFetched.INSTANCE);
    }

    @Override
    public boolean hasArchive() {
        return session.hospital().fetcher().isPresent();
    }

    @Override
    public Look look() throws WorkstationException {
        Used used = used();
        ListSight sight = new ListSight(me, Instant.now(), fetcher()::readiness, unconfirmed);
        return new Look(ReadyLists.of(session.worklist().rows(), sight, this::stand, used.bytes()), used);
    }

    @Override
    public ReadyStand stand(StudyUid study) {
        StudyFetcher fetcher = fetcher();
        // what is on its way is asked for first: a study that ends meanwhile is then told once too often, never lost
        boolean isComing = fetcher.isRunning(study);
        return new ReadyStand(
                fetcher.readiness(study), isComing, fetcher.trouble(study).orElse(null));
    }

    @Override
    public Used used() throws WorkstationException {
        LocalCache.Look look = session.hospital().cache().look();
        return new Used(look.figures(), look.bytes());
    }

    @Override
    public void bring(StudyUid study) {
        fetcher().want(study, Priority.NEIGHBOUR);
    }

    @Override
    public Listening follow(Consumer<StudyUid> study, Runnable lists) {
        Listening arriving = fetcher().onChange(study);
        Listening listed = session.hospital()
                .orders()
                .map(orders -> orders.onChange(lists))
                .orElse(() -> {});
        return () -> {
            arriving.close();
            listed.close();
        };
    }
}
