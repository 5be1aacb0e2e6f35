package org.readingroom.viewer.waveform;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;

/// A word or a number about a waveform.
///
/// `text` is what was said: free text, a coded statement or empty. `number` is as the file writes it. `samples` are
/// positions in the group's samples, counted from one.
///
/// **Source:** DICOM PS3.3 section C.10.10.
public record WaveformAnnotation(
        Optional<CodedEntry> concept,
        String text,
        String number,
        Optional<CodedEntry> unit,
        int group,
        List<Integer> channels,
        List<Integer> samples) {
    public WaveformAnnotation {
        channels = List.copyOf(channels);
        samples = List.copyOf(samples);
    }
}
