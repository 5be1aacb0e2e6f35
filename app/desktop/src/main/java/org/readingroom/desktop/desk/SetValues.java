package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.OtherUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.DataPresentation;

/// In which unit the values of a display set are read: the file's, or one that its headers allow.
///
/// PET opens in the first of them, uptake by body weight, dark on white from 0 to 10.
///
/// **Thread:** FX.
// [impl->req~desk.suv~1]
final class SetValues {
    /// chosen: what PET is read with; normal liver is about 2, what is looked for reaches from 3 on.
    private static final Voi OPENING = new Voi.Window(5, 10, Voi.Function.LINEAR_EXACT, "");

    private final DisplaySet file;
    private OtherUnit.@Nullable Known unit;
    private DisplaySet shown;
    private final @Nullable String firstRefusal;
    private @Nullable String refusal;

    SetValues(DisplaySet file) {
        this.file = file;
        this.unit = opening(file).orElse(null);
        this.shown = unit == null ? file : file.in(unit);
        this.firstRefusal = file.otherUnits().stream()
                .findFirst()
                .filter(OtherUnit.Refused.class::isInstance)
                .map(first -> ((OtherUnit.Refused) first).reasonKey())
                .orElse(null);
        this.refusal = firstRefusal;
    }

    /// The values of the same set with more frames, read in the same unit where it is still offered.
    SetValues grown(DisplaySet more) {
        SetValues next = new SetValues(more);
        OtherUnit.Known now = unit;
        if (now == null || more.otherUnits().contains(now)) {
            next.read(now);
        }
        return next;
    }

    private static Optional<OtherUnit.Known> opening(DisplaySet file) {
        return file.otherUnits().stream()
                .findFirst()
                .filter(OtherUnit.Known.class::isInstance)
                .map(OtherUnit.Known.class::cast);
    }

    /// The set with its values in the unit that is read.
    DisplaySet shown() {
        return shown;
    }

    /// What the file's values are multiplied by; 1 in the file's unit.
    double factor() {
        return unit == null ? 1 : unit.factor();
    }

    /// Why the last unit wanted, or the first of all, cannot be read: a message key.
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    void refuse(String key) {
        refusal = key;
    }

    /// How the set looks when it is opened, in the unit it is opened in.
    DataPresentation opened(DataPresentation plain) {
        return opening(file).isEmpty()
                ? plain
                : plain.withVoi(OPENING).withInverted(!file.frames().getFirst().inverse());
    }

    /// The unit a set opens in; the file's where null.
    OtherUnit.@Nullable Known openingUnit() {
        return opening(file).orElse(null);
    }

    /// What the values shown are multiplied by to be read in each of the other units, the file's among them.
    List<OtherUnit.Known> others() {
        List<OtherUnit.Known> others = new ArrayList<>();
        if (unit != null) {
            others.add(
                    new OtherUnit.Known(file.frames().getFirst().modalityLut().unit(), 1 / factor()));
        }
        for (OtherUnit other : file.otherUnits()) {
            if (other instanceof OtherUnit.Known known && !known.equals(unit)) {
                others.add(new OtherUnit.Known(known.unit(), known.factor() / factor()));
            }
        }
        return others;
    }

    void read(OtherUnit.@Nullable Known wanted) {
        unit = wanted;
        shown = wanted == null ? file : file.in(wanted);
        refusal = firstRefusal;
    }

    /// Goes to the unit after the present one: the file's, then the others. What is refused is passed, and said.
    void readNext() {
        List<@Nullable OtherUnit> round = new ArrayList<>();
        round.add(null);
        round.addAll(file.otherUnits());
        int at = round.indexOf(unit);
        String refused = null;
        OtherUnit next = round.get((at + 1) % round.size());
        for (int i = 2; next instanceof OtherUnit.Refused no; i++) {
            refused = refused == null ? no.reasonKey() : refused;
            next = round.get((at + i) % round.size());
        }
        read(next instanceof OtherUnit.Known known ? known : null);
        refusal = refused == null ? firstRefusal : refused;
    }
}
