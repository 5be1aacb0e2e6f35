package org.readingroom.architecture.planted.desktop.tools;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.readingroom.architecture.Breaks;

@Breaks("FFmpeg lives in the video process")
record Films(AVFrame frame) {}
