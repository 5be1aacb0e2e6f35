package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.DeskArrangement;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.GroupFit;
import org.readingroom.viewer.hanging.HangingPlan;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.HungSet;
import org.readingroom.viewer.hanging.PresentationGroup;
import org.readingroom.viewer.hanging.ProtocolChoice;
import org.readingroom.viewer.hanging.ProtocolChoice.Match;
import org.readingroom.viewer.hanging.ViewOpening;

/// Hangs the study on the desk: by the protocol that fits best, or the one the reader chose.
///
/// It hangs once all series of the study are known, and only while the reader has left the desk as
/// it opened. What comes later takes empty views and moves nothing. What was on the desk before the
/// last hanging can be put back.
///
/// **Thread:** FX.
// [impl->req~hanging.apply~1]
// [impl->req~hanging.linked~1]
public final class HangingModel {
    private final ReadingDeskModel desk;
    private final ProtocolShelf shelf;
    private final HungSets sets;
    private final ScaledViews scaled;
    private final IntSupplier screens;
    private final StatusViewModel status;
    private final Words words;
    private final HangingWords says;
    private final ViewOpener opener = new ViewOpener();
    private @Nullable DeskArrangement opened;
    private @Nullable DeskArrangement before;
    private @Nullable Match hung;
    private @Nullable DeskArrangement hungAs;
    private int group;
    private boolean isStepped;

    HangingModel(
            ReadingDeskModel desk,
            ProtocolShelf shelf,
            HungSets sets,
            ScaledViews scaled,
            IntSupplier screens,
            StatusViewModel status,
            Words words) {
        this.desk = desk;
        this.shelf = shelf;
        this.sets = sets;
        this.scaled = scaled;
        this.screens = screens;
        this.status = status;
        this.words = words;
        this.says = new HangingWords(words);
    }

    /// The first sets of a study are on the desk, or it was cleared.
    void begin() {
        opened = DeskArrangement.of(desk);
        before = null;
        hung = null;
        hungAs = null;
        group = 0;
        isStepped = false;
        scaled.release();
        opener.forget();
        opener.note(desk.sets());
        sets.forget();
    }

    /// All series of the study are known.
    void known() {
        DeskArrangement start = opened;
        opened = null;
        opener.note(desk.sets());
        if (start == null || !shelf.hangsOnOpening()) {
            return;
        }
        Optional<Match> best = ProtocolChoice.best(shelf.protocols(), sets.all(), screens.getAsInt());
        if (best.isEmpty()) {
            return;
        }
        if (start.stillHolds(desk)) {
            before = start;
            hang(best.get(), GroupFit.opening(best.get().protocol(), sets.all()));
        } else {
            status.say(
                    Tone.PLAIN,
                    words.get("desk.hanging.fits", says.name(best.get().protocol())));
        }
    }

    /// Sets of another study came to the desk: a protocol that waited for them hangs again, if
    /// nobody moved anything.
    void besides() {
        Match now = hung;
        DeskArrangement as = hungAs;
        if (now == null || as == null || !as.hasSameSets(desk)) {
            return;
        }
        int wanted = GroupFit.opening(now.protocol(), sets.all());
        if (wanted != group && !isStepped && now.protocol().numberOfPriorsReferenced() > 0) {
            hang(now, wanted);
        } else {
            late();
        }
    }

    /// Whether the protocol would hang a prior at once, if there was one.
    boolean waitsForPrior() {
        Match now = hung;
        if (now == null || isStepped || now.protocol().numberOfPriorsReferenced() == 0) {
            return false;
        }
        return now.protocol().groups().subList(0, group).stream().anyMatch(PresentationGroup::asksForPriors)
                && sets.all().stream().noneMatch(set -> set.prior() > 0);
    }

    /// What fits the study, best first, then the others in their order.
    List<Match> choices() {
        List<Match> fitting = ProtocolChoice.all(shelf.protocols(), sets.all(), screens.getAsInt());
        List<Match> all = new ArrayList<>(fitting);
        shelf.protocols().stream()
                .filter(protocol -> !protocol.disabled())
                .filter(protocol ->
                        fitting.stream().noneMatch(match -> match.protocol().equals(protocol)))
                .forEach(protocol -> all.add(new Match(protocol, 0, List.of())));
        return all;
    }

    Optional<HangingProtocol> current() {
        return Optional.ofNullable(hung).map(Match::protocol);
    }

