package org.readingroom.viewer.waveform;

import java.util.List;

/// Channels that were sampled together.
///
/// `samples` is how many of each channel there are, no more than the file holds. `offsetSeconds` is the start of the
/// group after the start of the recording.
///
/// **Source:** DICOM PS3.3 section C.10.9.1.
public record MultiplexGroup(
        String label,
        boolean isOriginal,
        double samplingHz,
        double offsetSeconds,
        int samples,
        List<Channel> channels,
        WaveformSamples data) {
    public MultiplexGroup {
        channels = List.copyOf(channels);
    }

    public double seconds() {
        return samples / samplingHz;
    }

    /// The values of channel `index`, counted from zero, in its unit; NaN where the file has padding.
    public double[] values(int index) {
        Channel channel = channels.get(index);
        double[] values = data.channel(index, channels.size(), samples);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * channel.sensitivity() * channel.correction() + channel.baseline();
        }
        return values;
    }
}
