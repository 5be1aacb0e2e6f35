package org.readingroom.desktop.boot;

import java.util.concurrent.atomic.AtomicBoolean;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.services.hospital.Hospital;
import org.readingroom.services.hospital.OfflineDays;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.LinkStatus;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says after signing in how many drafts were rescued and, once while the RIS cannot be reached, that signing in
/// without it will soon come to an end.
// [impl->req~hospital.offline-days~1]
final class OfflineNotice {
    private static final Logger LOG = LoggerFactory.getLogger(OfflineNotice.class);

    private final Surroundings around;
    private final Hospital hospital;
    private final AtomicBoolean isSaid = new AtomicBoolean();

    private OfflineNotice(Surroundings around) {
        this.around = around;
        this.hospital = around.session().hospital();
    }

    /// Ends with the session, whose links tell nobody after that.
    static void watch(Surroundings around) {
        int rescued = around.session().rescued();
        if (rescued > 0) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.status.rescued", rescued));
        }
        OfflineNotice notice = new OfflineNotice(around);
        notice.hospital.links().onChange(notice::changed);
        notice.changed(notice.hospital.links().status(LinkKind.RIS));
    }

    private void changed(LinkStatus status) {
        if (status.kind() == LinkKind.RIS && status.state() == LinkState.DOWN && !isSaid.get()) {
            around.lanes()
                    .start(
                            Lane.IO,
                            Priority.PREFETCH,
                            hospital::offlineLeft,
                            this::say,
                            fault -> LOG.warn("the days without the RIS are not known: {}", fault.getMessage()));
        }
    }

    private void say(OfflineDays.Left left) {
        if (left.isSoon() && isSaid.compareAndSet(false, true)) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.status.offline-days", left.daysLeft()));
        }
    }
}
