package org.readingroom.architecture.planted.report.ui;

import org.readingroom.architecture.Breaks;

@Breaks("only boot ends the process")
final class Exits {
    void exit() {
        System.exit(0);
    }
}
