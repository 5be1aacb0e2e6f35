package org.readingroom.desktop.desk;

import java.util.List;
import javafx.scene.Node;

/// What a view shows, layer by layer: the picture, the marks over it, the words over both, and the signs of
/// the program that belong to no picture.
record ViewLayers(Picture.Drawn drawn, Node image, Node marks, ViewDecor decor, List<Node> signs) {
    ViewLayers {
        signs = List.copyOf(signs);
    }
}