    /// The reader's choice stays until the study is closed.
    void choose(Match wanted) {
        before = DeskArrangement.of(desk);
        opened = null;
        isStepped = false;
        hang(wanted, GroupFit.opening(wanted.protocol(), sets.all()));
    }

    /// The next group that can show something, or the one before; past the last comes the first.
    void step(int by) {
        Match now = hung;
        if (now == null) {
            ProtocolChoice.best(shelf.protocols(), sets.all(), screens.getAsInt())
                    .ifPresent(this::choose);
            return;
        }
        List<PresentationGroup> groups = now.protocol().groups();
        for (int tried = 1; tried <= groups.size(); tried++) {
            int next = Math.floorMod(group + by * tried, groups.size());
            if (GroupFit.of(groups.get(next), sets.all()) > 0 && next != group) {
                before = DeskArrangement.of(desk);
                isStepped = true;
                hang(now, next);
                return;
            }
        }
        status.say(Tone.PLAIN, words.get("desk.hanging.one-stage", says.name(now.protocol())));
    }

    /// Puts back what was on the desk before the last hanging.
    void undo() {
        DeskArrangement was = before;
        if (was == null) {
            status.say(Tone.PLAIN, words.get("desk.hanging.nothing-to-undo"));
            return;
        }
        before = DeskArrangement.of(desk);
        hung = null;
        scaled.release();
        desk.fillBy(null);
        was.restore(desk);
        status.say(Tone.PLAIN, words.get("desk.hanging.undone"));
    }

    private void hang(Match match, int wanted) {
        hung = match;
        group = wanted;
        scaled.release();
        PresentationGroup shown = match.protocol().groups().get(wanted);
        HangingPlan plan = HangingPlan.of(shown, sets.all(), List.of());
        DeskArrangement.hang(
                desk,
                shown.layout(),
                plan.sets().stream().map(set -> sets.open(set).orElse(null)).toList());
        List<ViewportModel> views = desk.visible();
        for (int i = 0; i < views.size(); i++) {
            open(views.get(i), shown, i);
        }
        if (shown.tiled() && !desk.tiling().isOn()) {
            desk.activate(views.getFirst());
            desk.tiling().toggle();
        }
        scaled.place();
        desk.links().turn(shown.isLinked());
        desk.fillBy(this::late);
        hungAs = DeskArrangement.of(desk);
        tell(match, plan);
    }

    private void open(ViewportModel view, PresentationGroup shown, int index) {
        ViewOpening opening =
                index < shown.views().size() ? shown.views().get(index).opening() : ViewOpening.PLAIN;
        ViewOpening.Overlay overlay = opening.overlay();
        OpenSet over = overlay == null
                ? null
                : sets.all().stream()
                        .filter(overlay.imageSet()::takes)
                        .findFirst()
                        .flatMap(sets::open)
                        .orElse(null);
        opener.open(view, opening, over);
        scaled.hold(view, opening);
    }

    /// Views that are still empty take what came since.
    private void late() {
        Match now = hung;
        if (now == null || desk.tiling().isOn()) {
            return;
        }
        PresentationGroup shown = now.protocol().groups().get(group);
        List<ViewportModel> views = desk.views().subList(0, shown.layout().views());
        if (!desk.layoutProperty().get().equals(shown.layout())) {
            return;
        }
        List<@Nullable HungSet> standing = new ArrayList<>();
        views.forEach(view -> standing.add(sets.of(view.setProperty().get())));
        HangingPlan plan = HangingPlan.of(shown, sets.all(), standing);
        for (int i = 0; i < views.size(); i++) {
            OpenSet wanted = sets.open(plan.sets().get(i)).orElse(null);
            if (wanted != null && views.get(i).setProperty().get() == null) {
                views.get(i).show(wanted);
                open(views.get(i), shown, i);
            }
        }
        scaled.place();
        hungAs = DeskArrangement.of(desk);
        tell(now, plan);
    }

    private void tell(Match match, HangingPlan plan) {
        String text = words.get(
                "desk.hanging.hung",
                says.name(match.protocol()),
                says.reasons(match),
                group + 1,
                match.protocol().groups().size(),
                says.stage(match.protocol(), group));
        long left = plan.left().stream().filter(set -> set.prior() == 0).count();
        // [impl->req~hanging.nothing-hidden~1]
        status.say(Tone.PLAIN, left == 0 ? text : text + words.get("desk.hanging.left", left));
    }
}
