package org.readingroom.architecture.planted.viewer.dicom;

import org.readingroom.architecture.Breaks;

@Breaks("only the command line and boot write to the terminal")
final class Chats {
    void chat() {
        System.out.println();
    }
}
