package org.readingroom.desktop.shell;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.services.ris.PatientFlag;

/// What the window shows around its places.
///
/// **Thread:** FX.
public final class ShellViewModel {
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.LIST);
    private final ObjectProperty<@Nullable PatientLine> patient = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<PatientFlag>> flags = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable CriticalLine> critical = new SimpleObjectProperty<>();
    private final StringProperty signedInAs = new SimpleStringProperty("");
    private final BooleanProperty demo = new SimpleBooleanProperty();
    private final StatusViewModel status = new StatusViewModel();

    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// Null while no study is open.
    public ObjectProperty<@Nullable PatientLine> patientProperty() {
        return patient;
    }

    /// How the hospital marks the patient on the screen; the gravest first.
    public ObjectProperty<Set<PatientFlag>> flagsProperty() {
        return flags;
    }

    /// The critical value that is due first; null while none is open.
    public ObjectProperty<@Nullable CriticalLine> criticalProperty() {
        return critical;
    }

    /// Empty while nobody is signed in.
    public StringProperty signedInAsProperty() {
        return signedInAs;
    }

    /// Whether the home holds invented people; every window then says so.
    public BooleanProperty demoProperty() {
        return demo;
    }

    public StatusViewModel status() {
        return status;
    }
}
