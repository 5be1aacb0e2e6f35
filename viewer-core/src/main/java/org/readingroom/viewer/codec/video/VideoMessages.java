package org.readingroom.viewer.codec.video;

/// The words that the program and its video process say to each other, over the process's own input and output.
///
/// All numbers are big endian, as `DataOutputStream` writes them. The program begins: [#HELLO], the rows and columns
/// of the header as two ints, the length of the video as an int and its bytes. The process answers [#OPENED], the
/// number of frames as an int and their rate per second as a double, 0 when the stream does not tell it; or [#REFUSED],
/// a message key and facts, both as UTF. Then for each int that names a frame, counted from zero: [#FRAME], a length
/// and that many bytes, RGB, 8 bits, interleaved; or [#REFUSED] as above. The end of its input ends the process.
///
/// Writing a video, the program begins: [#HELLO], the path as UTF, columns and rows as ints, the rate as a double; then
/// for each picture its length and its bytes, RGB, and -1 after the last. The process answers [#WRITTEN] and the number
/// of
/// pictures, or [#REFUSED].
public final class VideoMessages {
    public static final int HELLO = 0x52525631;
    public static final byte OPENED = 1;
    public static final byte FRAME = 2;
    public static final byte REFUSED = 3;
    public static final byte WRITTEN = 4;

    private VideoMessages() {}
}
