package org.readingroom.desktop.request;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The request of one order at a time. What was asked for once is remembered while the person is signed in, and lies
/// on no disk.
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

    private final Source source;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<RequestState> state = new ReadOnlyObjectWrapper<>(new RequestState.None());
    private final Map<String, RequestForm> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RequestForm> eldest) {
            return size() > REMEMBERED;
        }
    };
    private @Nullable Handle asking;

    public RequestModel(Source source, TaskRunner runner) {
        this.source = source;
        this.runner = runner;
    }

    public ReadOnlyObjectProperty<RequestState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks at the request of `order`; null for none. The same order in another version is looked at again only when
    /// its request failed before.
    public void show(@Nullable Order order) {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        if (order == null) {
            state.set(new RequestState.None());
            return;
        }
        RequestForm form = known.get(order.id());
        if (form != null) {
            state.set(new RequestState.Shown(order, form));
            return;
        }
        state.set(new RequestState.Asking(order));
        asking = runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> source.request(order),
                found -> {
                    asking = null;
                    known.put(order.id(), found);
                    state.set(new RequestState.Shown(order, found));
                },
                fault -> {
                    asking = null;
                    state.set(new RequestState.Failed(order, fault));
                });
    }

    /// Asks for the request anew.
    public void again() {
        Order order = switch (state.get()) {
            case RequestState.None none -> null;
            case RequestState.Asking asked -> asked.order();
            case RequestState.Shown shown -> shown.order();
            case RequestState.Failed failed -> failed.order();
        };
        if (order != null) {
            known.remove(order.id());
            show(order);
        }
    }
}
