package org.readingroom.desktop.signin;

import java.nio.file.Path;

/// Which home to open: its folder, and whether a new one is to be filled with invented people and studies.
public record HomeChoice(Path folder, boolean demo) {}
