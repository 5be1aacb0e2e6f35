package org.readingroom.viewer.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The attributes of one DICOM object or sequence item, decoded on demand. Read only.
///
/// A value that is absent, empty or unreadable comes back as nothing; text is trimmed of its padding and
/// decoded by the character set in force, nested items included. One unreadable number makes a list of numbers
/// empty, so that no position is ever read from half of its coordinates. Tags are `0xGGGGEEEE`, named in `Tag`.
///
/// **Thread:** any.
/// **Source:** DICOM PS3.5 section 7.
public interface DataSet {
    boolean contains(int tag);

    /// Every tag present, ascending as unsigned integers.
    int[] tags();

    Optional<Vr> vr(int tag);

    /// The first value as text.
    Optional<String> string(int tag);

    /// All values as text; empty values keep their place.
    List<String> strings(int tag);

    OptionalInt integer(int tag);

    int[] integers(int tag);

    /// Whole numbers of any width; values of UV and OV above `Long.MAX_VALUE` come back negative.
    long[] longs(int tag);

    OptionalDouble decimal(int tag);

    double[] decimals(int tag);

    /// The raw value, little endian whatever the order of the file; empty when absent, and for pixels in fragments.
    byte[] bytes(int tag);

    /// Length of the raw value in bytes; -1 when absent, 0 for sequences and for pixels in fragments.
    long length(int tag);

    /// The items of a sequence; empty when absent.
    List<DataSet> items(int tag);

    default Optional<DataSet> item(int tag) {
        return items(tag).stream().findFirst();
    }
}
