package org.readingroom.desktop.request;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The request of one order at a time. What was asked for once is remembered while the person is signed in and
/// the order is what it was, and lies on no disk.
///
/// **Thread:** FX.
// [impl->req~request.form~1]
public final class RequestModel {
    /// chosen: a long day's cases; the rest is asked for again.
    private static final int REMEMBERED = 200;

    /// Blocks; any thread but FX.
    @FunctionalInterface
    public interface Source {
        RequestForm request(Order order) throws WorkstationException;
    }

    private record Version(String order, String version) {
        static Version of(Order order) {
            return new Version(order.id(), order.version());
        }
    }

    private final Source source;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<RequestState> state = new ReadOnlyObjectWrapper<>(new RequestState.None());
    private final InstantSource clock;
    private final Map<Version, RequestState.Shown> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, RequestState.Shown> eldest) {
            return size() > REMEMBERED;
        }
    };
    private @Nullable Handle asking;

    public RequestModel(Source source, TaskRunner runner, InstantSource clock) {
        this.source = source;
        this.runner = runner;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<RequestState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks at the request of `order`; null for none. The same order in another version is asked for anew: what it was
    /// ordered for may be other than before.
    public void show(@Nullable Order order) {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        if (order == null) {
            state.set(new RequestState.None());
            return;
        }
        RequestState.Shown before = known.get(Version.of(order));
        if (before != null) {
            state.set(before);
            return;
        }
        state.set(new RequestState.Asking(order, shown(order)));
        asking = runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> source.request(order),
                found -> {
                    asking = null;
                    RequestState.Shown now = new RequestState.Shown(order, found, clock.instant());
                    known.put(Version.of(order), now);
                    state.set(now);
                },
                fault -> {
                    asking = null;
                    state.set(new RequestState.Failed(order, fault));
                });
    }

    /// The order that is looked at was read anew: in another version it is asked for anew. Nothing for another order.
    public void follow(Order order) {
        Order looked = looked();
        if (looked != null
                && looked.id().equals(order.id())
                && !looked.version().equals(order.version())) {
            show(order);
        }
    }

    /// What is to be read of `order` now, in whichever version.
    private RequestState.@Nullable Shown shown(Order order) {
        RequestState.Shown shown = switch (state.get()) {
            case RequestState.Asking asking -> asking.before();
            case RequestState.Shown now -> now;
            case RequestState.None none -> null;
            case RequestState.Failed failed -> null;
        };
        return shown != null && shown.order().id().equals(order.id()) ? shown : null;
    }

    private @Nullable Order looked() {
        return switch (state.get()) {
            case RequestState.None none -> null;
            case RequestState.Asking asked -> asked.order();
            case RequestState.Shown shown -> shown.order();
            case RequestState.Failed failed -> failed.order();
        };
    }

    /// Asks once more for a request that could not be had because the link was gone, and for no other.
    public void retry() {
        if (state.get() instanceof RequestState.Failed failed
                && failed.fault() instanceof RisException fault
                && (fault.fault().isLoss() || fault.fault() == ServerFault.CUT)) {
            again();
        }
    }

    /// Asks for the request anew.
    public void again() {
        Order order = looked();
        if (order != null) {
            known.remove(Version.of(order));
            show(order);
        }
    }
}
