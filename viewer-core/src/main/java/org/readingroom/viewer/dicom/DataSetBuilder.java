package org.readingroom.viewer.dicom;

import java.util.List;

/// Makes a data set by hand. Text is kept in UTF-8 unless the builder was made for another character set.
public final class DataSetBuilder {
    /// A builder for UTF-8 text, Specific Character Set ISO_IR 192.
    public static DataSetBuilder create() {
        return new DataSetBuilder();
    }

    /// Text, one or more values; also for IS, DS, DA, TM, UI.
    public DataSetBuilder text(int tag, Vr vr, String... values) {
        throw new UnsupportedOperationException("coming");
    }

    /// Whole numbers for US, SS, UL, SL, UV, SV, AT and IS.
    public DataSetBuilder integers(int tag, Vr vr, long... values) {
        throw new UnsupportedOperationException("coming");
    }

    /// Numbers for FL, FD, DS, OF and OD.
    public DataSetBuilder decimals(int tag, Vr vr, double... values) {
        throw new UnsupportedOperationException("coming");
    }

    /// Raw little-endian bytes.
    public DataSetBuilder bytes(int tag, Vr vr, byte[] value) {
        throw new UnsupportedOperationException("coming");
    }

    public DataSetBuilder sequence(int tag, List<DataSet> items) {
        throw new UnsupportedOperationException("coming");
    }

    public DataSetBuilder remove(int tag) {
        throw new UnsupportedOperationException("coming");
    }

    /// Everything `other` holds; what was set before under the same tag is replaced.
    public DataSetBuilder addAll(DataSet other) {
        throw new UnsupportedOperationException("coming");
    }

    public DataSet build() {
        throw new UnsupportedOperationException("coming");
    }
}
