package org.readingroom.viewer.waveform;

import java.util.List;

/// A recording: its groups of channels and what was said about them.
///
/// `warningKeys` are message keys of what could not be read.
///
/// **Source:** DICOM PS3.3 section A.34.
public record Waveform(
        String sopClassUid,
        String acquired,
        List<MultiplexGroup> groups,
        List<WaveformAnnotation> annotations,
        List<String> warningKeys) {
    public Waveform {
        groups = List.copyOf(groups);
        annotations = List.copyOf(annotations);
        warningKeys = List.copyOf(warningKeys);
    }
}
