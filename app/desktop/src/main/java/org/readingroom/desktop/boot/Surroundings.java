package org.readingroom.desktop.boot;

import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.task.LaneRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the places of one signed-in person have in common.
///
/// **Owner:** the workplace closes the session; the lanes outlive it.
record Surroundings(Session session, Words words, LaneRunner lanes, StatusViewModel status) {
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    /// The way out of the program, past the export gate.
    ExitDoor exit() {
        return new ExitDoor(session.gate(), lanes, status, words);
    }

    /// Says a fault in the status line and writes it down.
    ///
    /// **Thread:** FX.
    void tell(Exception fault) {
        LOG.warn("told in the status line", fault);
        status.say(Tone.CRITICAL, words.about(fault));
    }
}
