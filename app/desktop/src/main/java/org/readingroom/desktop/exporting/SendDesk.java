package org.readingroom.desktop.exporting;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.FxProgress;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.archive.StoreAnswer.Refused;
import org.readingroom.services.export.StudySend;
import org.readingroom.services.home.Session;
import org.readingroom.services.hospital.Receiver;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends studies to the hospital's servers: asks where to, one at a time, and tells of it in the status line.
///
/// **Thread:** FX.
/// **Owner:** the window of the session; closed, it gives up what is under way and says nothing any more.
// [impl->req~export.send.window~1]
public final class SendDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendDesk.class);

    private final Session session;
    private final StudySend sender;
    private final SheetLayer sheets;
    private final TaskRunner tasks;
    private final StatusViewModel status;
    private final Words words;
    private @Nullable FxProgress running;
    private boolean isClosed;

    public SendDesk(Session session, SheetLayer sheets, TaskRunner tasks, StatusViewModel status, Words words) {
        this.session = session;
        this.sender = new StudySend(session.studies(), session.gate(), session.audit());
        this.sheets = sheets;
        this.tasks = tasks;
        this.status = status;
        this.words = words;
    }

    /// Asks where `study` is to go.
    public void open(Study study) {
        if (isBusy()) {
            return;
        }
        tasks.start(Lane.IO, Priority.ON_SCREEN, () -> SendOffer.of(session, sender, study), this::show, this::failed);
    }

    /// The status line tells of one thing at a time.
    private boolean isBusy() {
        boolean isBusy = !status.workProperty().get().isEmpty();
        if (isBusy) {
            status.say(Tone.ATTENTION, words.get("desktop.send.busy"));
        }
        return isBusy;
    }

    private void show(SendOffer offer) {
        if (isClosed) {
            return;
        }
        if (offer.receivers().isEmpty()) {
            status.say(Tone.ATTENTION, words.get("desktop.send.no-server"));
            return;
        }
        if (offer.objects().isEmpty()) {
            status.say(Tone.ATTENTION, words.get("services.send.nothing"));
            return;
        }
        SendSheet sheet = new SendSheet(offer, words);
        Button send = new Button();
        send.setId("send-go");
        send.getStyleClass().add("primary");
        send.setDefaultButton(true);
        send.textProperty().bind(words.text("desktop.send.go"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.send.go").concat("  Enter"));
        send.setTooltip(tip);
        send.setOnAction(event -> sheet.receiver().ifPresent(receiver -> {
            sheets.close();
            if (!isBusy()) {
                run(offer, receiver);
            }
        }));
        sheets.show("desktop.send.title", sheet, 560, 480, send);
    }

    private void run(SendOffer offer, Receiver receiver) {
        FxProgress progress = new FxProgress(
                command -> tasks.start(Lane.FX, Priority.ON_SCREEN, command),
                (done, total) -> working(words.get("desktop.send.running-of", done, total), (double) done / total));
        running = progress;
        working(words.get("desktop.send.running"), -1);
        tasks.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> sender.send(
                        offer.study().uid(),
                        offer.objects(),
                        receiver.archive(),
                        receiver.place().code(),
                        progress),
                result -> done(result, receiver),
                this::failed);
    }

    private void working(String told, double fraction) {
        FxProgress now = running;
        if (now != null && !now.isCancelled()) {
            status.working(this, told, fraction, () -> {
                now.cancel();
                status.working(this, words.get("desktop.send.cancelling"), -1, null);
            });
        }
    }

    private void done(StudySend.Result result, Receiver receiver) {
        if (isClosed) {
            return;
        }
        rest();
        String key = result.isWhole()
                ? "desktop.send.done"
                : result.isGivenUp()
                        ? "desktop.send.cancelled"
                        : result.fault() == null ? "desktop.send.partly-taken" : "desktop.send.stopped";
        StringBuilder told = new StringBuilder(words.get(
                key,
                result.taken(),
                result.total(),
                SendSheet.name(receiver, words).get()));
        WorkstationException fault = result.fault();
        if (fault != null) {
            LOG.warn("sending stopped: {}", fault.getMessage(), fault);
            told.append(' ').append(words.about(fault));
        }
        Map<String, Long> reasons =
                result.refused().stream().collect(Collectors.groupingBy(Refused::messageKey, Collectors.counting()));
        reasons.forEach((reason, count) ->
                told.append(' ').append(words.get("desktop.send.refused", count, words.get(reason))));
        status.say(result.isWhole() ? Tone.DONE : fault == null ? Tone.ATTENTION : Tone.CRITICAL, told.toString());
    }

    private void failed(Exception fault) {
        LOG.warn("not sent: {}", fault.toString(), fault);
        if (!isClosed) {
            rest();
            status.say(Tone.CRITICAL, words.about(fault));
        }
    }

    private void rest() {
        if (running != null) {
            running = null;
            status.rested(this);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
