package org.readingroom.desktop.exporting;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.exporting.ExportChoice.Form;
import org.readingroom.desktop.exporting.ExportChoice.What;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.export.DicomExport.BurnedInCount;
import org.readingroom.services.export.DicomOrder.Packing;
import org.readingroom.viewer.deidentify.DeidentifyOption;

/// The export sheet without controls: what is chosen, and what it comes to in words.
///
/// **Thread:** FX.
// [impl->req~export.sheet~1]
final class ExportSheetModel {
    private final Words words;
    private final Subject subject;
    private final int seriesObjects;
    private final int studyObjects;
    final ObjectProperty<What> what = new SimpleObjectProperty<>(What.VIEW);
    final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.PNG);
    final ObjectProperty<Packing> packing = new SimpleObjectProperty<>(Packing.FOLDER);
    final BooleanProperty marks = new SimpleBooleanProperty();
    final BooleanProperty anonymous = new SimpleBooleanProperty();
    final BooleanProperty resample = new SimpleBooleanProperty();
    final BooleanProperty lookedAt = new SimpleBooleanProperty();
    final BooleanProperty onceOnly = new SimpleBooleanProperty();
    final ObservableSet<DeidentifyOption> options = FXCollections.observableSet(EnumSet.noneOf(DeidentifyOption.class));
    final ObjectProperty<Path> folder;
    /// Null until the headers have been looked at.
    final ObjectProperty<@Nullable BurnedInCount> burnedIn = new SimpleObjectProperty<>();

    ExportSheetModel(
            ExportChoice before, Subject subject, int seriesObjects, int studyObjects, Path folder, Words words) {
        this.words = words;
        this.subject = subject;
        this.seriesObjects = seriesObjects;
        this.studyObjects = studyObjects;
        this.folder = new SimpleObjectProperty<>(folder);
        form.set(before.form());
        what.set(before.what());
        packing.set(before.packing());
        marks.set(before.withMarks());
        anonymous.set(before.isAnonymous());
        resample.set(before.mayResample());
        onceOnly.set(before.isOnceOnly());
        options.addAll(before.options());
        // a look at one series is none at the whole study
        what.addListener(o -> forgetLook());
        form.addListener(o -> lookedAt.set(false));
        form.subscribe(now -> {
            if (!now.whats().contains(what.get())) {
                what.set(now.whats().getLast());
            }
        });
    }

    private void forgetLook() {
        lookedAt.set(false);
        burnedIn.set(null);
    }

    /// What was found in the headers of `of`; an answer that comes after another choice is dropped.
    void counted(What of, BurnedInCount found) {
        if (what.get() == of) {
            burnedIn.set(found);
        }
    }

    ExportChoice choice() {
        return new ExportChoice(
                what.get(),
                form.get(),
                packing.get(),
                marks.get(),
                anonymous.get(),
                resample.get(),
                lookedAt.get() && burnedIn.get() != null,
                onceOnly.get(),
                Set.copyOf(options));
    }

    /// One date option at a time.
    void choose(DeidentifyOption option, boolean isWanted) {
        if (!isWanted) {
            options.remove(option);
            return;
        }
        if (option == DeidentifyOption.RETAIN_FULL_DATES) {
            options.remove(DeidentifyOption.RETAIN_MODIFIED_DATES);
        } else if (option == DeidentifyOption.RETAIN_MODIFIED_DATES) {
            options.remove(DeidentifyOption.RETAIN_FULL_DATES);
        }
        options.add(option);
    }

    int count() {
        ExportChoice choice = choice();
        return switch (form.get()) {
            case DICOM -> what.get() == What.STUDY ? studyObjects : seriesObjects;
            case MP4, GIF, NIFTI, NIFTI_PLAIN -> 1;
            default -> subject.pictures(choice);
        };
    }

    /// How many files of what, and whether the patient's name is among it, in plain words.
    StringBinding summary() {
        return Bindings.createStringBinding(
                () -> words.get(
                                form.get() == Form.DICOM
                                        ? "desktop.export.sum.objects"
                                        : form.get().isVideo()
                                                ? "desktop.export.sum.video"
                                                : form.get().isVolume()
                                                        ? "desktop.export.sum.volume"
                                                        : "desktop.export.sum.pictures",
                                form.get().isVideo() ? subject.count() : count())
                        + " "
                        + words.get(identityKey()),
                form,
                what,
                anonymous,
                burnedIn,
                words.messagesProperty());
    }

    private String identityKey() {
        if (choice().isNamed()) {
            return "desktop.export.named";
        }
        return form.get() == Form.DICOM || form.get().isPhoto()
                ? "desktop.export.anonymous"
                : "desktop.export.nameless";
    }

    /// Whether there are pictures somebody has to look at before they leave de-identified.
    BooleanBinding isAnyPossible() {
        return Bindings.createBooleanBinding(
                () -> {
                    BurnedInCount found = burnedIn.get();
                    return found != null && found.possible() > 0;
                },
                burnedIn);
    }

    /// What the pixels themselves may say; empty when that is unlikely or told anyway.
    StringBinding warning() {
        return Bindings.createStringBinding(
                () -> {
                    BurnedInCount found = burnedIn.get();
                    if (found == null || found.possible() + found.stated() == 0 || choice().isNamed()) {
                        return "";
                    }
                    return words.get(
                            form.get() == Form.DICOM ? "desktop.export.burned-in" : "desktop.export.burned-in-pictures",
                            found.possible(),
                            found.stated());
                },
                burnedIn,
                form,
                anonymous,
                words.messagesProperty());
    }
}
