package org.readingroom.architecture.planted.services.sync;

import javafx.beans.property.StringProperty;
import org.readingroom.architecture.Breaks;

@Breaks("services show nothing")
record HasAProperty(StringProperty property) {}
