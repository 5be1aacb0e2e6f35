package org.readingroom.services.print;

/// Attributes of print management. **Source:** DICOM PS3.3 C.13.
final class PrintTag {
    static final int NUMBER_OF_COPIES = 0x20000010;
    static final int PRINT_PRIORITY = 0x20000020;
    static final int MEDIUM_TYPE = 0x20000030;
    static final int FILM_DESTINATION = 0x20000040;
    static final int IMAGE_DISPLAY_FORMAT = 0x20100010;
    static final int FILM_ORIENTATION = 0x20100040;
    static final int FILM_SIZE_ID = 0x20100050;
    static final int MAGNIFICATION_TYPE = 0x20100060;
    static final int BORDER_DENSITY = 0x20100100;
    static final int EMPTY_IMAGE_DENSITY = 0x20100110;
    static final int MIN_DENSITY = 0x20100120;
    static final int MAX_DENSITY = 0x20100130;
    static final int TRIM = 0x20100140;
    static final int ILLUMINATION = 0x2010015E;
    static final int REFLECTED_AMBIENT_LIGHT = 0x20100160;
    static final int REFERENCED_FILM_SESSION = 0x20100500;
    static final int REFERENCED_IMAGE_BOXES = 0x20100510;
    static final int IMAGE_BOX_POSITION = 0x20200010;
    static final int POLARITY = 0x20200020;
    static final int REQUESTED_IMAGE_SIZE = 0x20200030;
    static final int REQUESTED_DECIMATE_CROP = 0x20200040;
    static final int GREYSCALE_IMAGE = 0x20200110;
    static final int COLOUR_IMAGE = 0x20200111;
    static final int PRESENTATION_LUT_SHAPE = 0x20500020;
    static final int REFERENCED_PRESENTATION_LUT = 0x20500500;
    static final int PRINTER_STATUS = 0x21100010;
    static final int PRINTER_STATUS_INFO = 0x21100020;
    static final int PRINTER_NAME = 0x21100030;

    private PrintTag() {}
}
