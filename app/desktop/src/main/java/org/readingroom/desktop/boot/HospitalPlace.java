package org.readingroom.desktop.boot;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.hospital.ArchiveDesk;
import org.readingroom.desktop.hospital.ArchiveSearchModel;
import org.readingroom.desktop.hospital.ArchiveSearchSheet;
import org.readingroom.desktop.hospital.CacheLimitsModel;
import org.readingroom.desktop.hospital.CacheLimitsPane;
import org.readingroom.desktop.hospital.DrillModel;
import org.readingroom.desktop.hospital.LinkLine;
import org.readingroom.desktop.hospital.LinksModel;
import org.readingroom.desktop.hospital.LinksSheet;
import org.readingroom.desktop.hospital.ReadyModel;
import org.readingroom.desktop.hospital.ReadySheet;
import org.readingroom.desktop.hospital.ServersModel;
import org.readingroom.desktop.hospital.ServersSheet;
import org.readingroom.services.hospital.Hospital;

/// The hospital's servers on this desk: which they are, how the links stand, drills, the search in the archive.
///
/// **Thread:** FX.
/// **Owner:** the links tell nobody any more once the session is closed.
final class HospitalPlace {
    private final Surroundings around;
    private final SheetLayer sheets;
    private final LinksModel links;
    private final DrillModel drill;
    private final Optional<ArchiveDesk> archive;
    private final CaseParts cases;

    HospitalPlace(Surroundings around, CaseParts cases, SheetLayer sheets, CommandRegistry commands) {
        this.cases = cases;
        this.around = around;
        this.sheets = sheets;
        Hospital hospital = around.session().hospital();
        this.links = new LinksModel(hospital.links(), around.lanes());
        this.drill = new DrillModel(new SessionDrill(hospital.drill()), around.lanes());
        this.archive = SessionArchive.of(around.session());
        addTo(commands);
    }

    private void addTo(CommandRegistry commands) {
        CommandList list = new CommandList(commands);
        list.add("hospital.links", Shortcuts.ctrl(KeyCode.D), this::showLinks);
        list.add(
                "hospital.ready",
                Shortcuts.key(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                this::showReady);
        list.add(
                "hospital.search",
                Shortcuts.key(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                this::search);
        list.add("hospital.servers", null, this::showServers);
        commands.find("hospital.links")
                .ifPresent(command -> LinkLine.show(links, around.status(), around.words(), command));
    }

    private void showLinks() {
        sheets.show("desktop.links.title", new LinksSheet(links, drill, around.words()), 720, 640);
    }

    private void showReady() {
        SessionReady desk = new SessionReady(around.session(), cases.me(), cases.model()::isUnconfirmed);
        ReadyModel model = new ReadyModel(desk, around.lanes(), System::nanoTime);
        sheets.show("desktop.ready.title", new ReadySheet(model, around.words(), this::showLimits), 1120, 680);
    }

    private void showServers() {
        servers(limits());
    }

    /// The same, for who came for the limits of the cache.
    private void showLimits() {
        CacheLimitsPane limits = limits();
        servers(limits).beginBelow(limits.first());
    }

    private CacheLimitsPane limits() {
        SessionCache cache = new SessionCache(around.session().hospital());
        return new CacheLimitsPane(new CacheLimitsModel(cache, around.lanes()), around.words());
    }

    private ServersSheet servers(CacheLimitsPane limits) {
        SessionServers servers = new SessionServers(around.session().hospital().settings(), around.lanes());
        ServersSheet sheet = new ServersSheet(new ServersModel(servers, around.lanes()), around.words(), limits);
        sheets.show("desktop.servers.title", sheet, 1120, 720);
        return sheet;
    }

    private void search() {
        if (archive.isEmpty()) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.search.no-archive"));
            return;
        }
        ArchiveSearchSheet sheet =
                new ArchiveSearchSheet(new ArchiveSearchModel(archive.get(), around.lanes()), around.words());
        sheets.show("desktop.search.title", sheet, 1120, 640);
        sheet.begin();
    }
}
