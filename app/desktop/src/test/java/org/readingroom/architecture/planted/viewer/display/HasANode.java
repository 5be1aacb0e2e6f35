package org.readingroom.architecture.planted.viewer.display;

import javafx.scene.Node;
import org.readingroom.architecture.Breaks;

@Breaks("viewer-core has no toolkit and no window")
record HasANode(Node node) {}
