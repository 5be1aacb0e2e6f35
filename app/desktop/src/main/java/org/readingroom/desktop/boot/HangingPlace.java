package org.readingroom.desktop.boot;

import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.hanging.HangingDesk;
import org.readingroom.services.reading.PriorStudy;

/// Hanging protocols in the Read place: each study is hung once its series are known, with its
/// prior where the protocol wants one.
///
/// **Thread:** FX.
final class HangingPlace {
    private final ReadPlace read;
    private final HangingDesk hanging;

    HangingPlace(Surroundings around, ReadPlace read, SheetLayer sheets, Path home) {
        this.read = read;
        this.hanging = new HangingDesk(
                read.desk(),
                read.deskView(),
                home,
                around.session().user().id(),
                sheets,
                around.lanes(),
                around.status(),
                around.words());
        read.shownProperty().subscribe((before, study) -> hanging.begin());
        read.loadedProperty().subscribe((before, study) -> {
            if (study != null) {
                hanging.known();
                bringPrior();
            }
        });
        read.priors().found().addListener((ListChangeListener<PriorStudy>) change -> bringPrior());
    }

    void addCommands(CommandRegistry commands) {
        hanging.commands().forEach(commands::add);
    }

    /// The most useful prior, where the protocol hangs one at once and it is of the same kind.
    private void bringPrior() {
        if (read.loadedProperty().get() != null) {
            read.priors().found().stream()
                    .filter(PriorStudy::isPrior)
                    .findFirst()
                    .filter(prior -> hanging.wants(prior.study()))
                    .ifPresent(read.priors()::open);
        }
    }
}
