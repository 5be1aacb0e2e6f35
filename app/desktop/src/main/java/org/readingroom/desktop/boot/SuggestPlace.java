package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.plugin.PluginHost;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.RegisterDesk;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.model.Author;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.suggest.SuggestionSource;
import org.readingroom.report.suggest.UseRefusal;
import org.readingroom.report.ui.suggest.Offered;
import org.readingroom.report.ui.suggest.SuggestionDesk;
import org.readingroom.report.ui.suggest.SuggestionDoor;
import org.readingroom.report.ui.suggest.SuggestionsModel;
import org.readingroom.services.reporting.Suggesting;
import org.readingroom.services.reporting.SuggestionFiles;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Suggestions for the report: their sources, the key that asks, the ledger, and the register of their use.
///
/// **Thread:** FX.
final class SuggestPlace implements AutoCloseable {
    private final Surroundings around;
    private final Suggesting suggesting;
    private final SuggestionFiles files;
    private final List<SuggestionSource> sources = new ArrayList<>();
    private @Nullable SuggestionDesk desk;
    private @Nullable Handle taking;

    SuggestPlace(ReportingParts parts, CommandRegistry commands) {
        this.around = parts.around();
        this.suggesting = around.session().reporting().suggesting();
        this.files = suggesting.files();
        parts.read().reportProperty().subscribe(this::opened);
        CommandList list = new CommandList(commands);
        BooleanBinding written = Bindings.createBooleanBinding(
                () -> parts.shell().placeProperty().get() == Place.READ
                        && parts.read().reportProperty().get() != null,
                parts.shell().placeProperty(),
                parts.read().reportProperty());
        list.add("report.suggest", Shortcuts.key(KeyCode.E, KeyCombination.ALT_DOWN), written, this::ask);
        RegisterDesk register = new RegisterDesk(
                suggesting.register(), around.lanes(), around.exit(), around.words(), around.status(), around::tell);
        list.add("report.register", null, () -> register.show(parts.sheets()));
        load();
    }

    private void load() {
        PluginHost plugins = new PluginHost((plugin, why) ->
                around.status().say(Tone.ATTENTION, around.words().get("desktop.plugin.switched-off", plugin)));
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.THUMBNAIL,
                        () -> {
                            plugins.load();
                            return plugins.sources(suggesting.archive());
                        },
                        this::take,
                        around::tell);
    }

    private void take(List<SuggestionSource> found) {
        sources.addAll(found);
        refresh();
    }

    /// Reads what was signed since, in the background; suggestions come from what was read so far.
    private void refresh() {
        if (taking == null && !sources.isEmpty()) {
            List<SuggestionSource> all = List.copyOf(sources);
            taking = around.lanes()
                    .start(
                            Lane.IO,
                            Priority.PREFETCH,
                            () -> {
                                for (SuggestionSource source : all) {
                                    source.refresh();
                                }
                                return true;
                            },
                            done -> taking = null,
                            fault -> {
                                taking = null;
                                around.tell(fault);
                            });
        }
    }

    private void opened(@Nullable OpenedReport report) {
        desk = null;
        if (report != null) {
            SuggestionsModel model = new SuggestionsModel(report.model(), this::answer, this::note);
            desk = new SuggestionDesk(report.view(), model, around.words().messagesProperty());
            refresh();
        }
    }

    private void ask() {
        SuggestionDesk now = desk;
        if (now != null) {
            now.ask();
        }
    }

    private void answer(SuggestionQuery query, Consumer<SuggestionDoor.Answer> answer) {
        Author me = around.session().reports().author();
        List<SuggestionSource> allowed = new ArrayList<>();
        List<UseRefusal> refusals = new ArrayList<>();
        for (SuggestionSource source : sources) {
            Optional<UseRefusal> refusal = files.isBroken()
                    ? Optional.of(UseRefusal.RULE_FILE)
                    : files.rules()
                            .refusal(
                                    source.card(),
                                    me.roles(),
                                    me.years(query.today()),
                                    query.report().study(),
                                    query.report().language(),
                                    true);
            refusal.ifPresentOrElse(refusals::add, () -> allowed.add(source));
        }
        around.lanes()
                .start(
                        Lane.CPU,
                        Priority.ON_SCREEN,
                        () -> new SuggestionDoor.Answer(offers(allowed, query), refusals),
                        answer,
                        around::tell);
    }

    private static List<Offered> offers(List<SuggestionSource> sources, SuggestionQuery query) {
        List<Offered> offers = new ArrayList<>();
        for (SuggestionSource source : sources) {
            source.suggest(query).forEach(each -> offers.add(new Offered(source.card(), each)));
        }
        return offers;
    }

    private void note(SuggestionAct act) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> {
                            suggesting.ledger().note(act);
                            return true;
                        },
                        done -> {},
                        around::tell);
    }

    @Override
    public void close() {
        Handle running = taking;
        if (running != null) {
            running.cancel();
        }
    }
}
