package org.readingroom.architecture.planted.viewer.dicom;

import org.readingroom.architecture.Breaks;

@Breaks("checked faults are workstation exceptions")
final class HomelessException extends Exception {
    private static final long serialVersionUID = 1L;
}
