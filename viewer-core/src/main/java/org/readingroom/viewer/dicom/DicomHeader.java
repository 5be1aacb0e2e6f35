package org.readingroom.viewer.dicom;

/// What a file says before its pixels, which is all that a list, a display set or a layout asks.
///
/// `dataSet` names the pixel data element too, if there is one, but may hold no more than its first bytes, and
/// nothing of the groups behind it: signatures and padding.
public record DicomHeader(DataSet fileMeta, DataSet dataSet, TransferSyntax transferSyntax) {}
