/// Since when people practise, their licences and what they are qualified as, for whoever administers them.
///
/// [PracticeSheet] shows them and is the first class to read, [PracticeModel] fetches and keeps. Whether somebody may
/// sign or use a source is decided elsewhere.
@NullMarked
package org.readingroom.desktop.reporting.practice;

import org.jspecify.annotations.NullMarked;
