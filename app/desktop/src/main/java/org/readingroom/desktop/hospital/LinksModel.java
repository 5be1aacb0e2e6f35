package org.readingroom.desktop.hospital;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkMonitor;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.LinkStatus;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// How the links to the hospital stand, of those that are set.
///
/// **Thread:** FX; told from any.
// [impl->req~hospital.link-state~1]
public final class LinksModel implements AutoCloseable {
    private final LinkMonitor links;
    private final Listening following;
    private final ObservableList<LinkStatus> statuses = FXCollections.observableArrayList();

    public LinksModel(LinkMonitor links, TaskRunner runner) {
        this.links = links;
        this.following = links.onChange(status -> runner.start(Lane.FX, Priority.ON_SCREEN, this::look));
        look();
    }

    /// Of the links that are set, the archive first.
    public ObservableList<LinkStatus> statuses() {
        return statuses;
    }

    /// Asks every server at once.
    public void askNow() {
        statuses.forEach(status -> links.askNow(status.kind()));
    }

    private void look() {
        List<LinkStatus> now = new ArrayList<>();
        for (LinkKind kind : LinkKind.values()) {
            LinkStatus status = links.status(kind);
            if (status.state() != LinkState.NOT_SET) {
                now.add(status);
            }
        }
        if (!now.equals(statuses)) {
            statuses.setAll(now);
        }
    }

    @Override
    public void close() {
        following.close();
    }
}
